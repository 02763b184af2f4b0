using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>A post for the wrong page, an event with two endings, and the end of a day.</summary>
public sealed class MovingTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<OpenPage> Reader(string slug) => OpenPage.Open(chromium, new Uri(_server.Address, $"/live/{slug}"));

    private async Task<AtTheDesk> Comes(string slug = "storm")
    {
        var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk(slug);
        return ana;
    }

    [Fact]
    public async Task A_post_on_the_wrong_page_is_moved_by_keyboard_and_both_open_pages_show_it()
    {
        await _server.Begins("summit");
        await _server.Publishes("storm", "The delegates have left");
        await using var wrong = await Reader("storm");
        await using var right = await Reader("summit");
        await wrong.Shows("The delegates have left");
        await using var ana = await Comes();
        await ana.Stream.GetByText("The delegates have left").First.WaitForAsync();
        await ana.Keys.PressAsync("t");
        await ana.Keys.PressAsync("m");
        var asked = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Move or copy this post" });
        await asked.GetByLabel("To the live page").WaitForAsync();
        await asked.GetByLabel("To the live page").FocusAsync();
        await ana.Keys.PressAsync("Tab");
        await ana.Keys.PressAsync("Enter");
        await ana.Sees("Moved to The story of summit");
        await right.Shows("The delegates have left");
        await wrong.Page.GetByText("The delegates have left").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Stream.GetByText("The delegates have left").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_draft_that_is_moved_while_it_lies_open_leaves_the_desk_and_is_on_the_other()
    {
        await _server.Begins("summit");
        await using var ana = await Comes();
        await ana.Writes("For the summit", "They sat down at nine.");
        await ana.Sees("Saved");
        await ana.Page.GetByText("Drafts (1)").ClickAsync();
        await ana.Queue.GetByRole(AriaRole.Button, new() { Name = "Move or copy …" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Move it there" }).ClickAsync();
        await ana.Headline.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.OpensDesk("summit");
        await ana.Page.GetByText("Drafts (1)").ClickAsync();
        await ana.Queue.GetByRole(AriaRole.Button, new() { Name = "For the summit" }).ClickAsync();
        await ana.Sees("From /live/storm");
        Assert.Equal("For the summit", await ana.Headline.InputValueAsync());
        Assert.Contains("They sat down at nine.", await ana.Text.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_prepared_endings_one_is_released_with_one_action_and_the_other_stays()
    {
        await using var reader = await Reader("storm");
        await using var ana = await Comes();
        await ana.Writes("Aldermoor win the final", "A goal in the last minute.");
        await ana.Sees("Saved");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare another outcome …" }).ClickAsync();
        await ana.Page.GetByLabel("This version").FillAsync("Wins");
        await ana.Page.GetByLabel("The other version").FillAsync("Loses");
        await ana.Keys.PressAsync("Enter");
        var versions = ana.Page.GetByRole(AriaRole.Navigation, new() { Name = "Prepared versions" });
        await versions.Locator("[aria-current]", new() { HasText = "Loses" }).WaitForAsync();
        Assert.Equal("Aldermoor win the final", await ana.Headline.InputValueAsync());
        await ana.Headline.FillAsync("Aldermoor lose the final");
        await ana.Sees("Saved");
        await versions.GetByRole(AriaRole.Button, new() { Name = "Wins" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Release “Wins” to The story of storm" }).ClickAsync();
        await reader.Shows("Aldermoor win the final");
        await ana.Page.GetByText("Set aside (1)").ClickAsync();
        await ana.Queue.GetByText("Aldermoor lose the final").WaitForAsync();
        await ana.Headline.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.DoesNotContain("lose", await reader.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_prepared_version_is_called_something_else_and_one_that_will_not_be_needed_is_dropped()
    {
        var prepared = await _server.Prepares("storm", new PostContent { Headline = "Aldermoor win the final" }, "Wins", "Loses");
        await using var ana = await Comes();
        await ana.Goes($"/desk/pages/storm/posts/{prepared}");
        var versions = ana.Page.GetByRole(AriaRole.Navigation, new() { Name = "Prepared versions" });
        await versions.GetByRole(AriaRole.Button, new() { Name = "Rename or drop …" }).ClickAsync();
        await ana.Page.GetByLabel("This version").FillAsync("Wins on penalties");
        await ana.Keys.PressAsync("Enter");
        await versions.Locator("[aria-current]", new() { HasText = "Wins on penalties" }).WaitForAsync();
        await versions.GetByRole(AriaRole.Button, new() { Name = "Loses" }).ClickAsync();
        await versions.GetByRole(AriaRole.Button, new() { Name = "Wins on penalties" }).WaitForAsync();
        await versions.GetByRole(AriaRole.Button, new() { Name = "Rename or drop …" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Drop this version" }).ClickAsync();
        // Its tab is gone, and what is left alone is a post like any other.
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to The story of storm" }).WaitForAsync();
        await versions.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Page.GetByText("Set aside (1)").ClickAsync();
        await ana.Queue.GetByText("Loses").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_page_that_closes_offers_a_wrap_up_of_its_key_events()
    {
        foreach (var headline in new[] { "The barrier is raised", "The barrier is lowered" })
            await _server.Flags("storm", (await _server.Publishes("storm", headline)).Id, keyEvent: true);
        await _server.Edits("storm", new CoverageEdit { Next = new PageLink("/live/storm-2", "The storm, day two") });
        await using var reader = await Reader("storm");
        await using var ana = await Comes();
        await ana.Goes("/desk/pages/storm/settings");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Back tomorrow at 7" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Write the wrap-up" }).ClickAsync();
        await ana.Text.WaitForAsync();
        await ana.Headline.WaitForAsync();
        Assert.Equal("The story of storm: what happened", await ana.Headline.InputValueAsync());
        var text = (await ana.Text.TextContentAsync())!;
        Assert.True(text.IndexOf("The barrier is raised", StringComparison.Ordinal) < text.IndexOf("The barrier is lowered", StringComparison.Ordinal), text);
        Assert.Contains("07:00 GMT", text, StringComparison.Ordinal);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to The story of storm" }).ClickAsync();
        await ana.Stream.GetByText("The story of storm: what happened").First.WaitForAsync();
        await using var later = await Reader("storm");
        await later.Shows("The storm, day two");
        await later.Page.GetByRole(AriaRole.Link, new() { Name = "The barrier is lowered" }).First.WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
    }
}
