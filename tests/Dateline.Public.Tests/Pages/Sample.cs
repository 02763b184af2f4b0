using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;

namespace Dateline.Public.Tests.Pages;

/// <summary>A small live page about a fictional day, and the words to vary it with.</summary>
internal static class Sample
{
    /// <summary>The day's newest moment, on a winter evening in London.</summary>
    public static readonly DateTimeOffset Now = new(2025, 2, 17, 21, 9, 0, TimeSpan.Zero);

    public static readonly NewsroomStyle Style = new()
    {
        Name = "The Merrow Courier",
        PublicUrl = new Uri("https://courier.example/"),
        OwnDomains = ["courier-archive.example"],
        Labels = new Dictionary<string, string> { ["watch"] = "Watch live" },
    };

    public static readonly PublicCoverage Coverage = new()
    {
        Slug = "merrow-barrier",
        Header = new Header
        {
            Headline = "Port Merrow barrier holds through the highest tide in sixty years",
            Standfirst = "More than four thousand people spent the night in schools and halls. The gates stay shut until the morning tide has passed.",
            Language = "en-GB",
            TimeZone = "Europe/London",
            Lead = new Image { Id = "lead", Alt = "The barrier's six steel gates, closed, with waves breaking over the walkway", Caption = Text("The gates were closed at 14:20"), Credit = "Ines Varga", CreditKind = CreditKind.Own },
            Contributors = Text("Edited by Ruth Okafor, with Ines Varga and Tom Leight in Port Merrow"),
            Previous = new PageLink("/live/merrow-warning", "Sunday: the warning"),
        },
        Status = new Status(CoverageStatus.Live, Now.AddHours(-9)),
        Summary = new Summary(
        [
            new SummaryPoint(Text("The tide peaked at 5.31 metres, nine centimetres below the top of the gates"), Now.AddMinutes(-60)),
            new SummaryPoint(Text("Two pumps failed in the Lower Town; engineers have one of them running again"), Now.AddMinutes(-6)),
            new SummaryPoint(Text("Trains along the coast will not run before midday tomorrow"), Now.AddMinutes(-60)),
        ], Now.AddMinutes(-6)),
    };

    public static PostId Id(int number) => new(new Guid($"0195143a-0000-7000-8000-{number:D12}"));

    public static RichText Text(string text) => RichText.Plain(text);

    public static Paragraph Says(string text) => new() { Text = Text(text) };

    /// <summary>A post so many minutes before <see cref="Now"/>.</summary>
    public static PublicPost Post(int number, int minutesAgo, string? headline, params Block[] blocks) => new()
    {
        Id = Id(number),
        Ordinal = 1000 - minutesAgo,
        Headline = headline,
        Time = new ShownTime(Now.AddMinutes(-minutesAgo)),
        FirstPublishedAt = Now.AddMinutes(-minutesAgo),
        Blocks = [.. blocks],
    };

    public static PageView View(params PublicPost[] posts) => new() { Coverage = Coverage, Seq = 41, Epoch = "5f2c", Posts = posts, BeganAt = posts.Length == 0 ? null : posts.Min(post => post.Time.At) };

    public static Typesetter Typesetter(NewsroomStyle? style = null) =>
        new(style ?? Style, new PageAssets(Styles.Text, "/reader/reader-3a9d.js", "/reader/newsreader-latin.woff2", "/reader/newsreader-latin-ext.woff2", "/reader/icon-3a9d.svg", "3a9d"));
}
