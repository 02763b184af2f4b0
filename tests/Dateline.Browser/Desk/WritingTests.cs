using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>What the desk is for: words on their way to readers, by keyboard, on a day when seconds matter.</summary>
public sealed class WritingTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<OpenPage> Reader(string slug) => OpenPage.Open(chromium, new Uri(_server.Address, $"/live/{slug}"));

    [Fact]
    public async Task From_a_sign_in_link_to_a_first_post_in_front_of_readers_by_keyboard_alone()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.Goes("/desk");
        var begin = ana.Page.GetByRole(AriaRole.Link, new() { Name = "Start a live page" });
        await begin.WaitForAsync();
        for (var presses = 0; presses < 10 && !await begin.EvaluateAsync<bool>("link => link === document.activeElement"); presses++) await ana.Keys.PressAsync("Tab");
        await ana.Keys.PressAsync("Enter");
        await ana.Page.GetByRole(AriaRole.Heading, new() { Name = "Start a live page" }).WaitForAsync();
        await ana.Keys.TypeAsync("Paris summit");
        await ana.Keys.PressAsync("Enter");
        await ana.Stream.WaitForAsync();
        await ana.Writes("Talks begin", "Both delegations are in the room.");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to Paris summit" }).WaitForAsync();
        await ana.Keys.PressAsync("Control+Enter");

        await using var reader = await Reader("paris-summit");
        await reader.Shows("Talks begin");
        await reader.Shows("Both delegations are in the room.");
        await ana.Stream.GetByText("Talks begin").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
        Assert.All(ana.Open.Requests, address => Assert.StartsWith(_server.Address.ToString(), address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flash_is_one_line_and_opens_again_for_writing_through()
    {
        await _server.Begins("storm");
        await using var reader = await Reader("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Keys.PressAsync("f");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Breaking → The story of storm" }).WaitForAsync();
        await ana.Keys.TypeAsync("The gate is shut");
        await ana.Keys.PressAsync("Enter");
        await reader.Shows("The gate is shut");
        await reader.Page.Locator("article.breaking").WaitForAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish update" }).WaitForAsync();
        Assert.Equal("The gate is shut", await ana.Headline.InputValueAsync());
        // What is missing is the text, so that is where one writes on.
        await Assertions.Expect(ana.Text).ToBeFocusedAsync();
        await ana.Keys.TypeAsync("It went down at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await reader.Shows("It went down at nine.");
        Assert.Equal(1, await reader.Page.Locator("#posts article").CountAsync());
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_reporter_files_and_an_editor_publishes_what_is_on_screen()
    {
        await _server.Begins("storm");
        await using var reader = await Reader("storm");
        await using var ben = await AtTheDesk.Comes(chromium, _server, "Ben Otieno", Role.Reporter, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ben.OpensDesk("storm");
        await ben.Writes("Power is back", "The operator says so.");
        await ben.Keys.PressAsync("Control+Enter");
        await ana.Queue.GetByText("Filed by Ben Otieno").WaitForAsync();
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync(" ");
        await ana.Queue.GetByText("The operator says so.").WaitForAsync();
        await ana.Keys.PressAsync("p");
        await reader.Shows("Power is back");
        await ana.Stream.GetByText("Power is back").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
        Assert.Empty(ben.Open.Complaints);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_to_its_writer()
    {
        await _server.Begins("storm");
        await using var ben = await AtTheDesk.Comes(chromium, _server, "Ben Otieno", Role.Reporter);
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ben.OpensDesk("storm");
        await ben.Writes("Power is back", "Somebody says so.");
        await ben.Keys.PressAsync("Control+Enter");
        await ana.Queue.GetByText("Filed by Ben Otieno").WaitForAsync();
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync("b");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Send back" }).WaitForAsync();
        await ana.Keys.TypeAsync("Who says so?");
        await ana.Keys.PressAsync("Control+Enter");
        await ben.Page.GetByText("Drafts (1)").ClickAsync();
        await ben.Sees("Sent back by Ana Reis: Who says so?");
    }

    [Fact]
    public async Task A_post_held_for_half_a_second_is_off_every_page_and_then_the_desk_asks_why()
    {
        await _server.Begins("storm");
        await _server.Publishes("storm", "The wall has fallen");
        await using var reader = await Reader("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Stream.GetByText("The wall has fallen").First.WaitForAsync();
        await ana.Keys.PressAsync("t");
        await ana.Keys.DownAsync("x");
        var asked = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "It is off every page" });
        await asked.WaitForAsync();
        await ana.Keys.UpAsync("x");
        await reader.Shows("This post has been withdrawn.");
        Assert.DoesNotContain("The wall has fallen", await reader.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);

        await asked.GetByLabel("Notice for readers").FillAsync("The wall stands; what fell was scaffolding.");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await reader.Shows("The wall stands; what fell was scaffolding.");
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task Five_hundred_posts_are_scrolled_as_ten_are()
    {
        await _server.Begins("storm");
        await _server.PublishesAtOnce("storm", 500, i => new() { Headline = $"Headline {i + 1}", Blocks = [NewsroomVerbs.Paragraph($"All of headline {i + 1}.")] });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        var rows = ana.Stream.Locator("[role=listitem]");
        await rows.First.WaitForAsync();
        // All are there for a screen reader; the browser lays out and paints a screenful.
        Assert.Equal(500, await rows.CountAsync());
        Assert.InRange(await Painted(), 5, 60);
        // The browser's own search finds one that was never in sight.
        Assert.Equal("Headline 7", await ana.Page.EvaluateAsync<string?>("window.find('All of headline 7.') ? getSelection().anchorNode.parentElement.closest('[role=listitem]').querySelector('h3').textContent : null"));

        Task<int> Painted() => rows.EvaluateAllAsync<int>("rows => rows.filter(row => row.firstElementChild.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length");
    }
}
