using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Articles;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class StalenessTests
{
    [Fact]
    public async Task A_page_changes_with_the_clock_when_it_said_it_would_and_not_before()
    {
        var view = Sample.View(Sample.Post(1, 3, "Pump fails") with { BreakingSince = Sample.Now.AddMinutes(-3) }, Sample.Post(2, 15, "Wind") with { BreakingSince = Sample.Now.AddMinutes(-15) }) with
        {
            Coverage = Sample.Coverage with { Status = new Status(CoverageStatus.Paused, Sample.Now, ResumesAt: Sample.Now.AddDays(4)) },
            Pinned = Sample.Post(3, 8, "Gates") with { BreakingSince = Sample.Now.AddMinutes(-8) },
        };
        var changes = new List<DateTimeOffset>();
        var since = Sample.Now;
        while (Sample.Typesetter().StaleAt(view, since) is { } at)
        {
            var before = await Page(view, since);
            Assert.Equal(before, await Page(view, at.AddTicks(-1)));
            Assert.NotEqual(before, await Page(view, at));
            changes.Add(since = at);
        }
        DateTimeOffset midnight = new(2025, 2, 18, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
        [
            Sample.Now.AddMinutes(4), Sample.Now.AddMinutes(5), Sample.Now.AddMinutes(12), Sample.Now.AddMinutes(17),
            midnight.AddDays(2), midnight.AddDays(3), Sample.Now.AddDays(4),
        ], changes);
    }

    [Fact]
    public void A_page_on_which_nothing_depends_on_the_clock_is_never_stale() =>
        Assert.Null(Sample.Typesetter().StaleAt(Sample.View(Sample.Post(1, 3, "Tide")), Sample.Now.AddHours(1)));

    [Fact]
    public async Task The_list_of_live_pages_changes_with_the_clock_when_it_said_it_would_and_not_before()
    {
        Listing[] listings =
        [
            new(Sample.Coverage with { Status = new Status(CoverageStatus.Closed, Sample.Now, ResumesAt: Sample.Now.AddDays(1)) }, [new Teaser(Sample.Id(1), new ShownTime(Sample.Now), "Pump fails")]),
            new(Sample.Coverage with { Slug = "older" }, [new Teaser(Sample.Id(2), new ShownTime(Sample.Now.AddDays(-30)), "Red warning")]),
        ];
        var changes = new List<DateTimeOffset>();
        var since = Sample.Now;
        while (Sample.Typesetter().StaleAt(listings, since) is { } at)
        {
            var before = await Sample.Typesetter().Index(listings, since);
            Assert.Equal(before, await Sample.Typesetter().Index(listings, at.AddTicks(-1)));
            Assert.NotEqual(before, await Sample.Typesetter().Index(listings, at));
            changes.Add(since = at);
        }
        Assert.Equal([new DateTimeOffset(2025, 2, 18, 0, 0, 0, TimeSpan.Zero), Sample.Now.AddDays(1), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)], changes);
    }

    [Fact]
    public async Task The_list_of_live_pages_shows_the_day_of_a_post_that_is_not_of_today()
    {
        Listing[] listings = [new(Sample.Coverage, [new Teaser(Sample.Id(1), new ShownTime(Sample.Now), "Pump fails"), new Teaser(Sample.Id(2), new ShownTime(Sample.Now.AddDays(-1)), "Red warning")])];
        var html = await Sample.Typesetter().Index(listings, Sample.Now);
        Assert.Contains(">21:09</time>", html, StringComparison.Ordinal);
        Assert.Contains(">16 February</time>", html, StringComparison.Ordinal);
    }

    private static async Task<string> Page(PageView view, DateTimeOffset now)
    {
        var articles = new List<string>();
        foreach (var post in view.Posts) articles.Add(await Sample.Typesetter().Article(post, view.Coverage, ArticlePlace.Stream, now));
        return await Sample.Typesetter().Page(view, articles, now);
    }
}
