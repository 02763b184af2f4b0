using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Public.Editions;
using Dateline.Public.Feeds;
using Dateline.Public.Tests.Pages;
using Xunit;

namespace Dateline.Public.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly FeedWriter Feeds = new(Sample.Typesetter(), Sample.Style);

    private static readonly PageView View = Sample.View(
        Sample.Post(1, 0, "Pump & gate <both> fail", new Paragraph { Text = new RichText([new Run("See "), new Run("Sunday", Href: "/live/merrow-warning")]) }) with
        {
            UpdatedAt = Sample.Now.AddMinutes(5),
            Label = new Label("watch"),
            Bylines = [new Byline { Name = "Ines Varga" }],
        },
        Sample.Post(2, 10, null, Sample.Says("High water was at 18:02.")),
        Sample.Post(3, 20, null) with { Withdrawn = new Notice(Sample.Now, "It named the wrong street.") });

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task A_feed_carries_every_post_whole(string format)
    {
        var feed = Read(format == "rss" ? await Feeds.Rss(View, Sample.Now) : await Feeds.Atom(View, Sample.Now));
        Assert.Equal(Sample.Coverage.Header.Headline, feed.Title.Text);
        Assert.Equal("en-GB", feed.Language);
        var items = feed.Items.ToList();
        Assert.Equal(["Pump & gate <both> fail", "High water was at 18:02.", "This post has been withdrawn"], items.Select(item => item.Title.Text));
        Assert.Equal($"https://courier.example/live/merrow-barrier/posts/{Sample.Id(1)}", items[0].Links[0].Uri.AbsoluteUri);
        Assert.Equal(Sample.Now, items[0].PublishDate);
        Assert.Contains("""See <a href="https://courier.example/live/merrow-warning">Sunday</a>""", Html(items[0]), StringComparison.Ordinal);
        Assert.Contains("It named the wrong street.", Html(items[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_json_feed_says_the_same()
    {
        var feed = JsonDocument.Parse(await Feeds.Json(View, Sample.Now)).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("https://courier.example/live/merrow-barrier/feed.json", feed.GetProperty("feed_url").GetString());
        var first = feed.GetProperty("items")[0];
        Assert.Equal("Pump & gate <both> fail", first.GetProperty("title").GetString());
        Assert.Equal("2025-02-17T21:14:00Z", first.GetProperty("date_modified").GetString());
        Assert.Equal("Ines Varga", first.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Equal("Watch live", first.GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task Every_address_in_a_feed_is_whole_and_nothing_relies_on_our_stylesheet()
    {
        var blocks = Sample.View(EveryBlock.Kinds.Select((block, i) => Sample.Post(10 + i, i, "A block", block)).ToArray());
        foreach (var item in Read(await Feeds.Atom(blocks, Sample.Now)).Items)
        {
            Assert.DoesNotContain("=\"/", Html(item), StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"vh\"", Html(item), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_feed_without_posts_is_still_a_feed()
    {
        Assert.Empty(Read(await Feeds.Rss(Sample.View(), Sample.Now)).Items);
        Assert.Empty(JsonDocument.Parse(await Feeds.Json(Sample.View(), Sample.Now)).RootElement.GetProperty("items").EnumerateArray());
    }

    private static string Html(SyndicationItem item) => (item.Content as TextSyndicationContent)?.Text ?? item.Summary.Text;

    private static SyndicationFeed Read(byte[] feed)
    {
        using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(feed)));
        return SyndicationFeed.Load(xml);
    }
}
