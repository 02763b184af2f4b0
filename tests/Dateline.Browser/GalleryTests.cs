using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>Pictures that belong together are seen whole, one beside the other.</summary>
public sealed class GalleryTests(Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_gallery_stands_as_tall_as_its_pictures_with_their_words_and_is_moved_by_keyboard(int width)
    {
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        var pictures = new[] { 1, 2, 3 }.Select(seed => server.Keeps(seed, 900, 600)).ToList();
        // Charts draw strips of their own on the same page.
        await server.Publishes("storm", new PostContent { Headline = "Levels", Blocks = [new Chart { Title = "Level", Columns = ["Gauge", "m"], Rows = [["Mouth", 4.2m], ["Pell", 3.9m]] }] });
        await server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Gallery { Items = [.. pictures.Select((picture, i) => new Picture { Media = picture.ToString(), Alt = $"Gate {i + 1}", Credit = "Ana Ruiz" })] }] });
        await using var open = await OpenPage.Open(chromium, new Uri(server.Address, "/live/storm"), new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 } });

        var gallery = open.Page.Locator(".gallery [role=group]");
        var row = (await gallery.BoundingBoxAsync())!;
        foreach (var figure in await gallery.Locator("figure").AllAsync())
        {
            var box = (await figure.BoundingBoxAsync())!;
            Assert.InRange(box.Height, 150, 600);
            Assert.InRange(box.Y + box.Height, row.Y, row.Y + row.Height);
        }
        await gallery.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.gallery [role=group]').scrollLeft > 0");
        Assert.Empty(open.Complaints);
    }
}
