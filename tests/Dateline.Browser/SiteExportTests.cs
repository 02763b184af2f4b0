using System.Diagnostics;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>An exported site, opened from the disk of somebody who has no network.</summary>
public sealed class SiteExportTests(Chromium chromium)
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("live/storm/index.html")]
    public async Task A_site_opened_from_a_disk_shows_its_pictures_and_leads_through_its_pages_and_asks_nobody(string begin)
    {
        using var folder = new TemporaryFolder();
        var site = folder.File("site");
        await using (var server = await RunningServer.Start())
        {
            await server.Begins("storm");
            await server.Edits("storm", new CoverageEdit { Lead = new Image { Media = server.Keeps(1).ToString(), Alt = "The harbour" } });
            await server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Image { Media = server.Keeps(2).ToString(), Alt = "The gates, closed" }] });
            for (var i = 0; i < 24; i++) await server.Publishes("storm", $"Post {i}");
            using var export = Process.Start(ServerProcess.Executable, ["export", "storm", "--format", "site", "--url", "https://archive.example.org", "--out", site, "--data", Path.GetDirectoryName(server.DatabasePath)!]);
            await export.WaitForExitAsync().Soon();
            Assert.Equal(0, export.ExitCode);
        }

        await using var open = await OpenPage.Open(chromium, new Uri(Path.Combine(site, begin)), new BrowserNewContextOptions { JavaScriptEnabled = false, Offline = true });
        if (begin == "index.html") await open.Page.GetByRole(AriaRole.Link, new() { Name = "The story of storm" }).ClickAsync();
        await Seen(open.Page.GetByAltText("The harbour"));
        await open.Page.Locator("a[rel=next]").ClickAsync();
        await open.Page.Locator("article", new() { HasText = "The gates" }).Locator("a.time").ClickAsync();
        await Seen(open.Page.GetByAltText("The gates, closed"));
        Assert.All(open.Requests, address => Assert.StartsWith("file://", address, StringComparison.Ordinal));
    }

    private static async Task Seen(ILocator picture)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await Bound.Until(async () => await picture.EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth > 0 && picture.currentSrc.endsWith('.avif')"), "the picture is there, in its smallest form");
    }
}
