import type { Words } from "./en.ts";

// Arabic counts in four ways here: one, two, three to ten, and more.
const few = (n: number, one: string, two: string, some: string, many: string) => (n === 1 ? one : n === 2 ? two : (n % 100 >= 3 && n % 100 <= 10 ? some : many).replace("#", String(n)));

export const ar: Words = {
  language: "العربية",
  dir: "rtl",
  and: (names) => names.join(" و"),
  app: {
    desk: "مكتب التحرير", livePages: "الصفحات المباشرة", account: "حسابك", members: "الأعضاء", audit: "سجل التدقيق", signOut: "تسجيل الخروج", menu: "القائمة", language: "اللغة",
    close: "إغلاق", cancel: "إلغاء", save: "حفظ", saved: "حُفظ", saving: "جارٍ الحفظ …", loading: "جارٍ التحميل …", back: "رجوع", dismiss: "إخفاء",
    nowhere: "لا شيء في هذا العنوان.", toPages: "إلى الصفحات المباشرة", skip: "انتقل إلى الصفحة",
    unreachable: "تعذر الوصول إلى الخادم. تحقق من الشبكة؛ ستعيد هذه الصفحة المحاولة من تلقاء نفسها.",
    notDone: "تعذر الوصول إلى الخادم، فلم يُنفذ هذا. أعد المحاولة بعد لحظات.",
    broken: "حدث خلل في مكتب التحرير. ما كتبته محفوظ على هذا الجهاز؛ أعد تحميل الصفحة.", reload: "أعد التحميل",
    notAllowed: "دورك لا يتيح هذا؛ اسأل أحد المديرين.",
  },
  roles: { reporter: "مراسل", editor: "محرر", admin: "مدير" },
  signIn: {
    title: "تسجيل الدخول", email: "البريد الإلكتروني", password: "كلمة المرور", code: "الرمز من تطبيقك، أو رمز استرداد", codeNeeded: "أدخل الرمز الذي يعرضه تطبيق المصادقة.", enter: "تسجيل الدخول",
    passkey: "الدخول بمفتاح مرور", with: (name) => `الدخول عبر ${name}`, entering: "جارٍ الدخول …",
    noPasskey: "لم يُستخدم أي مفتاح مرور. أعد المحاولة، أو ادخل بكلمة المرور.",
    ended: "انتهت جلستك", endedWhy: "سجل الدخول للمتابعة. ما كتبته محفوظ على هذا الجهاز ويبقى في مكانه؛ وما قدمته أو نشرته يُرسل فور دخولك.",
    wrongMember: (name) => `هذا المكتب مفتوح باسم ${name}. ادخل باسم ${name}، أو أعد تحميل الصفحة للبدء من جديد.`,
    welcome: "مرحبًا", welcomeIn: "جارٍ إدخالك …", linkSpent: "اطلب من أحد المديرين رابطًا جديدًا، أو ادخل بطريقة أخرى.", noLink: "لا يحمل هذا العنوان رابطًا. افتحه كما أُعطي لك تمامًا.",
    setUp: "لقد دخلت. أضف مفتاح مرور أو عيّن كلمة مرور الآن لتتمكن من العودة دون رابط.",
  },
  account: {
    title: "حسابك", who: (name, role) => `${name}، ${role}`,
    passkeys: "مفاتيح المرور", passkeysWhy: "يحفظ جهازك أو مدير كلمات المرور مفتاح المرور. لا يمكن تخمينه ولا تصيده.", addPasskey: "أضف مفتاح مرور", noPasskeys: "لا مفاتيح مرور بعد.", remove: "إزالة",
    passkeyName: "اسم له، كاسم الجهاز", added: (when) => `أُضيف ${when}`, passkeyFailed: "لم يُنشأ مفتاح المرور. أعد المحاولة على هذا الجهاز أو غيره.",
    password: "كلمة المرور", oldPassword: "كلمة المرور الحالية", newPassword: "كلمة المرور الجديدة", setPassword: "عيّن كلمة المرور", changePassword: "غيّر كلمة المرور", passwordSet: "عُيّنت كلمة المرور.", passwordRule: "12 حرفًا على الأقل؛ بضع كلمات لا صلة بينها تكفي.",
    code: "رمز من التطبيق", codeWhy: "مع خطوة ثانية لا تكفي كلمة مرور مسروقة.", codeOn: "الخطوة الثانية مفعّلة.", codeOff: "الخطوة الثانية معطّلة.", codeStart: "فعّلها", codeEnd: "عطّلها",
    codeScan: "أضف هذا المفتاح إلى تطبيق المصادقة، ثم أدخل الرمز الذي يعرضه.", codeKey: "المفتاح", codeOpen: "افتحه في التطبيق على هذا الجهاز", codeConfirm: "تأكيد", recovery: "رموز الاسترداد", recoveryWhy: "كل رمز صالح مرة واحدة حين لا يكون التطبيق في متناولك. احفظها في مكان آمن؛ لن تُعرض ثانية.", copied: "نُسخ", copy: "نسخ",
    sessions: "أين سجلت الدخول", thisOne: "هذه", since: (when) => `منذ ${when}`, last: (when) => `آخر ظهور ${when}`, end: "إنهاء", endOthers: "أنهِ كل ما سواها", noneElse: "لست مسجل الدخول في مكان آخر.",
  },
  members: {
    title: "الأعضاء", name: "الاسم", email: "البريد الإلكتروني", role: "الدور", add: "أضف عضوًا", adding: "جارٍ الإضافة …", link: (name) => `رابط دخول لـ${name}`,
    linkWhy: "صالح مرة واحدة ولمدة محدودة. سلّمه بطريقة تثق بها؛ لن يُعرض ثانية.", newLink: "رابط جديد", disable: "تعطيل", enable: "تفعيل", disabled: "معطّل", roleOf: (name) => `دور ${name}`,
  },
  audit: { title: "سجل التدقيق", by: "من", did: "فعل", about: "بشأن", from: "من تاريخ", to: "إلى تاريخ", when: "متى", detail: "تفاصيل", none: "لا شيء يطابق.", more: "ما قبلها", csv: "تنزيل CSV", search: "بحث" },
  pages: {
    title: "الصفحات المباشرة", begin: "ابدأ صفحة مباشرة", none: "لا صفحات مباشرة بعد. ابدأ واحدة: يراها القراء حين تفتحها.", noneReporter: "لا صفحات مباشرة بعد. يستطيع محرر أن يبدأ واحدة.",
    status: { draft: "مسودة: لا يراها القراء", upcoming: "قريبًا", live: "مباشر", paused: "متوقفة مؤقتًا", closed: "مغلقة" },
    filed: (n) => few(n, "منشور مقدم واحد", "منشوران مقدمان", "# منشورات مقدمة", "# منشورًا مقدمًا"), headline: "العنوان", standfirst: "المقدمة", standfirstWhy: "جملة أو جملتان تحت العنوان.", slug: "العنوان في المتصفح", slugWhy: "يجدها القراء تحت /live/… حروف لاتينية صغيرة وأرقام وشرطات؛ ولا يتغير.",
    language: "اللغة", zone: "المنطقة الزمنية", zoneWhy: "تُعرض بها كل الأوقات في الصفحة.", open: "افتحها فورًا", beginNow: "ابدأها", starting: "جارٍ البدء …", 
  },
  settings: {
    title: "إعدادات الصفحة", state: "الحالة", openIt: "افتح", pause: "أوقف مؤقتًا", closeIt: "أغلق", reopen: "أعد الفتح", announce: "أعلن عنها قريبًا",
    opens: "يرى القراء الصفحة وكل منشور حين يُنشر.", pauses: "عند الإيقاف تقول الصفحة ذلك ومتى تُستأنف. وعند الإغلاق تقول إن التغطية انتهت؛ تبقى منشوراتها، ويمكن إعادة فتحها.",
    note: "سطر للقراء", noteHint: "تُستأنف التغطية صباح الغد", resumes: "تُستأنف", tomorrow: "نعود غدًا في السابعة", zoneIs: (zone) => `بتوقيت ${zone}`,
    top: "أعلى الصفحة", contributors: "المساهمون", contributorsWhy: "من يكتب ويحرر، كما يراه القراء.", previous: "الصفحة السابقة", next: "الصفحة التالية", linkWhy: "عنوان صفحة مباشرة هنا، أو عنوان على الويب.", 
    summary: "الملخص", summaryWhy: "من ثلاث نقاط إلى خمس، لا تزيد كل منها على 24 كلمة. في منشور من التدفق يرفع S عنوانه إليه.", addPoint: "أضف نقطة", point: (n) => `النقطة ${n}`, removePoint: (n) => `أزل النقطة ${n}`, up: (n) => `ارفع النقطة ${n}`, words: (n) => few(n, "كلمة واحدة", "كلمتان", "# كلمات", "# كلمة"), long: "طويلة",
    stale: "غيّر شخص آخر إعدادات الصفحة في الأثناء. هذه إعداداته؛ حقولك محفوظة أدناه، راجعها واحفظ ثانية.", unsaved: "لم يُحفظ بعد",
    preamble: "ما لم يجد الاستيراد له مكانًا",
  },
  desk: {
    stream: "التدفق", queue: "الانتظار", write: "الكتابة", drafts: "المسودات", emptyStream: "لم يُنشر شيء بعد.", emptyQueue: "لم يقدم أحد شيئًا.", emptyWrite: "اضغط N لمنشور جديد، أو F لعاجل.", emptyWriteReporter: "اضغط N لمنشور جديد.", newPost: "منشور جديد", flash: "عاجل", keys: "المفاتيح",
    settings: "إعدادات الصفحة", readers: "صفحة القراء", summaryOld: (minutes) => `مضى على الملخص ${few(minutes, "دقيقة", "دقيقتان", "# دقائق", "# دقيقة")}.`, toSummary: "راجعه", queueOf: (n) => (n === 0 ? "الانتظار" : `الانتظار (${n})`),
    here: (names) => `هنا: ${names}`, writing: (name) => `${name} يكتب هذا`, reading: (name) => `${name} يقرأ هذا`, notLive: { draft: "لا يرى القراء هذه الصفحة بعد.", upcoming: "أُعلن عن هذه الصفحة؛ افتحها للبدء.", paused: "هذه الصفحة متوقفة مؤقتًا.", closed: "هذه الصفحة مغلقة.", live: "" },
    offlineMore: (n) => `دون اتصال: ${few(n, "منشور واحد ينتظر", "منشوران ينتظران", "# منشورات تنتظر", "# منشورًا ينتظر")} على هذا الجهاز وسيُرسل تلقائيًا.`, streamLost: "انقطعت أخبار المكتب؛ جارٍ إعادة الاتصال.",
    signedOutMore: (n) => `خارج الجلسة: ${few(n, "منشور واحد ينتظر", "منشوران ينتظران", "# منشورات تنتظر", "# منشورًا ينتظر")} على هذا الجهاز حتى تدخل.`, sending: { save: "جارٍ تقديم", file: "جارٍ تقديم", publish: "جارٍ نشر", edit: "جارٍ نشر تعديل", verb: "جارٍ إرسال" }, older: "المنشورات الأقدم في صفحة القراء.",
    full: "اثنتا عشرة مسودة مفتوحة. أنهِ واحدة أو أغلقها أولًا.", 
  },
  state: {
    draft: "مسودة", filed: "مقدم", scheduled: "مجدول", published: "منشور", withdrawn: "مسحوب", "taken-down": "محذوف",
    filedBy: (name, when) => `قدمه ${name}، ${when}`, sentBack: (name, note) => `أعاده ${name}: ${note}`, scheduledFor: (when) => `مجدول في ${when}`, updated: (when) => `حُدّث ${when}`, edited: "تعديل لم يُنشر بعد",
    breaking: "عاجل", keyEvent: "حدث رئيسي", pinned: "مثبت", owed: { alt: "ينقصه: نص بديل", credit: "ينقصه: مصدر الصورة", source: "ينقصه: المصدر" }, untitled: "بلا عنوان", goneElsewhere: "لم يعد في الانتظار", gonePublished: "نُشر", goneSentBack: "أُعيد",
  },
  post: {
    publish: "انشر", sendBack: "أعده", takeOver: "تولّه", edit: "عدّل", read: "اقرأ", pin: "ثبّت", keyEvent: "حدث رئيسي", breaking: "عاجل", lift: "إلى الملخص", history: "السجل", preview: "معاينة", takeDown: "اضغط مطولًا للسحب", more: "المزيد",
    published: (headline) => `نُشر: ${headline}`, backSent: (headline) => `أُعيد: ${headline}`, lifted: "صار في الملخص.", summaryFull: "في الملخص اثنتا عشرة نقطة؛ أزل واحدة أولًا.", changedMeanwhile: "غيّر شخص هذا المنشور في الأثناء؛ أحدث نسخة على الشاشة الآن. انظر، ثم اضغط ثانية.",
    noteTitle: "إعادة المنشور", note: "ما المطلوب؟", notePlaceholder: "من يقول ذلك؟ أضف المصدر.", schedule: "جدول", unschedule: "ألغِ الجدولة", scheduleTitle: "جدولة", scheduleAt: "متى", badTime: "اذكر يومًا ووقتًا.",
  },
  takeDown: { title: "أُزيل من كل الصفحات", lead: "لم يعد لدى القراء. ماذا يقال لهم؟", withdrawn: "سحب: يبقى إشعار للقراء في مكانه", gone: "حذف: لا يبقى أثر", notice: "إشعار للقراء", noticeHint: "سحبنا هذا المنشور لأن …", reason: "السبب، لغرفة الأخبار", done: "تم", },
  flash: { title: (page) => `عاجل ← ${page}`, placeholder: "سطر واحد", publish: "انشر", why: "ينشره Enter خبرًا عاجلًا ويفتح المنشور ثانية لمتابعة الكتابة. ويغلق Esc." },
  write: {
    headline: "العنوان", headlineHint: "العنوان", label: "التصنيف", noLabel: "بلا تصنيف", bylines: "الكاتب", name: "الاسم", role: "الصفة", location: "من", team: "فريق", remove: (name) => `أزل ${name || "هذا الكاتب"}`, breaking: "عاجل", keyEvent: "حدث رئيسي", shownTime: "الوقت المعروض", shownTimeHint: "اتركه فارغًا لوقت النشر", more: "الكاتب والتصنيف والوقت",
    publishTo: (page) => `انشر في ${page}`, fileTo: (page) => `قدّم إلى ${page}`, update: "انشر التحديث", typo: "خطأ مطبعي: بصمت", correction: "تصحيح …", correctionTitle: "نشر تصحيح", correctionNote: "ما الخطأ، للقراء", close: "أغلق هذه المسودة", discard: "تخلص منها", discardTitle: "إغلاق هذه المسودة؟", discardLocal: "هي على هذا الجهاز وحده وستزول.", discardServer: "يحتفظ بها الخادم بين المسودات؛ وتزول من هذا الجهاز.", discardEdit: "يبقى للقراء ما لديهم؛ ويزول هذا التعديل.",
    tabs: "المسودات المفتوحة", untitled: "منشور جديد", editOf: "تعديل", body: "النص", schedule: "جدول …", nothing: "اكتب شيئًا أولًا.", 
    standing: { typing: "تكتب …", "not sent yet": "محفوظ على هذا الجهاز", offline: "دون اتصال: محفوظ على هذا الجهاز", "signed out": "خارج الجلسة: محفوظ على هذا الجهاز", "on the server": "حُفظ", "not kept": (why) => `لا يستطيع هذا الجهاز حفظه (${why}). سيحفظه الخادم حالما يمكن الوصول إليه؛ لا تغلق هذه الصفحة قبل أن تقول «حُفظ».`, refused: (why) => `لم يُحفظ: ${why}`, "changed by another": "غيّره شخص آخر" },
    fileTooLarge: "هذا الملف أكبر من 40 ميغابايت؛ احفظ الصورة بحجم أصغر ثم أضفها.", filesWaiting: "خمسون صورة تنتظر الإرسال من هذا الجهاز؛ أضف هذه بعد أن يُرسل بعضها.",
    double: (who, headline) => `لدى ${who} الرابط نفسه أو الاقتباس نفسه في «${headline}».`, sentBack: (name, note) => `أعاده ${name}: ${note}`, 
  },
  merge: { title: "غيّر شخص آخر هذا المنشور", lead: "النسختان هنا. اختر حيث تختلفان؛ لا يضيع شيء حتى تختار.", mine: "نسختي", theirs: "نسخته", both: "كلتاهما", goOn: "تابع بهذا", merged: "لم تتعارض التغييرات: كلاهما موجود.", headline: "العنوان", details: "الكاتب والتصنيف والوقت", part: (n, of) => `الاختلاف ${n} من ${of}`, gone: "أُزيل" },
  history: {
    title: "السجل", versions: "النسخ", by: (name, did) => `${name} ${did}`, restore: "اجعلها نسخة العمل", restored: "عادت هذه النسخة نسخة العمل. انشرها حين تكون جاهزًا.", compare: "مقارنة بالنسخة السابقة", first: "النسخة الأولى", note: "ملاحظة", none: "لا نسخ بعد.", added: "أُضيف", removed: "أُزيل",
    did: { saved: "حفظ", published: "نشر", update: "حدّث", typo: "صحح خطأ مطبعيًا", correction: "نشر تصحيحًا", filed: "قدّم", "sent back": "أعاد", scheduled: "جدول", unscheduled: "ألغى الجدولة", withdrawn: "سحب", "taken down": "حذف", discarded: "تخلص من التعديل", restored: "استعاد", flagged: "علّم" },
  },
  preview: { title: "معاينة", phone: "هاتف", wide: "مكتب", frame: "المنشور كما سيراه القراء", },
  keys: {
    title: "المفاتيح", reading: "في التدفق والانتظار", writing: "أثناء الكتابة", hold: "اضغط X مطولًا", holdDoes: "أزل المنشور من كل الصفحات", tab: "Alt + 1 … 9",
    does: {
      down: "المنشور التالي", up: "المنشور السابق", read: "اقرأه كاملًا", publish: "انشر النسخة التي على الشاشة", "take over": "تولّه وتابع الكتابة", edit: "عدّل", "send back": "أعده مع ملاحظة", lift: "ارفع العنوان إلى الملخص", pin: "ثبّت أو ألغِ التثبيت", "key event": "حدث رئيسي أو لا", breaking: "عاجل أو لا", history: "السجل", preview: "معاينة", queue: "إلى الانتظار", stream: "إلى التدفق", new: "منشور جديد", flash: "عاجل", help: "هذه المفاتيح", park: "اركن هذه المسودة وابدأ أخرى", "move to tab": "إلى تلك المسودة", release: "قدّم أو انشر؛ والتعديل يُنشر تحديثًا", leave: "غادر النص؛ أغلق ما هو مفتوح",
    },
  },
  labels: { analysis: "تحليل", verification: "تحقق", watch: "شاهد", listen: "استمع", explainer: "شرح" },
};
