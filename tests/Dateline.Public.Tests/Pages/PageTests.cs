using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Core.Blocks;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Articles;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed partial class PageTests
{
    [Fact]
    public async Task Every_page_keeps_to_the_policy_that_goes_with_it()
    {
        var policy = Sample.Typesetter().ContentSecurityPolicy;
        foreach (var (name, page) in await WholePages.All())
        {
            var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
            Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
            Assert.Empty(Forbidden().Matches(page[page.IndexOf("</style>", StringComparison.Ordinal)..]).Select(match => $"{name}: {match.Value}"));
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_another_site()
    {
        foreach (var (name, page) in await WholePages.All())
            Assert.Empty(LoadedFromElsewhere().Matches(page).Select(match => $"{name}: {match.Value}"));
    }

    [Fact]
    public async Task A_page_carries_each_article_as_the_stream_and_its_own_address_do()
    {
        var post = Sample.Post(1, 0, "Gates closed", [.. EveryBlock.Kinds]);
        var article = await Sample.Typesetter().Article(post, Sample.Coverage, ArticlePlace.Stream, Sample.Now);
        Assert.Contains(article, await WholePages.Live(Sample.View(post)), StringComparison.Ordinal);
        Assert.Contains(article, await Sample.Typesetter().Permalink(post, Sample.Coverage, Sample.Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_carries_each_section_as_the_stream_does()
    {
        var view = Sample.View() with { Pinned = Sample.Post(1, 5, "Gates closed"), KeyEvents = [new KeyEvent(Sample.Id(1), new(Sample.Now), "Gates closed")] };
        var page = await WholePages.Live(view);
        foreach (var section in Enum.GetValues<Public.Pages.Sections.Section>())
        {
            var html = await Sample.Typesetter().Section(section, view, Sample.Now);
            Assert.Contains($"<div data-section=\"{Public.Pages.Sections.SectionNames.Name(section)}\">{html}</div>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_day_stands_between_posts_of_different_days_and_nowhere_else()
    {
        var page = await WholePages.Live(Sample.View(Sample.Post(1, 0, "A"), Sample.Post(2, 60, "B"), Sample.Post(3, 22 * 60, "C"), Sample.Post(4, 23 * 60, "D")));
        Assert.Equal(["Sunday 16 February"], DayHeadings().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Only_the_front_page_follows_the_stream()
    {
        Assert.Contains("data-stream=\"/live/merrow-barrier/stream\"", await WholePages.Live(Sample.View()), StringComparison.Ordinal);
        Assert.DoesNotContain("data-stream", await WholePages.Live(Sample.View() with { Number = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_to_the_older_and_the_newer()
    {
        var page = await WholePages.Live(Sample.View() with { Number = 2, Older = 1, Newer = 3 });
        Assert.Contains("""<a rel="prev" href="/live/merrow-barrier/page/3">""", page, StringComparison.Ordinal);
        Assert.Contains("""<a rel="next" href="/live/merrow-barrier/page/1">""", page, StringComparison.Ordinal);
        Assert.Contains("""<a rel="prev" href="/live/merrow-barrier">""", await WholePages.Live(Sample.View() with { Number = 3, Older = 2 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_in_the_head_are_the_public_ones()
    {
        var page = await WholePages.Live(Sample.View() with { Coverage = Sample.Coverage with { Header = Sample.Coverage.Header with { Lead = new Image { Id = "lead", Media = $"{new string('a', 64)}-1800x1200-9ab8ac532421", Alt = "Gates" } } } });
        Assert.Contains("""<link rel="canonical" href="https://courier.example/live/merrow-barrier" """, page, StringComparison.Ordinal);
        Assert.Contains($"""<meta property="og:image" content="https://courier.example/media/{new string('a', 64)}/1440.jpg" """, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_what_it_is_about_even_where_its_editors_did_not()
    {
        var silent = Sample.Coverage with { Header = Sample.Coverage.Header with { Standfirst = null } };
        var post = Sample.Post(1, 5, "The gates open", Sample.Says("The first gate went up at noon."));
        Assert.Contains("""<meta name="description" content="More than four thousand people""", await WholePages.Live(Sample.View(post)), StringComparison.Ordinal);
        Assert.Contains("""<meta name="description" content="The tide peaked at 5.31 metres""", await WholePages.Live(Sample.View(post) with { Coverage = silent }), StringComparison.Ordinal);
        Assert.Contains("""<meta name="description" content="The first gate went up at noon.""", await WholePages.Live(Sample.View(post) with { Coverage = silent with { Summary = Core.Coverages.Summary.None } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_post_is_not_offered_to_search_engines()
    {
        var page = (await WholePages.All())["withdrawn"];
        Assert.Contains("""<meta name="robots" content="noindex">""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ld+json", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_going_on_comes_first_in_the_list_of_live_pages()
    {
        var page = (await WholePages.All())["index"];
        var order = ListedPages().Matches(page).Select(match => match.Groups[1].Value);
        Assert.Equal(["merrow-barrier", "merrow-warning", "sahil-barrier"], order);
    }

    [Fact]
    public async Task A_page_in_Arabic_reads_from_right_to_left_in_its_own_words()
    {
        var page = (await WholePages.All())["arabic"];
        Assert.Contains("""<html lang="ar" dir="rtl">""", page, StringComparison.Ordinal);
        Assert.Contains("انتهت التغطية المباشرة", page, StringComparison.Ordinal);
        Assert.Contains("UTC+3", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_posts_of_text_travel_in_less_than_thirty_kilobytes()
    {
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await brotli.WriteAsync(Encoding.UTF8.GetBytes((await WholePages.All())["text"]), TestContext.Current.CancellationToken);
        Assert.InRange(compressed.Length, 1, 30_000);
    }

    [GeneratedRegex(@"\s(?:style|on[a-z]+)=""|<script(?! type=""(?:module"" src|application/ld))|<iframe|<object|<base|<style|javascript:")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"(?:\ssrc|srcset|poster|action)=""(?!/[^/])[^""]*""|<link rel=""(?:stylesheet|preload|icon)"" href=""(?!/[^/])|url\((?!/[^/])")]
    private static partial Regex LoadedFromElsewhere();

    [GeneratedRegex("""<h2 class="day">([^<]*)</h2>""")]
    private static partial Regex DayHeadings();

    [GeneratedRegex("""<h2 id="live-([a-z-]+)">""")]
    private static partial Regex ListedPages();
}
