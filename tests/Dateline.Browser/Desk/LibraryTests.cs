using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>The newsroom's pictures at the desk, by keyboard.</summary>
public sealed class LibraryTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_picture_is_described_once_and_used_again_with_what_is_known_about_it()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        foreach (var seed in new[] { 1, 2 }) await Sends(ana, Pictures.Jpeg(600, 400, seed));
        await ana.Goes("/desk/media");
        var pictures = ana.Page.Locator(".library li button");
        await pictures.Nth(1).WaitForAsync();
        await ana.TabsTo(pictures.First);
        await ana.Keys.PressAsync("ArrowRight");
        await Assertions.Expect(pictures.Nth(1)).ToBeFocusedAsync();
        await ana.Keys.PressAsync("Enter");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await Fills("Alt text: what it shows", "Four gates, shut");
        await Fills("Caption", "The barrier at nine");
        await Fills("Credit", "Ben Otieno");
        await Fills("Where it was taken", "Carrenmouth");
        await dialog.GetByText("Nowhere.").WaitForAsync();
        await ana.Keys.PressAsync("Enter");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(pictures.Nth(1)).ToBeFocusedAsync();

        await ana.OpensDesk("storm");
        await ana.Writes("The barrier holds", "All night.");
        await ana.Keys.PressAsync("Enter");
        await ana.Adds("Picture");
        await ana.TabsTo(ana.Page.GetByRole(AriaRole.Button, new() { Name = "From the library" }));
        await ana.Keys.PressAsync("Enter");
        await dialog.WaitForAsync();
        await ana.Keys.TypeAsync("carrenmouth GATES");
        await Assertions.Expect(pictures).ToHaveCountAsync(1);
        await ana.TabsTo(pictures.First);
        await ana.Keys.PressAsync("Enter");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Page.Locator(".card-form input, .card-form textarea").First.WaitForAsync();
        await ana.Keys.PressAsync("Control+Enter");

        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        await reader.Page.GetByAltText("Four gates, shut").WaitForAsync();
        await reader.Shows("The barrier at nine");
        await reader.Shows("Ben Otieno");

        await ana.Goes("/desk/media");
        await ana.TabsTo(pictures.Nth(1));
        await ana.Keys.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Link, new() { Name = "storm" }).WaitForAsync();
        Assert.Empty(ana.Open.Complaints);

        async Task Fills(string label, string text)
        {
            await ana.TabsTo(dialog.GetByLabel(label));
            await ana.Keys.TypeAsync(text);
        }
    }

    private static async Task Sends(AtTheDesk person, byte[] picture) => _ = await person.Page.EvaluateAsync(
        """
        async picture => {
          const form = new FormData();
          form.append('file', new Blob([Uint8Array.from(atob(picture), sign => sign.charCodeAt(0))], { type: 'image/jpeg' }), 'picture.jpg');
          const answer = await fetch('/api/v1/media', { method: 'POST', body: form });
          if (!answer.ok) throw new Error(await answer.text());
        }
        """, Convert.ToBase64String(picture));
}
