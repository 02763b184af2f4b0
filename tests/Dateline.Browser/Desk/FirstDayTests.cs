using System.Diagnostics;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>A newsroom's first day at the desk, from the link that somebody is handed to what a reader sees, on a server whose plug is pulled.</summary>
public sealed class FirstDayTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = ServerProcess.FreePort();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(390)]
    [InlineData(360)]
    public async Task Ten_posts_filed_from_a_phone_by_keyboard_reach_readers_once_each_although_the_server_is_killed(int width)
    {
        var server = await ServerProcess.Start(_folder.Path, _port);
        try
        {
            // An editor starts the page, a reporter comes in on a phone, and a reader watches.
            await using var ana = await Comes("Ana Reis", "editor", new() { ViewportSize = new() { Width = 1280, Height = 800 } });
            await HasAPasskey(ana);
            await Starts(ana, "Carren harbour");
            await using var ben = await Comes("Ben Otieno", "reporter", new() { ViewportSize = new() { Width = width, Height = 780 }, HasTouch = true });
            await HasAPasskey(ben);
            await ben.TabsTo(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Carren harbour" }));
            await ben.Keys.PressAsync("Enter");
            await ben.Stream.WaitForAsync();
            await using var reader = await OpenPage.Open(chromium, new Uri($"http://localhost:{_port}/live/carren-harbour"));

            await Files(ben, "A paragraph", () => ben.Keys.TypeAsync("The wardens are on the quay."));
            await Files(ben, "A list", async () =>
            {
                await ben.Keys.TypeAsync("- Gate one is down");
                await ben.Keys.PressAsync("Enter");
                await ben.Keys.TypeAsync("Gate two is down");
            });
            await Files(ben, "A picture", async () =>
            {
                await ben.Adds("Picture");
                await Chooses(ben, 1);
                await Fills(ben, "Alt text: what it shows", "Sandbags along a wall");
                await Fills(ben, "Credit", "Ben Otieno");
            });
            await Publishes(ana, reader, "A paragraph");
            await Publishes(ana, reader, "A list");
            await Files(ben, "A quotation", async () =>
            {
                await ben.Adds("Quote");
                await ben.Keys.TypeAsync("We have never seen it so high.");
                await Fills(ben, "Who said it", "Ida Marsh, harbour master");
            });

            // The plug is pulled in the moment an editor presses Publish; the reporter notices nothing but a line, and writes on.
            await ana.Queue.GetByText("A quotation").WaitForAsync();
            await ana.Keys.PressAsync("q");
            await ana.Keys.PressAsync("p");
            await server.Kill();
            await Files(ben, "A gallery", async () =>
            {
                await ben.Adds("Gallery");
                await Chooses(ben, 2);
                await Fills(ben, "Alt text: what it shows", "The quay at nine");
                await Fills(ben, "Credit", "Ben Otieno");
                await ben.TabsTo(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Add picture" }));
                await ben.Keys.PressAsync("Enter");
                await Chooses(ben, 3);
                await Fills(ben, "Alt text: what it shows", "The quay at ten");
                await Fills(ben, "Credit", "Ben Otieno");
            });
            await ben.Sees("Offline: 1 post waits on this device and goes out by itself.");
            await Files(ben, "A verification", async () =>
            {
                await ben.Adds("Verification");
                await ben.Keys.TypeAsync("A film of the gate lifting");
                await Fills(ben, "Where it comes from", "A reader in Eastquay");
            });
            await server.DisposeAsync();
            server = await ServerProcess.Start(_folder.Path, _port);
            await ben.SeesNoMore("wait on this device");

            await Files(ben, "A chart", async () =>
            {
                await ben.Adds("Chart");
                await ben.Keys.TypeAsync("Water at the gauge");
                await Fills(ben, "Source", "Harbour office");
                await FillsGrid(ben, ["Hour", "Level"], ["20:00", "4.1"], ["21:00", "4.6"]);
            });
            await Files(ben, "A table", async () =>
            {
                await ben.Adds("Table");
                await ben.Keys.TypeAsync("Trains tonight");
                await Fills(ben, "Source", "Coast Railway");
                await FillsGrid(ben, ["Line", "State"], ["Coast", "Stopped"], ["Hill", "Running"]);
            });
            await Files(ben, "A link card", async () =>
            {
                await ben.Adds("Link card");
                await ben.Keys.TypeAsync("Further reading");
                await Fills(ben, "Title", "How the barrier works");
                await Fills(ben, "Address", "https://courier.example/barrier");
            });
            await Files(ben, "The gates are shut", () => ben.Keys.TypeAsync("All four, says the harbour master."));

            // What was in the air when the plug was pulled either went out or is still in the queue; it is nowhere twice, and never nowhere.
            await ana.Queue.GetByText("The gates are shut").WaitForAsync();
            if (await ana.Queue.GetByText("A picture").CountAsync() > 0) await Publishes(ana, reader, "A picture");
            foreach (var headline in new[] { "A quotation", "A gallery", "A verification", "A chart", "A table", "A link card" }) await Publishes(ana, reader, headline);
            await ana.Keys.PressAsync("q");
            await ana.Keys.PressAsync("r");
            await ana.Queue.GetByText("Breaking").First.WaitForAsync();
            await ana.Keys.PressAsync("y");
            await ana.Queue.GetByText("Key event").First.WaitForAsync();
            await Publishes(ana, reader, "The gates are shut");

            await reader.Page.Locator("article.breaking", new() { HasText = "The gates are shut" }).WaitForAsync();
            await IsWhole(reader.Page);
            await using var later = await OpenPage.Open(chromium, new Uri($"http://localhost:{_port}/live/carren-harbour"));
            await IsWhole(later.Page);
            Assert.Empty(ana.Open.Complaints);
            Assert.Empty(ben.Open.Complaints);
            Assert.Empty(reader.Complaints);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Every post once, with all that was put into it.</summary>
    private static async Task IsWhole(IPage page)
    {
        var posts = page.Locator("#posts article");
        await Assertions.Expect(posts).ToHaveCountAsync(10);
        foreach (var headline in new[] { "A paragraph", "A list", "A picture", "A quotation", "A gallery", "A verification", "A chart", "A table", "A link card", "The gates are shut" })
            Assert.Equal(1, await posts.GetByRole(AriaRole.Heading, new() { Name = headline, Exact = true }).CountAsync());
        foreach (var words in new[] { "Gate two is down", "We have never seen it so high.", "Ida Marsh, harbour master", "A film of the gate lifting", "Water at the gauge", "Trains tonight", "How the barrier works" })
            Assert.True(await posts.GetByText(words).CountAsync() > 0, $"“{words}” is not there.");
        await Assertions.Expect(Post("A picture").GetByRole(AriaRole.Img, new() { Name = "Sandbags along a wall" })).ToHaveCountAsync(1);
        await Assertions.Expect(Post("A gallery").Locator(".shot img")).ToHaveCountAsync(2);
        Assert.Equal(2, await Post("A chart").Locator("tbody tr").CountAsync());

        ILocator Post(string headline) => posts.Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = headline, Exact = true }) });
    }

    private async Task<AtTheDesk> Comes(string name, string role, BrowserNewContextOptions options)
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@courier.example";
        var start = new ProcessStartInfo(ServerProcess.Executable, ["user", "add", name, "--email", email, "--role", role, "--urls", $"http://localhost:{_port}", "--data", _folder.Path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var link = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await AtTheDesk.Follows(chromium, new Uri(link.Trim()), email, options);
    }

    /// <summary>Adds a passkey, leaves, and comes back with it.</summary>
    private static async Task HasAPasskey(AtTheDesk person)
    {
        var device = await person.Browser.NewCDPSessionAsync(person.Page);
        await device.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true };
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        await person.TabsTo(person.Page.GetByLabel("A name for it, such as the device"));
        await person.Keys.TypeAsync("The newest device");
        await person.Keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "The newest device" }).WaitForAsync();
        await person.TabsTo(person.Page.Locator(".menu > summary"), "Shift+Tab");
        await person.Keys.PressAsync("Enter");
        await person.TabsTo(person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await person.Keys.PressAsync("Enter");
        await person.TabsTo(person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }));
        await person.Keys.PressAsync("Enter");
        await person.TabsTo(person.Page.GetByRole(AriaRole.Link, new() { Name = "Dateline" }));
        await person.Keys.PressAsync("Enter");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Live pages" }).WaitForAsync();
    }

    private static async Task Starts(AtTheDesk editor, string headline)
    {
        await editor.TabsTo(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Start a live page" }));
        await editor.Keys.PressAsync("Enter");
        await editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Start a live page" }).WaitForAsync();
        await editor.Keys.TypeAsync(headline);
        await editor.Keys.PressAsync("Enter");
        await editor.Stream.WaitForAsync();
    }

    private static async Task Files(AtTheDesk reporter, string headline, Func<Task> write)
    {
        await reporter.Keys.PressAsync("n");
        await Assertions.Expect(reporter.Headline).ToBeFocusedAsync();
        await reporter.Keys.TypeAsync(headline);
        await reporter.Keys.PressAsync("Enter");
        await Assertions.Expect(reporter.Text).ToBeFocusedAsync();
        await write();
        await reporter.Keys.PressAsync("Control+Enter");
        await reporter.Headline.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task Publishes(AtTheDesk editor, OpenPage reader, string headline)
    {
        var first = editor.Queue.GetByRole(AriaRole.Article).First;
        await editor.Keys.PressAsync("q");
        await Assertions.Expect(first).ToContainTextAsync(headline);
        await Assertions.Expect(first).ToBeFocusedAsync();
        await editor.Keys.PressAsync("p");
        await reader.Shows(headline);
        await editor.Keys.PressAsync("t");
        await editor.Queue.GetByText(headline).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Chooses a picture for the form that the keyboard is in.</summary>
    private static async Task Chooses(AtTheDesk person, int seed)
    {
        var file = person.Page.Locator(".card-form input[type=file]").Last;
        await person.TabsTo(file, "Shift+Tab");
        await person.Keys.PressAsync("Enter");
        await person.Chooses(Pictures.Jpeg(640, 480, seed));
    }

    private static async Task Fills(AtTheDesk person, string field, string text)
    {
        await person.TabsTo(person.Text.GetByLabel(field).Last);
        await person.Keys.TypeAsync(text);
    }

    /// <summary>Types a grid as one does: names and cells by Tab, another row by Enter in the last.</summary>
    private static async Task FillsGrid(AtTheDesk person, params string[][] lines)
    {
        for (var row = 0; row < lines.Length; row++)
        {
            for (var column = 0; column < lines[row].Length; column++)
            {
                var cell = person.Page.Locator($"[data-cell='{row - 1},{column}']");
                await person.TabsTo(cell);
                await person.Keys.TypeAsync(lines[row][column]);
            }
            if (row == 0 || row == lines.Length - 1) continue;
            await person.Keys.PressAsync("Enter");
            await person.TabsTo(person.Page.Locator($"[data-cell='{row},0']"), "Shift+Tab");
        }
    }
}
