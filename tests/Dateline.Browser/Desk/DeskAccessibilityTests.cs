using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>What would shut people out of the newsroom's own tool, as far as a program can tell (axe-core).</summary>
public sealed class DeskAccessibilityTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string Axe = Tree.At("web", "desk", "node_modules", "axe-core", "axe.min.js");

    private RunningServer _server = null!;
    private PostId _post;
    private PostId _prepared;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
        _post = (await _server.Publishes("storm", "The gates close")).Id;
        await _server.Flags("storm", _post, breaking: true, keyEvent: true);
        var draft = await _server.Drafts("storm", new PostContent { Headline = "Power is back", Blocks = [NewsroomVerbs.Paragraph("The operator says so.")] });
        await _server.Begins("summit");
        await _server.Begins("over", CoverageStatus.Closed);
        _prepared = await _server.Prepares("storm", new PostContent { Headline = "Aldermoor win" }, "Wins", "Loses");
        var picture = _server.Keeps(1);
        Assert.True((await _server.Services.GetRequiredService<PictureBook>().Add(picture, "jpeg", 1_000, "gates.jpg", partOf: null, "Ana", CancellationToken.None)).Value);
        Assert.True((await _server.Services.GetRequiredService<RecordingBook>().Add(new SoundName(new string('1', 64), TimeSpan.FromSeconds(9), IsMp3: true), 1_000, still: null, "tide.mp3", "Ana", CancellationToken.None)).Value);
        Assert.True((await _server.Services.GetRequiredService<DocumentBook>().Add(new DocumentName(new string('2', 64), 3, 900), picture, ("Gate 4", null, null), "report.pdf", "Ana", CancellationToken.None)).Value);
        await _server.Does("storm", draft.Id, (post, at) => post.File("Ben", at, "Confirmed by phone", urgent: true).Value.TakeOver("Dana Voss", at));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(360, ColorScheme.Light, "en")]
    [InlineData(360, ColorScheme.Dark, "ar")]
    [InlineData(1280, ColorScheme.Light, "ar")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    public async Task Axe_finds_nothing_on_any_screen(int width, ColorScheme scheme, string language)
    {
        Tools.Need(Axe, "axe-core", "run npm ci in web/desk");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Admin, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, BypassCSP = true });
        await ana.Page.AddInitScriptAsync($"localStorage.setItem('desk.language', '{language}')");
        foreach (var path in new[] { "", "/begin", "/account", "/members", "/rules", "/audit", "/media", "/pages/storm/settings", "/pages/over/settings", $"/pages/storm/history/{_post}", "/nowhere", "/welcome", $"/pages/storm/preview/{_post}" })
        {
            await ana.Goes($"/desk{path}");
            await ana.Page.Locator("main h1, main p").First.WaitForAsync();
            await Look(path);
        }

        await ana.Goes("/desk/media");
        foreach (var type in new[] { "audio", "document", "picture" })
        {
            await ana.Page.Locator($".library li button:has(.tile.{type})").ClickAsync();
            await ana.Page.Locator("dialog[open] form.described").WaitForAsync();
            await Look(type);
            if (type != "picture") await ana.Keys.PressAsync("Escape");
        }
        await ana.Page.Locator("dialog[open] figcaption button").ClickAsync();
        await ana.Page.Locator("dialog[open] form.crop").WaitForAsync();
        await Look("crop");

        await ana.Goes("/desk/pages/storm");
        await ana.Page.Locator("article.row").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await ana.Keys.PressAsync("q");
        await Look("queue");
        await ana.Keys.PressAsync("t");
        await Look("stream");
        foreach (var (key, name) in new[] { ("f", "flash"), ("?", "keys"), ("m", "move") })
        {
            await ana.Keys.PressAsync(key);
            await ana.Page.Locator("dialog[open]").WaitForAsync();
            await Look(name);
            await ana.Keys.PressAsync("Escape");
            await ana.Page.Locator("dialog[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await ana.Goes($"/desk/pages/storm/posts/{_prepared}");
        await ana.Page.Locator(".versions-strip").WaitForAsync();
        await Look("versions");
        await ana.Page.Locator(".versions-strip li > button.quiet").First.ClickAsync();
        await ana.Page.Locator("dialog[open]").WaitForAsync();
        await Look("rename or drop");
        await ana.Keys.PressAsync("Escape");
        await ana.Goes("/desk/pages/storm");
        await ana.Page.Locator("article.row").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await ana.Keys.PressAsync("n");
        await ana.Page.Locator("textarea.headline").WaitForAsync();
        await ana.Page.Locator(".fold > summary").ClickAsync();
        await Look("composer");
        await ana.Page.GetByRole(AriaRole.Textbox, new() { Name = language == "ar" ? "نص المنشور" : "Text of the post" }).ClickAsync();
        await ana.Keys.TypeAsync(language == "ar" ? "/صورة" : "/Picture");
        await ana.Keys.PressAsync("Enter");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = language == "ar" ? "من المكتبة" : "From the library" }).ClickAsync();
        await ana.Page.Locator("dialog[open] .library").WaitForAsync();
        await Look("library");
        await ana.Goes("/desk/pages/storm");
        await ana.Page.Locator("article.row").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await ana.Keys.PressAsync("Escape");
        await ana.Keys.PressAsync("t");
        await ana.Keys.DownAsync("x");
        await ana.Page.Locator("dialog[open]").WaitForAsync();
        await ana.Keys.UpAsync("x");
        await Look("take-down");
        await ana.Browser.ClearCookiesAsync();
        await ana.Goes("/desk");
        await ana.Page.Locator("input[type=password]").WaitForAsync();
        await Look("sign-in");

        async Task Look(string screen)
        {
            await ana.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
            var found = await ana.Page.EvaluateAsync<string[]>("axe.run().then(({ violations, passes }) => passes.length < 5 ? ['axe looked at nothing'] : violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}\\n  ${node.html}\\n  ${node.failureSummary}`)))");
            Assert.True(found.Length == 0, $"{screen}, at {width} px, {scheme}, {language}:\n{string.Join('\n', found)}");
        }
    }
}
