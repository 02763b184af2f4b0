using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Public.Editions;

namespace Dateline.Public.Tests.Pages;

/// <summary>A page that reads from right to left.</summary>
internal static class Arabic
{
    public static readonly PublicCoverage Coverage = new()
    {
        Slug = "sahil-barrier",
        Header = new Header
        {
            Headline = "حاجز الساحل يصمد أمام أعلى مد منذ ستين عامًا",
            Standfirst = "أمضى أكثر من أربعة آلاف شخص ليلتهم في المدارس. وتبقى البوابات مغلقة حتى الصباح.",
            Language = "ar",
            TimeZone = "Asia/Riyadh",
        },
        Status = new Status(CoverageStatus.Closed, Sample.Now, ResumesAt: Sample.Now.AddHours(12)),
        Summary = new Summary([new SummaryPoint(Sample.Text("بلغ المد 5.31 أمتار"), Sample.Now.AddHours(-1)), new SummaryPoint(Sample.Text("تعطلت مضختان في البلدة القديمة"), Sample.Now.AddMinutes(-3))], Sample.Now.AddMinutes(-3)),
    };

    public static PageView View()
    {
        var post = Sample.Post(1, 5, "تعطل المضخة الثانية في البلدة القديمة",
            new Paragraph { Text = new RichText([new Run("طلب المجلس من السكان الصعود إلى الطوابق العليا، بحسب "), new Run("موقع الميناء", Href: "https://harbour.example/"), new Run(".")]) },
            EveryBlock.Kinds.OfType<Chart>().First())
        with
        { Label = new Label("تحليل", "تحليل"), Bylines = [new Byline { Name = "ليلى حداد", Role = "مراسلة", Location = "الساحل" }], KeyEvent = true };
        var breaking = Sample.Post(2, 40, "إغلاق البوابات الست", Sample.Says("أُغلقت البوابات قبل ساعة من الموعد.")) with { BreakingSince = Sample.Now.AddMinutes(-9), KeyEvent = true };
        return new PageView
        {
            Coverage = Coverage,
            Seq = 3,
            Epoch = "5f2c",
            Posts = [post, breaking],
            KeyEvents = [new KeyEvent(post.Id, post.Time, post.Headline!), new KeyEvent(breaking.Id, breaking.Time, breaking.Headline!)],
            BeganAt = breaking.Time.At,
        };
    }
}
