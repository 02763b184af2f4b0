using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>What would shut readers out, as far as a program can tell (axe-core), and what the keyboard reaches.</summary>
[Collection(typeof(OnTheSampleDay))]
public sealed class AccessibilityTests(Chromium chromium, SampleDay day)
{
    private static readonly string Axe = Tree.At("web", "reader", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [MemberData(nameof(SampleDay.PageNames), MemberType = typeof(SampleDay))]
    public async Task Axe_finds_nothing_on_any_page_on_a_phone_or_at_a_desk_by_day_or_by_night(string page)
    {
        Tools.Need(Axe, "axe-core", "run npm ci in web/reader");
        foreach (var width in new[] { 360, 1280 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var open = await OpenPage.Open(chromium, day.Address(page), new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, BypassCSP = true });
                await open.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
                var found = await open.Page.EvaluateAsync<string[]>("axe.run().then(({ violations, passes }) => passes.length < 5 ? ['axe looked at nothing'] : violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}\\n  ${node.html}\\n  ${node.failureSummary}`)))");
                Assert.True(found.Length == 0, $"At {width} px, {scheme}:\n{string.Join('\n', found)}");
            }
        }
    }

    [Fact]
    public async Task Whoever_listens_meets_no_picture_and_no_player_without_a_name()
    {
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        var (picture, hash) = (server.Keeps(1).ToString(), new string('a', 64));
        await server.Publishes("storm", new PostContent
        {
            Headline = "The gates",
            Blocks =
            [
                new Image { Media = picture, Alt = "The gates, closed" }, new LinkCard { Url = "https://courier.example/gates", Title = "How they close", Media = picture },
                new Video { Media = $"{hash}-1280x720-84200.mp4", Caption = RichText.Plain("The first gate goes down.") }, new Video { Media = $"{hash}-1280x720-9000.mp4" },
                new Audio { Media = $"{hash}-1692000.m4a", Show = "Slack Water", Artwork = picture },
            ],
        });
        await using var open = await OpenPage.Open(chromium, new Uri(server.Address, "/live/storm"));
        await open.Page.EvaluateAsync("Promise.all([...document.images].map(image => image.decode()))");
        var browser = await open.Page.Context.NewCDPSessionAsync(open.Page);
        var nodes = (await browser.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray().Where(node => !node.GetProperty("ignored").GetBoolean());
        var met = nodes.Select(node => (Role: node.GetProperty("role").GetProperty("value").GetString(), Name: node.TryGetProperty("name", out var name) ? name.GetProperty("value").GetString() : "")).Where(one => one.Role is "image" or "Video" or "Audio").ToList();
        Assert.Equal([("image", "The gates, closed"), ("Video", "The first gate goes down."), ("Video", "Video"), ("Audio", "Slack Water")], met);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("every block")]
    [InlineData("list")]
    public async Task Tab_leads_from_the_skip_link_to_everything_that_can_be_used_and_is_caught_nowhere(string page)
    {
        await using var open = await OpenPage.Open(chromium, day.Address(page));
        var usable = await open.Page.EvaluateAsync<int>("""
            (() => {
              // The picture of a document leads where its title beside it leads: a second stop there would only be in the way.
              const usable = [...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, summary, video[controls], audio[controls], [tabindex="0"]')].filter(one => one.checkVisibility({ visibilityProperty: true }));
              usable.forEach((one, i) => one.dataset.order = i);
              return usable.length;
            })()
            """);
        Assert.True(usable > 5);
        var reached = new List<string>();
        // A player has controls of its own, each a stop.
        for (var presses = 0; presses < usable * 6 && reached.Count < usable; presses++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            if (await open.Page.EvaluateAsync<string?>("document.activeElement.dataset.order ?? null") is { } order && !reached.Contains(order)) reached.Add(order);
            if (presses == 0) Assert.Equal("skip", await open.Page.EvaluateAsync<string>("document.activeElement.className"));
        }
        Assert.Equal(usable, reached.Count);
    }

    [Fact]
    public async Task What_waits_is_shown_by_keyboard_alone()
    {
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        for (var i = 1; i <= 5; i++) await server.Publishes("storm", $"Headline {i}");
        await using var open = await OpenPage.Open(chromium, new Uri(server.Address, "/live/storm"));
        await open.Page.Locator("#posts [data-share]").First.FocusAsync();
        await server.Publishes("storm", "The gates close");
        await open.Page.Locator("[data-new] button").WaitForAsync();
        for (var presses = 0; presses < 10 && !await open.Page.EvaluateAsync<bool>("document.activeElement.matches('[data-new] button')"); presses++)
            await open.Page.Keyboard.PressAsync("Shift+Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Contains("The gates close", await open.Page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
    }
}
