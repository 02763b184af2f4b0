using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>What an editor does less often than writing and publishing, by keyboard alone: no test here touches anything with a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<OpenPage> Reader() => OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));

    private async Task<AtTheDesk> AtDesk()
    {
        var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        return ana;
    }

    private static ILocator Button(AtTheDesk person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Theory]
    [InlineData("Typo: silently", null, "")]
    [InlineData("Publish update", null, "Updated")]
    [InlineData("Correction …", "An earlier version gave the wrong gate.", "An earlier version gave the wrong gate.")]
    public async Task An_edit_is_released_in_each_of_the_three_ways(string way, string? note, string readersSee)
    {
        await _server.Publishes("storm", "Gate for is shut");
        await using var reader = await Reader();
        await using var ana = await AtDesk();
        await ana.Stream.GetByText("Gate for is shut").First.WaitForAsync();
        await ana.Keys.PressAsync("t");
        await ana.Keys.PressAsync("Enter");
        await ana.Headline.WaitForAsync();
        await ana.TabsTo(ana.Headline);
        await ana.Keys.PressAsync("Control+a");
        await ana.Keys.TypeAsync("Gate four is shut");
        await ana.TabsTo(Button(ana, way));
        await ana.Keys.PressAsync("Enter");
        if (note is not null)
        {
            await ana.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await ana.Keys.TypeAsync(note);
            await ana.Keys.PressAsync("Control+Enter");
        }

        await reader.Shows("Gate four is shut");
        var article = reader.Page.Locator("#posts article").First;
        if (readersSee.Length > 0) await article.GetByText(readersSee).WaitForAsync();
        else Assert.DoesNotContain("Updated", await article.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_post_is_scheduled_in_the_zone_of_its_page()
    {
        await using var ana = await AtDesk();
        await ana.Writes("The results", "Under embargo until noon.");
        await ana.TabsTo(Button(ana, "Schedule …"));
        await ana.Keys.PressAsync("Enter");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.WaitForAsync();
        // The dialog offers an hour from now; the arrow takes the browser's own field, whose first part is a day or a month, one further.
        var when = dialog.Locator("input[type=datetime-local]");
        await ana.TabsTo(when);
        var offered = await when.InputValueAsync();
        await ana.Keys.PressAsync("ArrowUp");
        Assert.NotEqual(offered, await when.InputValueAsync());
        await ana.TabsTo(dialog.GetByRole(AriaRole.Button, new() { Name = "Schedule" }));
        await ana.Keys.PressAsync("Enter");
        await ana.Stream.GetByText("Scheduled for").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_live_page_is_given_another_headline_and_is_paused()
    {
        await using var reader = await Reader();
        await using var ana = await AtDesk();
        await ana.TabsTo(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Page settings" }));
        await ana.Keys.PressAsync("Enter");
        var headline = ana.Page.GetByLabel("Headline");
        await ana.TabsTo(headline);
        await ana.Keys.PressAsync("Control+a");
        await ana.Keys.TypeAsync("The storm has passed");
        await ana.Keys.PressAsync("Enter");
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "The storm has passed", Level = 1 }).WaitForAsync();
        var note = ana.Page.GetByLabel("A line for readers");
        await ana.TabsTo(note, "Shift+Tab");
        await ana.Keys.TypeAsync("We are back at seven");
        await ana.TabsTo(Button(ana, "Pause"));
        await ana.Keys.PressAsync("Enter");
        await reader.Shows("We are back at seven");
        Assert.Empty(ana.Open.Complaints);
    }
}
