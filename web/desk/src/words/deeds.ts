import type { Schemas } from "../api/types.ts";

/** What the audit log says was done. */
export type Deed = Schemas["AuditEntry"]["did"];

export const deedsEn: Record<Deed, string> = {
  "saved": "Saved", "filed": "Filed", "sent back": "Sent back", "published": "Published", "typo": "Mended a typo", "update": "Updated", "correction": "Corrected", "scheduled": "Scheduled", "unscheduled": "Unscheduled", "withdrawn": "Withdrew", "taken down": "Took down",
  "flagged": "Flagged", "restored": "Restored", "discarded": "Discarded", "taken over": "Took over", "let go": "Let go", "prepared": "Prepared a version", "renamed": "Renamed", "dropped": "Dropped",
  "set aside": "Set aside", "taken up": "Took up", "copied": "Copied", "moved": "Moved away", "moved here": "Moved here",
  "began": "Began", "edited": "Edited", "pinned": "Pinned", "unpinned": "Unpinned", "imported": "Imported",
  "added a picture": "Added a picture", "added a recording": "Added a recording", "added a document": "Added a document", "described a picture": "Described a picture", "described a recording": "Described a recording", "described a document": "Described a document", "set an end of rights": "Set until when a file may be shown", "kept to rights": "Kept to the rights to show",
  "signed in": "Signed in", "failed to sign in": "Failed to sign in", "ended a session": "Ended a session", "ended other sessions": "Ended other sessions", "added a passkey": "Added a passkey",
  "removed a passkey": "Removed a passkey", "set their password": "Set a password", "turned codes on": "Turned codes on", "turned codes off": "Turned codes off", "linked a sign-in": "Linked a sign-in",
  "added": "Added", "changed role": "Changed a role", "disabled": "Disabled", "enabled": "Enabled", "made a sign-in link": "Made a sign-in link", "made a token": "Made a token", "revoked a token": "Revoked a token",
  "changed the rules": "Changed the rules",
};

export const deedsAr: Record<Deed, string> = {
  "saved": "حفظ", "filed": "تسليم", "sent back": "إعادة", "published": "نشر", "typo": "إصلاح خطأ مطبعي", "update": "تحديث", "correction": "تصحيح", "scheduled": "جدولة", "unscheduled": "إلغاء الجدولة", "withdrawn": "سحب", "taken down": "إزالة",
  "flagged": "وسم", "restored": "استعادة", "discarded": "تجاهل", "taken over": "استلام", "let go": "ترك", "prepared": "إعداد نسخة", "renamed": "تغيير الاسم", "dropped": "استغناء",
  "set aside": "تنحية", "taken up": "استئناف", "copied": "نسخ", "moved": "نقل إلى صفحة أخرى", "moved here": "نقل إلى هنا",
  "began": "بدء", "edited": "تعديل", "pinned": "تثبيت", "unpinned": "إلغاء التثبيت", "imported": "استيراد",
  "added a picture": "إضافة صورة", "added a recording": "إضافة تسجيل", "added a document": "إضافة وثيقة", "described a picture": "وصف صورة", "described a recording": "وصف تسجيل", "described a document": "وصف وثيقة", "set an end of rights": "تحديد نهاية حق العرض", "kept to rights": "التزام بحقوق العرض",
  "signed in": "تسجيل الدخول", "failed to sign in": "تعذر تسجيل الدخول", "ended a session": "إنهاء جلسة", "ended other sessions": "إنهاء الجلسات الأخرى", "added a passkey": "إضافة مفتاح مرور",
  "removed a passkey": "حذف مفتاح مرور", "set their password": "تعيين كلمة المرور", "turned codes on": "تفعيل الرموز", "turned codes off": "إيقاف الرموز", "linked a sign-in": "ربط وسيلة دخول",
  "added": "إضافة", "changed role": "تغيير الدور", "disabled": "تعطيل", "enabled": "تفعيل", "made a sign-in link": "إنشاء رابط دخول", "made a token": "إنشاء رمز وصول", "revoked a token": "إبطال رمز وصول",
  "changed the rules": "تغيير القواعد",
};
