import { MostBlocks, MostBytes, MostCharacters, MostNesting } from "./model/limits.ts";
import type { Words } from "./words.ts";

const n = new Intl.NumberFormat("ar-u-nu-latn");

export const arabic: Words = {
  body: "نص المنشور",
  placeholder: "اكتب، أو اضغط / لإضافة عنصر",
  kinds: {
    paragraph: "فقرة", subheading: "عنوان فرعي", list: "قائمة", quote: "اقتباس", image: "صورة", gallery: "معرض صور",
    video: "فيديو", audio: "صوت", chart: "رسم بياني", table: "جدول", embed: "تضمين", linkCard: "بطاقة رابط", verification: "تحقق",
    map: "خريطة", document: "وثيقة", poll: "استطلاع", scoreboard: "لوحة النتائج", timeline: "تسلسل زمني", qa: "أسئلة وأجوبة", divider: "فاصل",
  },
  unknownKind: (kind) => `عنصر من نوع لا تعرفه هذه النسخة: ${kind}`,
  unknownNote: "يُحفظ كما هو. أعد تحميل الصفحة للحصول على أحدث نسخة، فقد تعرفه.",
  fields: {
    media: "الملف", alt: "النص البديل: ماذا يظهر", caption: "التعليق", credit: "المصدر المنسوب إليه", creditKind: "من أين جاءت", warning: "تحذير قبل العرض",
    focalPoint: "يبقى ظاهرًا", sourceUrl: "عنوان المصدر", url: "العنوان", poster: "صورة ثابتة", captions: "ملف الترجمة (WebVTT)", transcript: "النص المفرغ",
    show: "البرنامج", episode: "الحلقة", artwork: "صورة البرنامج", type: "شكل الرسم", title: "العنوان", unit: "الوحدة", period: "الفترة", source: "المصدر", note: "ملاحظة",
    provider: "الموقع", author: "الكاتب", text: "النص", postedAt: "وقت النشر هناك (UTC)", kicker: "تمهيد", description: "الوصف",
    what: "ما الذي يُتحقق منه", where: "أين", when: "متى", how: "كيف ثبت ذلك", finding: "النتيجة", name: "الاسم", latitude: "خط العرض", longitude: "خط الطول",
    pages: "عدد الصفحات", question: "السؤال", votes: "الأصوات", closed: "أُغلق باب الإجابة", status: "الحالة", score: "النتيجة", detail: "تفاصيل",
    site: "صاحب الصفحة", guests: "الضيوف", across: "العرض بالكيلومترات",
    asked: "السؤال", askedBy: "السائل", answer: "الجواب", answeredBy: "المجيب", attribution: "صاحب القول",
  },
  fieldsOf: { "embed.text": "ماذا قال", "embed.media": "الصورة", "embed.alt": "النص البديل: ماذا تُظهر الصورة", "linkCard.media": "الصورة أو الغلاف", "linkCard.show": "البرنامج، إن كانت حلقة", "poll.text": "إجابة", "timeline.text": "ماذا حدث", "quote.source": "أين قيل", "verification.source": "من أين جاء", "scoreboard.name": "الطرف" },
  choices: {
    agency: "وكالة", pool: "مشتركة", handout: "موزعة", screengrab: "لقطة شاشة", user: "من قارئ", own: "خاصة بنا",
    bar: "أعمدة", groupedBar: "أعمدة متجاورة", stackedBar: "أعمدة متراكمة", line: "خط", area: "مساحة", pie: "دائرة", donut: "حلقة", dot: "نقاط", range: "مدى",
    unconfirmed: "غير مؤكد", confirmed: "مؤكد", partly: "مؤكد جزئيًا", disputed: "محل خلاف", false: "خطأ", "old footage": "مشاهد قديمة",
  },
  notSaid: "غير محدد",
  owed: { alt: "النص البديل", credit: "النسبة", source: "المصدر" },
  owedSentence: (owes) => `ينقص: ${owes.map((one) => arabic.owed[one]).join("، ")}`,
  more: "المزيد",
  open: "تحرير",
  done: "تم",
  remove: "حذف",
  moveUp: "إلى أعلى",
  moveDown: "إلى أسفل",
  item: (what, number) => `${what} ${number}`,
  itemOf: { gallery: "صورة", verification: "بند", map: "مكان", poll: "إجابة", scoreboard: "طرف", timeline: "حدث", qa: "سؤال" },
  addItem: { gallery: "أضف صورة", verification: "أضف بندًا", map: "أضف مكانًا", poll: "أضف إجابة", scoreboard: "أضف طرفًا", timeline: "أضف حدثًا", qa: "أضف سؤالًا" },
  addBlock: "أضف عنصرًا",
  blocksFound: (count) => `عدد العناصر: ${n.format(count)}`,
  noBlockFound: "لا عنصر بهذا الاسم",
  toolbar: "النص",
  marks: { strong: "غليظ", emphasis: "مائل", code: "رمز", link: "رابط" },
  link: { label: "عنوان الرابط", apply: "أضف الرابط", remove: "أزل الرابط", cancel: "إلغاء", refused: "هذا ليس عنوانًا؛ اكتب عنوانًا يبدأ بـ https:// أو mailto: أو /." },
  grid: {
    label: "الأرقام",
    column: (number) => `اسم العمود ${number}`,
    unnamed: (number) => `العمود ${number}`,
    cell: (row, column) => `الصف ${row}، ${column}`,
    addRow: "أضف صفًا",
    addColumn: "أضف عمودًا",
    removeRow: (number) => `احذف الصف ${number}`,
    removeColumn: (name) => `احذف العمود ${name}`,
    hint: "يمكن لصق خلايا منسوخة من جدول بيانات هنا.",
    notANumber: (text) => `«${text}» ليس رقمًا؛ الرسم البياني للأرقام فقط. اترك الخلية فارغة إن لم يُعرف الرقم.`,
    tooLarge: "لا يتسع لهذا: 20 عمودًا و500 صف على الأكثر. انسخ خلايا أقل.",
    showAll: (count) => `أظهر كل الصفوف (${n.format(count)})`,
  },
  point: { left: "من اليسار، %", top: "من الأعلى، %" },
  media: { none: "لا يمكن إرسال الملفات من هنا بعد. أضف عنصر صورة وصِفها؛ ويمكن أن يلحق الملف.", choose: "اختر ملفًا", replace: "استبدل", remove: "أزل الملف", sending: "جارٍ الإرسال …", waiting: "لا اتصال: الصورة محفوظة على هذا الجهاز وتُرسل حين يعود.", failed: "تعذر إرسال الملف. حاول مرة أخرى؛ النص محفوظ.", described: "موصوفة بالكلمات إلى أن يُختار ملف." },
  lookUp: {
    fetch: "املأ من الصفحة", fetching: "جارٍ سؤال الصفحة …", fetched: "مُلئت من الصفحة؛ راجعها.", failed: "تعذر سؤال الصفحة. اكتب ما تقوله.",
    offer: "أتريد عرض هذا الرابط بطاقةً بعنوانه وصورته؟", card: "اجعله بطاقة", keep: "أبقِ الرابط",
  },
  place: { find: "إحداثيات أو رابط خريطة", hint: "54.91, -1.38 أو 54° 54′ 36″ N 1° 22′ 48″ W أو رابط منسوخ من خريطة على الويب.", unread: "لا يُفهم مكان من هذا؛ اكتب درجات الشمال والشرق، مثل 54.91, -1.38." },
  preview: "كما يراها القراء",
  keys: {
    "/": "أضف عنصرًا", "@": "إلى الأسماء، في سطر فارغ", "Ctrl+B": "غليظ", "Ctrl+I": "مائل", "Ctrl+E": "رمز", "Ctrl+K": "رابط", "Ctrl+Alt+2": "عنوان فرعي",
    "Ctrl+Shift+8": "قائمة", "Ctrl+Shift+7": "قائمة مرقمة", "Ctrl+Shift+9": "اقتباس", Tab: "أدخل البند تحت ما قبله", "Shift+Tab": "أخرج البند", "Alt+↑": "ارفع العنصر", "Alt+↓": "أنزل العنصر",
    Enter: "افتح نموذج العنصر المختار", Esc: "عودة إلى النص",
  },
  number: "اكتب رقمًا، مثل 54.9.",
  address: "هذا ليس عنوانًا؛ اكتب عنوانًا يبدأ بـ https:// أو mailto: أو /.",
  over: (over) => {
    switch (over.limit) {
      case "blocks": return `في هذا المنشور ${n.format(over.count)} عنصرًا؛ قسّمه إلى منشورات لا يزيد كل منها على ${MostBlocks}.`;
      case "bytes": return `حجم هذا المنشور ${n.format(Math.ceil(over.count / 1024))} كيلوبايت؛ قسّمه إلى منشورات لا يزيد كل منها على ${MostBytes / 1024}.`;
      case "nesting": return `تتداخل القوائم حتى ${MostNesting} مستويات؛ ارفع هذه البنود.`;
      case "characters": return `في أحد النصوص ${n.format(over.count)} حرفًا؛ قسّمه إلى أجزاء لا تزيد على ${n.format(MostCharacters)}.`;
    }
  },
  pasteTooLarge: "ما لصقته أكبر من أن يُستقبل. نصك كما كان؛ انسخ جزءًا منه، أو الصقه نصًا عاديًا.",
  pasteOver: (reason) => `لم يُلصق هذا، ونصك كما كان. لو أُضيف: ${reason}`,
  pasteEmpty: "لا نص فيما لصقته. نصك كما كان.",
  nestingFull: `تتداخل القوائم حتى ${MostNesting} مستويات.`,
  bylines: {
    label: "الأسماء",
    find: "أضف اسمًا",
    people: "الأشخاص والفرق",
    person: "شخص",
    team: "فريق",
    role: "الصفة",
    organisation: "المؤسسة",
    location: "من",
    add: (name) => `أضف «${name}»`,
    added: (name) => `أُضيف ${name}.`,
    remove: (name) => `احذف ${name}`,
    removed: (name) => `حُذف ${name}.`,
    moveUp: (name) => `ارفع ${name}`,
    full: "للمنشور 20 اسمًا على الأكثر؛ احذف واحدًا أولًا.",
    found: (count) => `عدد الأسماء: ${n.format(count)}`,
  },
};
