using Dateline.Core.Posts;
using Dateline.Public.Pages.Articles;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class ArticleTests
{
    [Fact]
    public async Task An_article_says_who_where_and_when_to_eye_ear_and_script()
    {
        var post = Sample.Post(1, 0, "Gates closed", Sample.Says("All six.")) with
        {
            Label = new Label("watch"),
            Bylines = [new Byline { Name = "Ines Varga", Role = "Photographer", Organisation = "Radio Merrow", Location = "the quay" }],
        };
        var html = await Set(post);
        Assert.StartsWith($"""<article class="post" id="post-{post.Id}" data-post="{post.Id}" data-revision="1" data-sort="{post.Sort}" data-day="2025-02-17" data-day-text="Monday 17 February" """, html, StringComparison.Ordinal);
        Assert.Contains("""aria-label="21:09 Greenwich Mean Time, 17 February"><time datetime="2025-02-17T21:09:00Z" data-time>21:09</time></a>""", html, StringComparison.Ordinal);
        Assert.Contains("""<p class="label">Watch live</p>""", html, StringComparison.Ordinal);
        Assert.Contains("<b>Ines Varga</b> <span>Photographer, Radio Merrow, reporting from the quay</span>", html, StringComparison.Ordinal);
        Assert.Contains($"""<a href="/live/merrow-barrier/posts/{post.Id}" data-share>Share</a>""", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("watch", "Watch live")]
    [InlineData("analysis", "تحليل")]
    [InlineData("from-the-quay", "From the quay")]
    public async Task A_label_reads_as_the_newsroom_calls_it_else_as_the_language_of_the_page_does(string key, string reads)
    {
        var html = await Sample.Typesetter().Article(Sample.Post(1, 0, "عنوان") with { Label = new Label(key) }, Arabic.Coverage, ArticlePlace.Stream, Sample.Now);
        Assert.Contains($"""<p class="label">{reads}</p>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_knows_only_its_day_shows_its_day()
    {
        var html = await Set(Sample.Post(1, 0, "A day") with { Time = new ShownTime(new DateTimeOffset(2025, 2, 14, 0, 0, 7, TimeSpan.Zero), Known: false) });
        Assert.Contains("""aria-label="14 February 2025"><time datetime="2025-02-14">14 February</time></a>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_and_a_correction_are_told_to_readers()
    {
        var html = await Set(Sample.Post(1, 30, "Gates closed") with
        {
            UpdatedAt = Sample.Now.AddMinutes(-3),
            Corrections = [new Correction(Sample.Now.AddMinutes(-3), "It was six gates, not five.")],
        });
        Assert.Contains("""Updated <time datetime="2025-02-17T21:06:00Z"><span aria-hidden="true">21:06</span><span class="vh">21:06 Greenwich Mean Time, 17 February</span></time>""", html, StringComparison.Ordinal);
        Assert.Contains("It was six gates, not five.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_post_is_its_notice_and_nothing_else()
    {
        var html = await Set(Sample.Post(1, 30, null) with { Withdrawn = new Notice(Sample.Now, "It named the wrong street.") });
        Assert.Contains("This post has been withdrawn", html, StringComparison.Ordinal);
        Assert.Contains("It named the wrong street.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-share", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaking_news_cools_when_its_minutes_are_over_and_not_before()
    {
        var post = Sample.Post(1, 0, "Pump fails") with { BreakingSince = Sample.Now };
        Assert.Contains("class=\"post breaking\"", await Set(post, Sample.Now.AddMinutes(20).AddTicks(-1)), StringComparison.Ordinal);
        Assert.Contains("class=\"post breaking cooled\"", await Set(post, Sample.Now.AddMinutes(20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pinned_article_shares_no_id_with_the_one_in_the_stream()
    {
        var post = Sample.Post(1, 0, "Gates closed", [.. EveryBlock.Kinds]);
        var pinned = await Sample.Typesetter().Article(post, Sample.Coverage, ArticlePlace.Pinned, Sample.Now);
        Assert.DoesNotContain("data-post", pinned, StringComparison.Ordinal);
        Assert.Empty(Ids(pinned).Intersect(Ids(await Set(post))));
        Assert.NotEmpty(Ids(pinned));
    }

    [Fact]
    public async Task Arabic_is_written_as_Arabic_and_not_as_entities()
    {
        var html = await Set(Sample.Post(1, 0, "إغلاق البوابات", Sample.Says("قبل ساعة")));
        Assert.Contains("إغلاق البوابات", html, StringComparison.Ordinal);
        Assert.Contains("قبل ساعة", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_typed_around_the_blocks_becomes_markup()
    {
        const string hostile = "\"><script>alert(1)</script>";
        var html = await Set(Sample.Post(1, 0, hostile) with
        {
            Label = new Label("x", hostile),
            Bylines = [new Byline { Name = hostile, Role = hostile, Organisation = hostile, Location = hostile }],
            Corrections = [new Correction(Sample.Now, hostile)],
        });
        html += await Set(Sample.Post(2, 0, null) with { Withdrawn = new Notice(Sample.Now, hostile) });
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static async Task<string> Set(PublicPost post, DateTimeOffset? now = null) =>
        await Sample.Typesetter().Article(post, Sample.Coverage, ArticlePlace.Stream, now ?? Sample.Now);

    private static IEnumerable<string> Ids(string html) => html.Split(" id=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]);
}
