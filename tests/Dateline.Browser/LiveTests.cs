using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Browser;

/// <summary>What becomes of an open page while the newsroom works.</summary>
public sealed class LiveTests(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Post> _posts = [];
    private RunningServer _server = null!;

    private Uri Page => new(_server.Address, "/live/storm");

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
        for (var i = 1; i <= 12; i++) _posts.Add(await _server.Publishes("storm", $"Headline {i}"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_post_appears_in_an_open_page_without_a_reload()
    {
        await using var open = await OpenPage.Open(chromium, Page);
        await open.Page.EvaluateAsync("window.loadedOnce = true");
        await _server.Publishes("storm", "The gates close");
        await open.Shows("The gates close");
        Assert.Equal("The gates close", await open.Page.Locator("#posts article h2").First.TextContentAsync());
        Assert.True(await open.Page.EvaluateAsync<bool>("window.loadedOnce"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Nothing_moves_for_a_reader_further_down_and_a_button_says_what_waits()
    {
        await using var open = await OpenPage.Open(chromium, Page);
        var read = $"#post-{_posts[5].Id}";
        await open.Page.EvaluateAsync("selector => document.querySelector(selector).scrollIntoView()", read);
        var (top, title) = (await open.Top(read), await open.Page.TitleAsync());

        await _server.Publishes("storm", "The gates close");
        var button = open.Page.Locator("[data-new] button");
        await button.WaitForAsync();
        Assert.Equal("1 new post", await button.TextContentAsync());
        Assert.Equal(top, await open.Top(read), tolerance: 1);
        Assert.Equal(12, await open.Page.Locator("#posts article").CountAsync());
        Assert.Equal($"(1) {title}", await open.Page.TitleAsync());

        await button.ClickAsync();
        Assert.Equal(13, await open.Page.Locator("#posts article").CountAsync());
        Assert.True(await button.IsHiddenAsync());
        Assert.Equal(title, await open.Page.TitleAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_page_open_while_the_server_restarts_catches_up_by_itself()
    {
        await using var open = await OpenPage.Open(chromium, Page);
        await open.Page.EvaluateAsync("window.loadedOnce = true");
        await _server.Publishes("storm", "Before the restart");
        await open.Shows("Before the restart");
        await _server.Restarts();
        await _server.Publishes("storm", "After the restart");
        await open.Shows("After the restart");
        Assert.Equal(14, await open.Page.Locator("#posts article").CountAsync());
        Assert.True(await open.Page.EvaluateAsync<bool>("window.loadedOnce"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_page_that_was_opened_before_its_first_post_shows_the_day_once_there_is_one()
    {
        await _server.Begins("quiet");
        await using var open = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/quiet"));
        Assert.True(await open.Page.Locator("time[data-date]").IsHiddenAsync());
        var post = await _server.Publishes("quiet", "The first");
        await open.Shows("The first");
        var shown = await open.Page.Locator(".zone").InnerTextAsync();
        await _server.Withdraws("quiet", post.Id, "Not so.");
        await open.Shows("Not so.");
        await using var fresh = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/quiet"));
        Assert.Equal(await fresh.Page.Locator(".zone").InnerTextAsync(), shown);
        Assert.Contains("202", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_corrected_and_another_withdrawn_where_they_stand()
    {
        await using var open = await OpenPage.Open(chromium, Page);
        await _server.Edits("storm", _posts[10].Id, _posts[10].Live! with { Headline = "Eleven, not ten" }, EditKind.Correction, "We counted wrong.");
        await _server.Withdraws("storm", _posts[9].Id, "This did not happen.");
        await open.Shows("This did not happen.");
        var articles = open.Page.Locator("#posts article");
        Assert.Contains("We counted wrong.", await articles.Nth(1).TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("This did not happen.", await articles.Nth(2).TextContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Headline 10", await open.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_page_that_is_over_still_learns_of_a_correction()
    {
        await _server.Turns("storm", CoverageStatus.Closed);
        await using var open = await OpenPage.Open(chromium, Page, clock: DateTime.UtcNow);
        await _server.Edits("storm", _posts[11].Id, _posts[11].Live! with { Headline = "Twelve" }, EditKind.Correction, "We counted wrong.");
        await open.Turns(until: open.Page.GetByText("We counted wrong."));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_page_that_comes_to_its_end_says_so_and_asks_no_more_for_a_stream()
    {
        await using var open = await OpenPage.Open(chromium, Page);
        await _server.Turns("storm", CoverageStatus.Closed);
        await open.Page.Locator("main[data-status=closed]").WaitForAsync();
        await open.Shows("Live coverage has ended");
        await open.IsAt(13);
        Assert.Single(open.Requests, address => address.Contains("/stream", StringComparison.Ordinal));
    }
}
