using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>What stands at the top of a live page is set at the desk.</summary>
public sealed class LeadTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_editor_puts_a_picture_at_the_top_then_a_live_stream_then_nothing_and_readers_see_each_at_once()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        await ana.Goes("/desk/pages/storm/settings");
        var part = ana.Page.GetByRole(AriaRole.Region, new() { Name = "Picture, video or live stream at the top" });
        var kind = part.GetByLabel("What stands there");
        await kind.SelectOptionAsync("image");
        await part.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "gates.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(900, 600, 8) });
        await part.Locator(".field-media img").WaitForAsync();
        await part.GetByLabel("Alt text: what it shows").FillAsync("The gates at dusk");
        await Save();
        await reader.Page.Locator(".lead").GetByAltText("The gates at dusk").WaitForAsync();

        await kind.SelectOptionAsync("embed");
        await part.GetByLabel("Address", new() { Exact = true }).FillAsync("https://www.youtube.com/watch?v=abcdefghijk");
        await part.Locator("summary").First.ClickAsync();
        await part.GetByLabel("Title", new() { Exact = true }).FillAsync("The barrier, live");
        await Save();
        await reader.Shows("The barrier, live");
        await Assertions.Expect(reader.Page.Locator(".lead a.load")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Page.Locator("iframe")).ToHaveCountAsync(0);
        Assert.DoesNotContain(reader.Requests, request => request.Contains("youtube", StringComparison.Ordinal));

        await kind.SelectOptionAsync("");
        await Save();
        await Assertions.Expect(reader.Page.Locator(".lead")).ToHaveCountAsync(0);
        Assert.Empty(ana.Open.Complaints);
        Assert.Empty(reader.Complaints);

        async Task Save()
        {
            var save = part.GetByRole(AriaRole.Button, new() { Name = "Save" });
            await save.ClickAsync();
            await part.GetByText("Not saved yet").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
    }
}
