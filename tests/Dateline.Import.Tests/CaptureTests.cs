using Dateline.Core.Posts;

namespace Dateline.Import.Tests;

public sealed class CaptureTests
{
    [Fact]
    public void A_copied_page_gives_its_lead_summary_and_posts()
    {
        var page = Captures.Read("harbour");

        Assert.Equal("video Watch: The last ferry leaves Port Avel before the storm", Captures.Short(page.Lead!));
        Assert.Equal(["The storm barrier at Port Avel closed at noon", "Some 4,000 people have left the lower town, the council says"], page.Summary.Select(point => point.PlainText));
        Assert.Equal(["That is all for tonight", "Listen to today's Tideline", "How the gates work", "'The water is coming over the wall'", "What the council has not said"], page.Posts.Select(post => post.Headline));
        Assert.Equal("2026-09-03T21:15:00Z", page.Posts[0].PublishedAt);
        Assert.Equal("Europe/London", page.TimeZone);
        Assert.Empty(page.Preamble);
        Assert.Empty(page.Warnings);
        Assert.Null(page.Status);
    }

    [Fact]
    public void A_list_keeps_its_inner_list_and_a_credit_stays_in_its_post() => Assert.Equal(
        [
            "We are closing this page for tonight. What happened today:",
            "• The barrier held through the evening tide / Two roads remain closed (the coast road / Quay Street) / No one was hurt",
            "This page was edited by Nora Quill and Tom Ashby.",
        ],
        Captures.Short(Captures.Read("harbour").Posts[0]));

    [Fact]
    public void A_description_alone_is_a_picture() =>
        Assert.Equal("image A graphic of the Tideline podcast, which shows a lighthouse over waves |  | ", Captures.Short(Captures.Read("harbour").Posts[1].Blocks[0]));

    [Fact]
    public void A_label_never_seen_before_keeps_its_words() =>
        Assert.Equal(new Label("barrier-watch", "Barrier Watch"), Captures.Read("harbour").Posts[2].Label);

    [Fact]
    public void A_numbered_list_in_a_post_is_no_post_and_an_outside_link_loses_only_its_mark() => Assert.Equal(
        [
            "The gates weigh 600 tonnes each, according to the harbour board. They close in nine minutes.",
            "1. The pumps start / The gates turn / The seals fill",
        ],
        Captures.Short(Captures.Read("harbour").Posts[2]));

    [Fact]
    public void Reporting_from_a_place_is_where_and_not_what() =>
        Assert.Equal([new Byline { Name = "Ines Okoye", Role = "Engineering correspondent", Location = "Port Avel" }], Captures.Read("harbour").Posts[2].Bylines);

    [Fact]
    public void Breaking_after_the_time_is_a_flag_since_that_time()
    {
        var post = Captures.Read("harbour").Posts[3];

        Assert.Equal(post.Time.At, post.BreakingSince);
        Assert.Null(post.Label);
    }

    [Fact]
    public void A_picture_has_description_credit_and_caption_and_a_byline_may_follow_it()
    {
        var post = Captures.Read("harbour").Posts[3];

        Assert.Equal("image Waves break over a stone harbour wall at dusk | Avel Picture Agency | The north wall this evening", Captures.Short(post.Blocks[0]));
        Assert.Equal([new Byline { Name = "Lena Marsh" }], post.Bylines);
        Assert.Equal("image A chart showing the height of the tide at Port Avel hour by hour |  | ", Captures.Short(post.Blocks[^1]));
    }

    [Fact]
    public void Two_names_above_one_role_both_have_it() => Assert.Equal(
        [new Byline { Name = "Priya Raman", Role = "Local government reporters" }, new Byline { Name = "Jonas Weil", Role = "Local government reporters" }],
        Captures.Read("harbour").Posts[4].Bylines);

    [Fact]
    public void Every_block_has_an_id_of_its_own_within_its_post() =>
        Assert.All(Captures.Read("harbour").Posts, post => Assert.Equal(post.Blocks.Select((_, i) => $"b{i + 1}"), post.Blocks.Select(block => block.Id)));

    [Fact]
    public void The_same_capture_names_the_same_posts_and_one_that_grew_names_the_old_ones_as_before()
    {
        var first = Captures.Read("times-only", date: new DateOnly(2026, 5, 8));
        var again = Captures.Of("  1. New at the toppublished at 00:20 8 May 2026\n\n    Words.\n\n" + Text("times-only"), date: new DateOnly(2026, 5, 8));

        Assert.Equal(first.Posts.Select(post => post.Id), again.Posts.Skip(1).Select(post => post.Id));
        Assert.All(first.Posts, post => Assert.Equal('7', post.Id.ToString()[14]));
        Assert.Equal(4, first.Posts.Select(post => post.Id).Distinct().Count());
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "captures", name + ".txt"));
}
