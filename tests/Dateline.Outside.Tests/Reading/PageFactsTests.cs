using System.Text;
using Dateline.Outside.Reading;

namespace Dateline.Outside.Tests.Reading;

public sealed class PageFactsTests
{
    private static readonly Uri Here = new("https://news.example/2026/gates?from=x");

    [Fact]
    public void What_a_page_says_of_itself_for_links_is_taken()
    {
        var facts = Read("""
            <!doctype html><html><head><title>Gates – The Courier</title>
            <meta property="og:title" content="The gates &amp; the &quot;tide&quot;"><meta name="description" content="not this one">
            <meta property='og:description' content='Ten gates,   one river.'><meta property="og:site_name" content="The Courier">
            <meta property="og:image" content="/pictures/gates.jpg"><meta name="author" content="Ana Sorrel"><meta property="article:published_time" content="2026-11-23T20:16:00+01:00">
            <meta name="twitter:card" content="summary_large_image"><link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
            </head><body>…</body></html>
            """);
        Assert.Equal(("The gates & the \"tide\"", "Ten gates, one river.", "The Courier", "Ana Sorrel"), (facts.Title, facts.Description, facts.Site, facts.Author));
        Assert.Equal(("https://news.example/pictures/gates.jpg", "https://news.example/oembed?url=x"), (facts.Picture!.AbsoluteUri, facts.OEmbed!.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 19, 16, 0, TimeSpan.Zero), facts.PublishedAt);
        Assert.True(facts.PictureIsLarge);
    }

    [Fact]
    public void A_page_without_any_of_that_has_its_title()
    {
        var facts = Read("<TITLE>\n  The gates\n</TITLE><p>Words");
        Assert.Equal(("The gates", (string?)null, (string?)null), (facts.Title, facts.Description, facts.Site));
    }

    [Theory]
    [InlineData("<!-- <meta property='og:title' content='wrong'> --><title>right</title>")]
    [InlineData("<script>var s = \"<meta property='og:title' content='wrong'>\"</script><title>right</title>")]
    [InlineData("<style>/* <title>wrong</title> */</style><title>right</title>")]
    [InlineData("<svg><title>wrong</title></svg><title>right</title>")]
    [InlineData("<metadata content='wrong'></metadata><title>right</title>")]
    [InlineData("<meta property=\"og:title\" content=\"right\"><meta property=\"og:title\" content=\"wrong\">")]
    [InlineData("<body><div><div><meta property=\"og:title\" content=\"right\"></div></div>")]
    public void What_only_looks_like_it_is_not_taken(string html) => Assert.Equal("right", Read(html).Title);

    [Theory]
    [InlineData("<meta property=og:title content=\"a > b\">", "a > b")]
    [InlineData("<meta content='it&apos;s \"so\"' property=og:title>", "it's \"so\"")]
    [InlineData("<meta property=og:title content=\"&lt;script&gt;alert(1)&lt;/script&gt;\">", "<script>alert(1)</script>")]
    [InlineData("<title>\u202egates\u0000 \u0007bell\ud83d</title>", "gates bell")]
    public void Words_are_words_whatever_they_look_like(string html, string title) => Assert.Equal(title, Read(html).Title);

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData("data:image/png;base64,AAAA"), InlineData("file:///etc/passwd"), InlineData("http://[")]
    public void A_picture_lives_on_the_web(string address) => Assert.Null(Read($"<meta property=og:image content=\"{address}\">").Picture);

    [Theory]
    [InlineData("utf-8", "text/html"), InlineData("utf-8", "text/html; charset=utf-8")]
    [InlineData("windows-1252", "text/html; charset=ISO-8859-1"), InlineData("windows-1251", "text/html; charset=\"windows-1251\"")]
    [InlineData("windows-1256", "text/html; charset=windows-1256"), InlineData("shift_jis", "text/html; charset=Shift_JIS"), InlineData("gb18030", "text/html;charset=gb2312")]
    public void A_page_is_read_in_the_charset_it_says(string charset, string type)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var words = charset switch { "windows-1251" => "Ворота", "windows-1256" => "بوابات", "shift_jis" => "水門", "gb18030" => "闸门", _ => "Café" };
        var facts = PageFacts.Read(Encoding.GetEncoding(charset).GetBytes($"<title>{words}</title>"), type, Here);
        Assert.Equal(words, facts.Title);
    }

    [Fact]
    public void A_charset_may_stand_in_the_page_or_be_its_mark()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal("Ворота", PageFacts.Read(Encoding.GetEncoding(1251).GetBytes("<meta http-equiv=content-type content='text/html; charset=windows-1251'><title>Ворота</title>"), "text/html", Here).Title);
        Assert.Equal("Ворота", PageFacts.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<title>Ворота</title>")], "text/html; charset=utf-8", Here).Title);
        Assert.Equal("Gates", PageFacts.Read("<title>Gates</title>"u8.ToArray(), "text/html; charset=x-nobody-knows", Here).Title);
    }

    [Theory]
    [InlineData("<div>"), InlineData("<meta "), InlineData("<title>"), InlineData("<!--"), InlineData("<"), InlineData("<meta a=\""), InlineData("<svg>"), InlineData("<script>"), InlineData("&lt;")]
    public void Two_megabytes_of_anything_are_gone_through_in_no_time(string piece)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 2 * 1024 * 1024 / piece.Length)));
        var since = TimeProvider.System.GetTimestamp();
        PageFacts.Read(page, "text/html", Here);
        Assert.InRange(TimeProvider.System.GetElapsedTime(since).TotalSeconds, 0, 10);
    }

    [Fact]
    public void What_is_long_is_cut_between_words()
    {
        var title = Read($"<title>{string.Concat(Enumerable.Repeat("word ", 1000))}</title>").Title!;
        Assert.InRange(title.Length, Tidy.MostTitle - 10, Tidy.MostTitle);
        Assert.EndsWith("word …", title, StringComparison.Ordinal);
    }

    private static PageFacts Read(string html) => PageFacts.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Here);
}
