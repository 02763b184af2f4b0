using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Core.Media;
using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>The newsroom's pictures, recordings and documents at the desk, by keyboard.</summary>
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

    [Fact]
    public async Task A_film_and_a_document_are_found_by_type_and_file_name_played_described_and_used_again_with_what_is_known_about_them()
    {
        Assert.SkipUnless(Films.CanBeMade && Papers.AreHere, $"{Films.Missing} {Papers.NotHere}");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        Assert.True(RecordingName.TryParse(await Sends(ana, Films.Film(seconds: 3), "gates-at-nine.mp4"), out var film));
        await Sends(ana, Papers.Pdf(2, "/Title (gate4_v7_final)"), "report.pdf");
        await _server.IsReady(film);

        await ana.Goes("/desk/media");
        var (files, add) = (ana.Page.Locator(".library li button"), ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add files" }));
        await Assertions.Expect(files).ToHaveCountAsync(2);
        await ana.TabsTo(add);
        await ana.Keys.PressAsync("Enter");
        await ana.Chooses(Pictures.Jpeg(600, 400, 5), "boats.jpg");
        await ana.Page.GetByText("boats.jpg").WaitForAsync();
        await add.ClickAsync();
        await ana.Chooses("These are notes."u8.ToArray(), "notes.jpg");
        await ana.Page.GetByRole(AriaRole.Alert).GetByText("notes.jpg: This file is no picture").WaitForAsync();
        // The film's still and the document's first page are there with them, and not beside them.
        await Assertions.Expect(files).ToHaveCountAsync(3);
        await ana.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("Videos");
        await Assertions.Expect(files).ToHaveTextAsync(["Video · 0:03gates-at-nine.mp4"]);
        await ana.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("Everything");
        await ana.Page.GetByLabel("Search").FillAsync("AT-NINE");
        await Assertions.Expect(files).ToHaveCountAsync(1);
        await ana.TabsTo(files.First);
        await ana.Keys.PressAsync("Enter");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("video").EvaluateAsync("film => { film.muted = true; return film.play(); }");
        await dialog.GetByLabel("Caption").FillAsync("The gates close");
        await dialog.GetByLabel("Credit").FillAsync("Harbour camera");
        await ana.Keys.PressAsync("Enter");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Page.GetByLabel("Search").FillAsync("gate4_v7");
        await Assertions.Expect(files).ToHaveTextAsync(["Document · 2 pagesgate4_v7_final"]);

        await ana.OpensDesk("storm");
        await ana.Writes("What went wrong", "All night.");
        foreach (var (block, by) in new[] { ("Video", "gates close"), ("Document", "final") })
        {
            await ana.Keys.PressAsync("Enter");
            await ana.Adds(block);
            await ana.TabsTo(ana.Page.Locator(".card-form").Last.GetByRole(AriaRole.Button, new() { Name = "From the library" }).First);
            await ana.Keys.PressAsync("Enter");
            await dialog.WaitForAsync();
            await Assertions.Expect(files).ToHaveCountAsync(1);
            await ana.Keys.TypeAsync(by);
            await ana.TabsTo(files.First);
            await ana.Keys.PressAsync("Enter");
            await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await ana.Text.FocusAsync();
            await ana.Keys.PressAsync("Control+End");
        }
        await ana.Keys.PressAsync("Control+Enter");

        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        await reader.Shows("What went wrong");
        await Assertions.Expect(reader.Page.Locator("article video")).ToHaveAttributeAsync("poster", new Regex("^/media/"));
        await reader.Shows("The gates close");
        await reader.Shows("Harbour camera");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "gate4_v7_final" }).WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_part_is_cut_out_of_a_picture_by_keyboard_or_drawn_and_lies_in_the_library_beside_the_whole()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await Sends(ana, Pictures.Jpeg(600, 400, 6), "gates.jpg");
        await ana.Goes("/desk/media");
        var (files, dialog) = (ana.Page.Locator(".library li button"), ana.Page.GetByRole(AriaRole.Dialog));
        await ana.TabsTo(files.First);
        await ana.Keys.PressAsync("Enter");
        await ana.TabsTo(dialog.GetByRole(AriaRole.Button, new() { Name = "Cut out a part …" }));
        await ana.Keys.PressAsync("Enter");
        await ana.TabsTo(dialog.GetByLabel("Shape"));
        await ana.Keys.TypeAsync("1:1");
        await Assertions.Expect(dialog.GetByLabel("Width, px")).ToHaveValueAsync("400");
        await ana.TabsTo(dialog.GetByLabel("Width, px"));
        await ana.Keys.PressAsync("Control+a");
        await ana.Keys.TypeAsync("120");
        await Assertions.Expect(dialog.GetByLabel("Height, px")).ToHaveValueAsync("120");
        await ana.Keys.PressAsync("Enter");
        await dialog.GetByText("120 × 120").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(files).ToHaveCountAsync(2);

        await files.Last.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cut out a part …" }).ClickAsync();
        var picture = dialog.Locator(".cropped");
        await picture.Locator("img").EvaluateAsync("picture => picture.decode()");
        var box = (await picture.BoundingBoxAsync())!;
        await ana.Page.Mouse.MoveAsync(box.X + (box.Width / 4), box.Y + (box.Height / 4));
        await ana.Page.Mouse.DownAsync();
        await ana.Page.Mouse.MoveAsync(box.X + (box.Width * 3 / 4), box.Y + (box.Height * 3 / 4));
        await ana.Page.Mouse.UpAsync();
        Assert.InRange(int.Parse(await dialog.GetByLabel("Width, px").InputValueAsync(), CultureInfo.InvariantCulture), 295, 305);
        Assert.InRange(int.Parse(await dialog.GetByLabel("From the top, px").InputValueAsync(), CultureInfo.InvariantCulture), 95, 105);
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_picture_whose_rights_end_leaves_the_page_that_a_reader_has_open_and_the_desk_says_so()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await Sends(ana, Pictures.Jpeg(600, 400, 3));
        await ana.OpensDesk("storm");
        await ana.Writes("The barrier holds", "All night.");
        await ana.Keys.PressAsync("Enter");
        await ana.Adds("Picture");
        await ana.TabsTo(ana.Page.GetByRole(AriaRole.Button, new() { Name = "From the library" }));
        await ana.Keys.PressAsync("Enter");
        var (dialog, pictures) = (ana.Page.GetByRole(AriaRole.Dialog), ana.Page.Locator(".library li button"));
        await ana.TabsTo(pictures.First);
        await ana.Keys.PressAsync("Enter");
        await ana.Page.Locator(".card-form").GetByLabel("Alt text: what it shows").FillAsync("Four gates, shut");
        await ana.Keys.PressAsync("Control+Enter");
        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        await reader.Page.GetByAltText("Four gates, shut").WaitForAsync();

        await ana.Goes("/desk/media");
        await pictures.First.ClickAsync();
        await dialog.GetByLabel("May be shown until").FillAsync("2026-01-01T12:00");
        await ana.Keys.PressAsync("Enter");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await pictures.First.GetByText("No longer to be shown").WaitForAsync();

        await reader.Shows("The right to show this picture has ended.");
        await reader.Shows("Four gates, shut");
        await Assertions.Expect(reader.Page.GetByAltText("Four gates, shut")).ToHaveCountAsync(0);
        await ana.OpensDesk("storm");
        await ana.Page.GetByText("1 file out: its rights ended").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
    }

    private static async Task<string> Sends(AtTheDesk person, byte[] file, string name = "picture.jpg") => await person.Page.EvaluateAsync<string>(
        """
        async ([file, name]) => {
          const form = new FormData();
          form.append('file', new Blob([Uint8Array.from(atob(file), sign => sign.charCodeAt(0))]), name);
          const answer = await fetch('/api/v1/media', { method: 'POST', body: form });
          if (!answer.ok) throw new Error(await answer.text());
          return (await answer.json()).id;
        }
        """, new[] { Convert.ToBase64String(file), name });
}
