using AngleSharp;
using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Public.Pages.Articles;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class ChartViewTests
{
    // The six shares are facts of the Kiel Institute's Ukraine Support Tracker, January 2022 to December 2024; the words are ours.
    private static readonly Chart Support = new()
    {
        Type = ChartType.Pie,
        Title = "Where government help for Ukraine came from",
        Unit = "%",
        Period = "January 2022 to December 2024",
        Source = "Kiel Institute, Ukraine Support Tracker",
        Note = "Money, food and shelter, and arms together.",
        Columns = ["Giver", "Share"],
        Rows = [["Japan", 3.9m], ["Germany", 6.5m], ["UK", 5.5m], ["US", 42.7m], ["All others", 23.1m], ["EU institutions", 18.3m]],
    };

    [Fact]
    public async Task A_pie_of_six_shares_is_ranked_bars_with_a_table_that_comes_to_a_hundred_and_a_summary()
    {
        var chart = await Set(Support);
        Assert.Equal(["US", "All others", "EU institutions", "Germany", "UK", "Japan"], chart.QuerySelectorAll(".row .name").Select(name => name.TextContent));
        Assert.Equal(["42.7%", "23.1%", "18.3%", "6.5%", "5.5%", "3.9%"], chart.QuerySelectorAll(".strip text").Select(number => number.TextContent));
        var widths = chart.QuerySelectorAll(".strip > .s0").Select(bar => double.Parse(bar.GetAttribute("width")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(100, widths[0]);
        Assert.Equal(100 * 6.5 / 42.7, widths[3], 1);
        Assert.Equal(["US 42.7%", "All others 23.1%", "EU institutions 18.3%", "Germany 6.5%", "UK 5.5%", "Japan 3.9%"], chart.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}"));
        Assert.Equal("Total100%", chart.QuerySelector("tfoot tr")!.TextContent);
        Assert.Equal("US 42.7%, All others 23.1%, EU institutions 18.3%, Germany 6.5%, UK 5.5%, Japan 3.9%", chart.QuerySelector("[role=img]")!.GetAttribute("aria-label"));
        Assert.Contains("Source: Kiel Institute, Ukraine Support Tracker", chart.TextContent, StringComparison.Ordinal);
        Assert.Contains("January 2022 to December 2024", chart.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_writer_says_of_a_chart_is_said_instead() =>
        Assert.Equal("More than four in ten came from the US.", (await Set(Support with { Summary = "More than four in ten came from the US." })).QuerySelector("[role=img]")!.GetAttribute("aria-label"));

    [Fact]
    public async Task A_feed_has_the_sentence_and_the_table_and_no_drawing()
    {
        var html = await Sample.Typesetter().Body(Sample.Post(1, 0, null, Support), Sample.Coverage, Sample.Now);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.Contains("<p>US 42.7%, All others 23.1%", html, StringComparison.Ordinal);
        Assert.Contains("<table>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_right_to_left_begins_its_bars_at_the_right()
    {
        var chart = await Set(Support, Arabic.Coverage);
        Assert.Equal(["0%", "45.9%"], chart.QuerySelectorAll(".strip > .s0").Select(bar => bar.GetAttribute("x")).Take(2));
        Assert.Equal("-6", chart.QuerySelector(".strip text")!.GetAttribute("x"));
    }

    [Theory]
    [InlineData("de-DE", "42,7\u00a0%")]
    [InlineData("en-GB", "42.7%")]
    [InlineData("ar", "42.7%")]
    public async Task Numbers_are_written_in_the_language_of_the_page(string language, string number) =>
        Assert.Equal(number, (await Set(Support, In(language))).QuerySelector(".strip text")!.TextContent);

    [Theory]
    [InlineData("de-DE", "2,4\u00a0bn\u00a0€")]
    [InlineData("en-GB", "€2.4bn")]
    public async Task A_currency_stands_where_the_language_has_it(string language, string number) =>
        Assert.Equal(number, (await Set(new Chart { Title = "Cost", Unit = "€bn", Columns = ["What", "Cost"], Rows = [["Gates", 2.4m]] }, In(language))).QuerySelector(".strip text")!.TextContent);

    [Fact]
    public async Task A_minus_stays_before_its_number_among_arabic_letters() =>
        Assert.Equal("\u200e−3", (await Set(new Chart { Title = "Change", Columns = ["What", "Change"], Rows = [["Level", -3m]] }, Arabic.Coverage)).QuerySelector(".strip text")!.TextContent);

    [Fact]
    public async Task Scores_and_spans_are_not_turned_round_among_arabic_letters()
    {
        var page = await Sample.Typesetter().Article(Sample.Post(1, 0, null,
            new Scoreboard { Sides = [new Side { Name = "الساحل", Score = "231–4" }] },
            new Table { Columns = ["المحطة", "8–12"], Rows = [["الرصيف", "10–14"]] }), Arabic.Coverage, ArticlePlace.Stream, Sample.Now);
        foreach (var span in new[] { "231–4", "8–12", "10–14" }) Assert.Contains($"\u2066{span}\u2069", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2066الرصيف", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_that_is_only_begun_can_be_looked_at()
    {
        foreach (var type in Enum.GetValues<ChartType>())
            foreach (var begun in new Chart[] { new() { Type = type }, new() { Type = type, Columns = [], Rows = [[]] }, new() { Type = type, Columns = ["A", "B"], Rows = [["x"], ["y", "words"], []] }, new() { Type = type, SmallMultiples = true, Columns = ["A", "B", "C"], Rows = [["x", new Cell(), new Cell()]] } })
                Assert.NotNull(await Set(begun));
    }

    private static PublicCoverage In(string language) => Sample.Coverage with { Header = Sample.Coverage.Header with { Language = language } };

    private static async Task<IElement> Set(Chart chart, PublicCoverage? coverage = null)
    {
        var html = await Sample.Typesetter().Article(Sample.Post(1, 0, null, chart), coverage ?? Sample.Coverage, ArticlePlace.Stream, Sample.Now);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        var page = await BrowsingContext.New().OpenAsync(answer => answer.Content(html), TestContext.Current.CancellationToken);
        return page.QuerySelector("figure.chart")!;
    }
}
