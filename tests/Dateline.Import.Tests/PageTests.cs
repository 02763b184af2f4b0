using System.Text;
using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Import.Tests;

public sealed class PageTests
{
    private static readonly Manuscript Flood = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pages", "flood.html")));

    [Fact]
    public void A_page_gives_its_header_from_its_data()
    {
        Assert.Equal("Flood & storm: the Dale", Flood.Headline);
        Assert.Equal("What is known so far", Flood.Standfirst);
        Assert.Equal("Marta Dunn, The night desk", Flood.Contributors!.PlainText);
        Assert.Equal("image  | Dale Picture Desk | Dale Bridge", Captures.Short(Flood.Lead!));
        Assert.Null(Flood.Status);
    }

    [Fact]
    public void What_the_page_says_beside_its_posts_is_kept_for_editors()
    {
        var page = Read("""<script type="application/ld+json">{"@type":"LiveBlogPosting","articleBody":"<p>We follow the flood.</p>The road is shut.","liveBlogUpdate":[{"datePublished":"2026-02-01T12:00:00Z","articleBody":"The road is shut."}]}</script>""");

        Assert.Equal(["We follow the flood."], page.Preamble);
        Assert.Contains(page.Warnings, warning => warning.Text.Contains("We follow the flood.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_whose_only_data_is_broken_is_refused_with_its_line() =>
        Assert.Contains("at line 2, is broken", Captures.Refusal("<!doctype html>\n<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",</script>"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_broken_script_among_good_ones_is_passed_over_and_named() =>
        Assert.Contains(Flood.Warnings, warning => warning.Line == 6);

    [Fact]
    public void A_post_has_its_time_in_UTC_its_update_and_its_writer()
    {
        var post = Flood.Posts[0];

        Assert.Equal("Wall ‘holding’", post.Headline);
        Assert.Equal("2026-02-01T13:05:00Z", post.PublishedAt);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 13, 30, 0, TimeSpan.Zero), post.UpdatedAt);
        Assert.Equal([new Byline { Name = "Marta Dunn", Role = "Reporter", Organisation = "The Dale Post" }], post.Bylines);
        Assert.Equal(BylineKind.Team, Flood.Posts[1].Bylines[0].Kind);
        Assert.False(Flood.Posts[2].Time.Known);
    }

    [Fact]
    public void A_body_becomes_blocks_and_only_scripts_and_styles_vanish() => Assert.Equal(
        [
            "First the map, then bold and both.",
            "A new line.",
            "## Roads",
            "• North (Mill Lane) / South",
            "quote We stay.\nAll of us. | The mayor",
            "image A wall | Agency | The wall",
            "video https://www.youtube.com/embed/xyzThe weir",
            "embed https://social.example/status/1 | Water rising\n1 February",
            "table Town,mm: Aby,12.50",
            "---",
            "4.2 metres",
            "press here loose tail",
        ],
        Captures.Short(Flood.Posts[0]));

    [Fact]
    public void Links_lead_where_the_page_led_and_those_a_browser_would_run_are_words_only()
    {
        var first = Assert.IsType<Paragraph>(Flood.Posts[0].Blocks[0]).Text!.Runs;
        var last = Assert.IsType<Paragraph>(Flood.Posts[0].Blocks[^1]).Text!.Runs;

        Assert.Equal(new Run("the map", Href: "https://news.example/map?a=1&b=2"), first[1]);
        Assert.Equal(new Run("and both", [Mark.Strong, Mark.Emphasis]), first[4]);
        Assert.All(last, run => Assert.Null(run.Href));
        Assert.Equal("https://news.example/media/wall.jpg", Assert.IsType<Image>(Flood.Posts[0].Blocks[5]).SourceUrl);
    }

    [Fact]
    public void A_plain_body_is_paragraphs_whatever_signs_it_holds() =>
        Assert.Equal(["Turnout < 40%.", "Rain & wind > yesterday."], Captures.Short(Flood.Posts[1]));

    [Theory]
    [InlineData("<div><p>One</p>two<section>three</section></div>", "One|two|three")]
    [InlineData("<details><summary>More</summary>Inside</details>", "More|Inside")]
    [InlineData("<ol><li><p>One</p><p>more</p></li><li><img src='https://a.example/x.jpg' alt='X'>Two</li></ol>", "1. One more / Two|image X |  | ")]
    [InlineData("<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5</li></ul></li></ul></li></ul></li></ul></li></ul>", "• 1 (2 (3 (4 / 5)))")]
    [InlineData("<blockquote>Read this:<ul><li>One</li></ul></blockquote>", "Read this:|• One")]
    [InlineData("<table><tr><td>Alone <b>in</b> its row</td></tr></table>", "Alone in its row")]
    [InlineData("<figure><img src='https://a.example/1.jpg' alt='1'><img src='https://a.example/2.jpg' alt='2'><figcaption>Both</figcaption></figure>", "gallery 1, 2 | Both")]
    [InlineData("<a href='https://a.example/'><img src='https://a.example/1.jpg' alt='1'></a><img src='https://a.example/t.gif' width=1 height=1>", "image 1 |  | ")]
    [InlineData("<video><source src='https://a.example/v.mp4'></video><iframe src='https://b.example/widget'></iframe>", "video https://a.example/v.mp4|embed https://b.example/widget | ")]
    [InlineData("<form><label>Your question</label><button>Send</button></form>", "Your question|Send")]
    public void Of_any_element_the_words_are_kept(string body, string blocks) =>
        Assert.Equal(blocks.Split('|', StringSplitOptions.None), string.Join('|', Captures.Short(Read(PageOf(body)).Posts[0])).Split('|'));

    [Fact]
    public void Elements_nested_a_thousand_deep_keep_their_words() =>
        Assert.Equal(["deep"], Captures.Short(Read(PageOf(string.Concat(Enumerable.Repeat("<div>", 1_000)) + "deep")).Posts[0]));

    [Fact]
    public void Elements_nested_a_hundred_thousand_deep_are_kept_as_plain_text_with_a_warning()
    {
        var page = Read(PageOf(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep"));

        Assert.EndsWith("deep", Captures.Short(page.Posts[^1]).Last(), StringComparison.Ordinal);
        Assert.Contains(page.Warnings, warning => warning.Text.Contains("nested too deep", StringComparison.Ordinal));
    }

    [Fact]
    public void A_description_too_long_for_the_top_is_kept_for_editors()
    {
        var page = Read("""<html><script type="application/ld+json">{"@type":"LiveBlogPosting","description":"LONG","liveBlogUpdate":{"datePublished":"2026-01-01T00:00:00Z","headline":"X"}}</script>""".Replace("LONG", new string('x', 1_001), StringComparison.Ordinal));

        Assert.Null(page.Standfirst);
        Assert.Equal([new string('x', 1_001)], page.Preamble);
    }

    [Fact]
    public void A_page_without_a_live_blog_is_refused_in_a_sentence() =>
        Assert.Contains("LiveBlogPosting", Captures.Refusal(Encoding.UTF8.GetBytes("<!doctype html><p>Hello")), StringComparison.Ordinal);

    private static string PageOf(string body) =>
        $$$"""<html><script type="application/ld+json">[{"@type":"LiveBlogPosting","liveBlogUpdate":{"datePublished":"2026-01-01T00:00:00Z","articleBody":{{{JsonSerializer.Serialize(body)}}}}}]</script>""";

    private static Manuscript Read(string page) =>
        Importer.Read(Encoding.UTF8.GetBytes(page), new ImportOptions { Now = Captures.Now, Slug = "test" }).Value;
}
