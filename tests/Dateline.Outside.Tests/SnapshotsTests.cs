using Dateline.Core.Blocks;
using Dateline.Outside.Fetching;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;

namespace Dateline.Outside.Tests;

/// <summary>Answers in the form that the providers give them, with words of our own.</summary>
public sealed class SnapshotsTests
{
    [Fact]
    public async Task A_post_on_X_is_quoted_with_its_author_and_day()
    {
        var (snapshot, asked) = await Take("https://x.com/kittiwake_ferry/status/1861118200000000000", context => OtherSite.Says(context.Request.Host.Host == "publish.twitter.com" ? """
            {"url":"https://twitter.com/kittiwake_ferry/status/1861118200000000000","author_name":"Sunniva Dale","author_url":"https://twitter.com/kittiwake_ferry",
             "html":"<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Two very cold pilots,<br>one very proud dog. <a href=\"https://t.co/x\">pic.twitter.com/x</a></p>&mdash; Sunniva Dale (@kittiwake_ferry) <a href=\"https://twitter.com/kittiwake_ferry/status/1861118200000000000\">November 23, 2026</a></blockquote>\n<script async src=\"https://platform.twitter.com/widgets.js\"></script>",
             "width":550,"height":null,"type":"rich","version":"1.0"}
            """ : "no", "application/json")(context));
        var embed = Assert.IsType<Embed>(snapshot.Block);
        Assert.Equal(("X", "Sunniva Dale", "Two very cold pilots, one very proud dog. pic.twitter.com/x"), (embed.Provider, embed.Author, embed.Text!.PlainText));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), embed.PostedAt);
        Assert.Null(snapshot.Missing);
        Assert.Equal(["publish.twitter.com/oembed?omit_script=1&dnt=true&url=https%3A%2F%2Fx.com%2Fkittiwake_ferry%2Fstatus%2F1861118200000000000"], asked);
    }

    [Fact]
    public async Task A_video_has_its_title_its_channel_and_its_still()
    {
        var (snapshot, _) = await Take("https://youtu.be/aB3_dEf-9hI", OtherSite.Says("""
            {"title":"The gates close, in one minute","author_name":"Carren Barrier","type":"video","html":"<iframe src=\"https://www.youtube.com/embed/aB3_dEf-9hI\"></iframe>","thumbnail_url":"https://i.ytimg.com/vi/aB3_dEf-9hI/hqdefault.jpg"}
            """, "application/json"));
        var embed = Assert.IsType<Embed>(snapshot.Block);
        Assert.Equal(("YouTube", "Carren Barrier", "The gates close, in one minute", null), (embed.Provider, embed.Author, embed.Title, embed.Text));
        Assert.Equal("https://i.ytimg.com/vi/aB3_dEf-9hI/hqdefault.jpg", snapshot.Picture!.AbsoluteUri);
    }

    [Fact]
    public async Task A_post_on_any_host_of_Mastodon_is_asked_of_that_host_alone()
    {
        var (snapshot, asked) = await Take("https://social.example.org/@kittiwake/113530000000000001", context => context.Request.Path == "/api/oembed"
            ? OtherSite.Says("""{"author_name":"Sunniva Dale","type":"rich","html":"<blockquote class=\"mastodon-embed\"><a href=\"#\">Post by @kittiwake</a></blockquote>"}""", "application/json")(context)
            : OtherSite.Says("""
                <meta property="og:title" content="Sunniva Dale (@kittiwake@social.example.org)"><meta property="og:description" content="Two very cold pilots, one very proud dog.">
                <meta property="og:published_time" content="2026-11-23T19:16:00Z"><meta property="og:image" content="https://files.social.example.org/avatar.png"><meta name="twitter:card" content="summary">
                <link href="https://social.example.org/api/oembed?format=json&amp;url=x" rel="alternate" type="application/json+oembed">
                """)(context));
        var embed = Assert.IsType<Embed>(snapshot.Block);
        Assert.Equal(("Mastodon", "Sunniva Dale", "Two very cold pilots, one very proud dog.", null), (embed.Provider, embed.Author, embed.Text!.PlainText, embed.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 19, 16, 0, TimeSpan.Zero), embed.PostedAt);
        // A sign of who wrote it is no picture of what was written.
        Assert.Null(snapshot.Picture);
        Assert.All(asked, address => Assert.StartsWith("social.example.org/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_description_on_another_host_is_not_asked_for()
    {
        var (_, asked) = await Take("https://social.example.org/@kittiwake/113530000000000001", OtherSite.Says("""<title>x</title><link type="application/json+oembed" href="https://tracker.example/oembed">"""));
        Assert.DoesNotContain(asked, address => address.StartsWith("tracker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_whose_provider_tells_nothing_is_made_from_its_page()
    {
        var (snapshot, _) = await Take("https://www.instagram.com/p/C8a_bC-dEfG/", OtherSite.Says("""
            <meta property="og:title" content="Kittiwake Ferry on Instagram"><meta property="og:description" content="Home again, all of us."><meta property="og:image" content="https://cdn.example/1.jpg">
            """));
        var embed = Assert.IsType<Embed>(snapshot.Block);
        Assert.Equal(("Instagram", "Home again, all of us."), (embed.Provider, embed.Text!.PlainText));
        Assert.Equal("https://cdn.example/1.jpg", snapshot.Picture!.AbsoluteUri);
    }

    [Fact]
    public async Task Where_nothing_can_be_had_the_writer_is_asked_to_type_and_the_address_stays()
    {
        var (snapshot, _) = await Take("https://x.com/kittiwake_ferry/status/1861118200000000000", context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        Assert.Equal(new Embed { Url = "https://x.com/kittiwake_ferry/status/1861118200000000000", Provider = "X" }, snapshot.Block);
        Assert.Contains("Type in who posted it", snapshot.Missing);
    }

    [Fact]
    public async Task Any_other_page_becomes_a_link_card()
    {
        var page = OtherSite.Says("""<meta property="og:title" content="Find your street"><meta property="og:site_name" content="City Council"><meta property="og:description" content="From A to Z"><meta property="og:image" content="/map.png"><meta name="twitter:card" content="summary">""");
        var (snapshot, _) = await Take("https://council.example.org/streets", page);
        Assert.Equal(new LinkCard { Url = "https://council.example.org/streets", Title = "Find your street", Site = "City Council", Description = "From A to Z" }, snapshot.Block);
        Assert.Equal("https://council.example.org/map.png", snapshot.Picture!.AbsoluteUri);
        // Asked for one, so does a video.
        Assert.IsType<LinkCard>((await Take("https://youtu.be/aB3_dEf-9hI", page, asCard: true)).Snapshot.Block);
    }

    [Theory]
    [InlineData("[]"), InlineData("{"), InlineData("null"), InlineData("{\"author_name\":{\"a\":1},\"html\":7,\"title\":null}"), InlineData("{\"title\":\"\\ud800\"}"), InlineData("{\"html\":\"<blockquote><p>\"}")]
    public async Task A_description_that_is_none_costs_nothing_but_itself(string json)
    {
        var (snapshot, _) = await Take("https://vimeo.com/820103711", context => context.Request.Path == "/api/oembed.json" ? OtherSite.Says(json, "application/json")(context) : OtherSite.Says("<title>x</title>")(context));
        Assert.Equal("Vimeo", Assert.IsType<Embed>(snapshot.Block).Provider);
    }

    [Fact]
    public async Task A_providers_markup_is_never_kept()
    {
        var (snapshot, _) = await Take("https://bsky.app/profile/kittiwake.example.com/post/3lbq7ra2k2s2x", OtherSite.Says("""
            {"author_name":"<b>Sunniva</b>","html":"<blockquote><p>Home <img src=x onerror=alert(1)><script>alert(2)</script> again &lt;b&gt;</p>— <a href=\"javascript:alert(3)\">November 23, 2026 at 7:16 PM</a></blockquote>"}
            """, "application/json"));
        var embed = Assert.IsType<Embed>(snapshot.Block);
        Assert.Equal("Home again <b>", embed.Text!.PlainText);
        Assert.All(embed.Text.Runs, run => Assert.Null(run.Href));
        Assert.Equal(2026, embed.PostedAt!.Value.Year);
    }

    private static async Task<(Snapshot Snapshot, IReadOnlyCollection<string> Asked)> Take(string address, RequestDelegate answer, bool asCard = false)
    {
        await using var site = await OtherSite.Start(answer, tls: true);
        using var fetcher = new Fetcher(TimeProvider.System);
        fetcher.Open(new Door(Asking.Public, site.EndPoint, site.Certificate, (_, _) => Task.FromResult<System.Net.IPAddress[]>([Asking.Public])));
        return ((await new Snapshots(fetcher).Take(new Uri(address), asCard, TestContext.Current.CancellationToken)).Value, site.Asked);
    }
}
