using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Wording;

internal static class Arabic
{
    // Zones are named in full only where the name is in common use; the rest read as their offset.
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["Coordinated Universal Time"] = "التوقيت العالمي المنسق",
        ["Greenwich Mean Time"] = "توقيت غرينتش",
        ["British Summer Time"] = "توقيت بريطانيا الصيفي",
        ["Central European Time"] = "توقيت وسط أوروبا",
        ["Central European Summer Time"] = "توقيت وسط أوروبا الصيفي",
        ["Eastern European Time"] = "توقيت شرق أوروبا",
        ["Eastern European Summer Time"] = "توقيت شرق أوروبا الصيفي",
        ["Moscow Standard Time"] = "توقيت موسكو",
        ["Eastern Standard Time"] = "توقيت شرق الولايات المتحدة",
        ["Eastern Daylight Time"] = "توقيت شرق الولايات المتحدة الصيفي",
        ["East Africa Time"] = "توقيت شرق أفريقيا",
    };

    public static readonly Words Words = new()
    {
        SkipToPosts = "انتقل إلى المنشورات",
        LivePages = "الصفحات المباشرة",
        NoLivePages = "لا توجد صفحات مباشرة في الوقت الحالي.",
        LatestPosts = "أحدث المنشورات",
        OlderPosts = "منشورات أقدم",
        NewerPosts = "منشورات أحدث",
        PagesOfPosts = "صفحات المنشورات",
        Neighbours = "صفحات مباشرة أخرى عن هذا الموضوع",
        Previous = "الصفحة المباشرة السابقة",
        Next = "الصفحة المباشرة التالية",
        Feeds = "الخلاصات",
        PostOnLivePage = "منشور من هذه الصفحة المباشرة",
        SeeLivePage = "اذهب إلى الصفحة المباشرة كاملة",
        NotFound = "الصفحة غير موجودة",
        NotFoundSentence = "لا يوجد شيء على هذا العنوان. ربما كُتب خطأً أو أُزيلت الصفحة.",
        NoPostsYet = "ستظهر المنشورات هنا.",

        Live = "مباشر",
        Begins = "تبدأ التغطية المباشرة",
        BeginsSoon = "تبدأ التغطية المباشرة قريبًا",
        Paused = "التغطية المباشرة متوقفة مؤقتًا",
        Closed = "انتهت التغطية المباشرة",
        BackAt = when => $"، ونعود {when}",
        Today = clock => clock is null ? "اليوم" : $"اليوم الساعة {clock}",
        Tomorrow = clock => clock is null ? "غدًا" : $"غدًا الساعة {clock}",
        OnDay = (day, clock) => clock is null ? $"يوم {day}" : $"يوم {day} الساعة {clock}",
        AllTimes = zone => $"جميع الأوقات بتوقيت {zone}",
        SpokenTime = (clock, zone, date) => $"{clock} {zone}، {date}",
        ZoneInFull = zone => Zones.GetValueOrDefault(zone.Long, zone.Short),
        Updated = "حُدّث",

        Summary = "ملخص",
        New = "جديد",
        Pinned = "منشور مثبّت",
        KeyEvents = "أبرز الأحداث",

        Breaking = "عاجل",
        Labels = new Dictionary<string, string>
        {
            ["analysis"] = "تحليل",
            ["verification"] = "تحقّق",
            ["watch"] = "شاهد",
            ["listen"] = "استمع",
            ["explainer"] = "شرح",
        },
        Share = "مشاركة",
        Correction = "تصحيح",
        Withdrawn = "سُحب هذا المنشور",
        ReportingFrom = place => $"من {place}",
        Comma = "، ",
        OutsideLink = "رابط خارجي",

        Picture = "صورة",
        PictureMissing = "صورة غير معروضة هنا",
        PictureLapsed = "انتهى حق عرض هذه الصورة.",
        CreditNote = kind => kind switch
        {
            CreditKind.Pool => "صورة مشتركة",
            CreditKind.Handout => "صورة موزّعة",
            CreditKind.Screengrab => "لقطة شاشة",
            CreditKind.User => "من الجمهور",
            _ => null,
        },
        Warning = "تحذير",
        ShowAnyway = "اعرض",
        Video = "فيديو",
        Recording = "صوت",
        VideoLapsed = "انتهى حق عرض هذا الفيديو.",
        RecordingLapsed = "انتهى حق بث هذا التسجيل.",
        DocumentLapsed = "انتهى حق عرض هذه الوثيقة.",
        Watch = "شاهد",
        Listen = "استمع",
        Transcript = "النص المكتوب",
        Captions = "ترجمة",
        Numbers = "الأرقام",
        Source = "المصدر",
        SeeOn = site => $"شاهده على {site}",
        SeeOriginal = "شاهد الأصل",
        PlayFrom = site => $"شغّله من {site}",
        ShowFrom = site => $"اعرضه من {site}",
        AskedOnlyThen = site => $"لا يعلم {site} بزيارتك إلا حينها.",
        WithGuests = guests => $"مع {guests}",
        Kilometres = number => $"{number} كم",
        MapShows = (places, across) => across is null ? $"خريطة للعالم تُظهر {places}" : $"خريطة عرضها {across} تُظهر {places}",
        Outlines = "الخريطة: Natural Earth",
        ReadDocument = "وثيقة",
        PictureCount = pictures => pictures switch
        {
            1 => "صورة واحدة",
            2 => "صورتان",
            <= 10 => $"{pictures} صور",
            _ => $"{pictures} صورة",
        },
        Kilobytes = number => $"{number} كيلوبايت",
        Megabytes = number => $"{number} ميغابايت",
        PageCount = pages => pages switch
        {
            1 => "صفحة واحدة",
            2 => "صفحتان",
            _ when pages % 100 is >= 3 and <= 10 => $"{pages} صفحات",
            _ => $"{pages} صفحة",
        },
        Votes = (number, votes) => votes switch
        {
            0 => "لا أصوات",
            1 => "صوت واحد",
            2 => "صوتان",
            _ when votes % 100 is >= 3 and <= 10 => $"{number} أصوات",
            _ => $"{number} صوتًا",
        },
        PollOpen = "استطلاع",
        PollClosed = "استطلاع، انتهى",
        WhereFilmed = "أين",
        WhenFilmed = "متى",
        HowEstablished = "كيف تحققنا",
        FindingIs = "النتيجة",
        Finding = finding => finding switch
        {
            Core.Blocks.Finding.Confirmed => "مؤكد",
            Core.Blocks.Finding.Partly => "مؤكد جزئيًا",
            Core.Blocks.Finding.Disputed => "محل خلاف",
            Core.Blocks.Finding.False => "غير صحيح",
            Core.Blocks.Finding.OldFootage => "لقطات قديمة",
            _ => "غير مؤكد",
        },
        Charts = new ChartWords
        {
            Named = (name, number, apart) => apart ? $"{name}: {number}" : $"{name} {number}",
            NoFigure = name => $"{name} غير معروف",
            NoFigures = "لا توجد أرقام",
            Placed = (number, where) => $"{number} ({where})",
            FromTo = (first, last) => $"من {first} إلى {last}",
            Highest = number => $"الأعلى {number}",
            Lowest = number => $"الأدنى {number}",
            Between = (from, to) => $"من {from} إلى {to}",
            Extremes = (highest, lowest, all) => $"الأعلى {highest}؛ الأدنى {lowest}؛ العدد الكلي {all}",
            Of = (name, told) => $"{name}: {told}",
            MoreSeries = count => $"سلاسل أخرى في الجدول: {count}",
            Measured = (unit, told) => $"{told}. الوحدة: {unit}",
            Total = "المجموع",
        },
        Question = "سؤال",
        Answer = "جواب",

        Script = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["newPosts"] = new Dictionary<string, string>
            {
                ["zero"] = "لا منشورات جديدة",
                ["one"] = "منشور جديد واحد",
                ["two"] = "منشوران جديدان",
                ["few"] = "{n} منشورات جديدة",
                ["many"] = "{n} منشورًا جديدًا",
                ["other"] = "{n} منشور جديد",
            },
            ["newBreaking"] = new Dictionary<string, string> { ["other"] = "منها {n} عاجل" },
            ["newCount"] = new Dictionary<string, string> { ["other"] = "{n} جديد" },
            ["minutes"] = new Dictionary<string, string> { ["other"] = "{n} د" },
            ["now"] = new Dictionary<string, string> { ["other"] = "الآن" },
            ["linkCopied"] = new Dictionary<string, string> { ["other"] = "نُسخ الرابط" },
            ["connectionLost"] = new Dictionary<string, string> { ["other"] = "انقطع الاتصال. نحاول مرة أخرى." },
            ["connectionBack"] = new Dictionary<string, string> { ["other"] = "عاد الاتصال." },
        },
    };
}
