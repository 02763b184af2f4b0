using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>Numbered pages of older posts: an address once given always means the same time.</summary>
public sealed class PageTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    private Archive Archive => new(_newsroom.DatabasePath);

    [Fact]
    public async Task Forty_one_posts_make_pages_of_twenty_twenty_and_one()
    {
        await Published(41);
        Assert.Equal([20, 20, 1], Archive.Pages("day").Select(page => page.Count));
        Assert.Equal("Post 20", Archive.Pages("day")[0][0]);
        Assert.Equal("Post 21", Archive.Pages("day")[1][^1]);
        Assert.Equal(["Post 41"], Archive.Pages("day")[2]);
    }

    [Fact]
    public async Task A_page_once_begun_begins_there_for_good()
    {
        await Published(41);
        var begun = Archive.PageStarts("day");
        await _newsroom.Publishes("day", "Long ago", TestNewsroom.Morning.AddDays(-1));
        await _newsroom.Publishes("day", "In between", Shown(30));
        await _newsroom.TakesDown("day", Id("Post 21"));
        await _newsroom.Withdraws("day", Id("Post 22"), "Withdrawn.");
        await _newsroom.Edits("day", Id("Post 40"), new PostContent { Headline = "Post 40, earlier", Time = new ShownTime(Shown(3)) });
        Assert.Equal(begun, Archive.PageStarts("day"));

        await Published(20, from: 42);
        Assert.Equal(begun, Archive.PageStarts("day").Take(3));
    }

    [Fact]
    public async Task A_backdated_post_joins_the_page_that_its_time_falls_in()
    {
        await Published(41);
        await _newsroom.Publishes("day", "Long ago", TestNewsroom.Morning.AddDays(-1));
        await _newsroom.Publishes("day", "In between", Shown(30).AddSeconds(30));
        Assert.Equal([21, 21, 1], Archive.Pages("day").Select(page => page.Count));
        Assert.Equal("Long ago", Archive.Pages("day")[0][^1]);
        Assert.Contains("In between", Archive.Pages("day")[1]);
    }

    [Fact]
    public async Task A_withdrawn_post_keeps_its_place_and_one_taken_down_leaves_it()
    {
        await Published(41);
        await _newsroom.Withdraws("day", Id("Post 5"), "Withdrawn.");
        await _newsroom.TakesDown("day", Id("Post 25"));
        Assert.Equal([20, 19, 1], Archive.Pages("day").Select(page => page.Count));
        Assert.Equal("Withdrawn.", Archive.Pages("day")[0][20 - 5]);
        Assert.DoesNotContain("Post 25", Archive.Pages("day").SelectMany(page => page));
    }

    [Fact]
    public async Task A_post_is_on_one_page_whatever_its_time()
    {
        await _newsroom.Begins("day");
        for (var n = 1; n <= 70; n++) await _newsroom.Publishes("day", $"Post {n}", TestNewsroom.Morning.AddMinutes(n * 37 % 71).AddDays(-1));
        var pages = Archive.Pages("day");
        Assert.Equal(70, pages.Sum(page => page.Count));
        Assert.Equal(70, pages.SelectMany(page => page).Distinct().Count());
    }

    public void Dispose() => _newsroom.Dispose();

    private static DateTimeOffset Shown(int post) => TestNewsroom.Morning.AddMinutes(post);

    private async Task Published(int posts, int from = 1)
    {
        if (from == 1) await _newsroom.Begins("day");
        for (var n = from; n < from + posts; n++)
        {
            _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
            await _newsroom.Publishes("day", $"Post {n}");
        }
    }

    private PostId Id(string headline) => Archive.Posts("day").Single(post => post.Headline == headline).Id;
}
