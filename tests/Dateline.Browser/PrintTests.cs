using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>A page on paper: nothing on it can be pressed, and it stays as it is.</summary>
[Collection(typeof(OnTheSampleDay))]
public sealed class PrintTests(Chromium chromium, SampleDay day)
{
    [Fact]
    public async Task On_paper_a_post_says_when_by_the_clock_and_on_the_screen_again_how_long_ago()
    {
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        await server.Publishes("storm", "The gates close");
        await using var open = await OpenPage.Open(chromium, new Uri(server.Address, "/live/storm"));
        var time = open.Page.Locator("article time[data-time]");
        await Assertions.Expect(time).ToHaveTextAsync("now");
        await open.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await Assertions.Expect(time).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-2][0-9]:[0-5][0-9]$"));
        await open.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(time).ToHaveTextAsync("now");
    }

    [Fact]
    public async Task Whoever_reads_in_the_dark_prints_dark_letters_on_white_paper()
    {
        await using var open = await OpenPage.Open(chromium, day.Address("every block"), new() { ColorScheme = ColorScheme.Dark });
        const string Lightness = "parseInt(getComputedStyle(document.documentElement).getPropertyValue('--ink').trim().slice(1, 3), 16)";
        Assert.True(await open.Page.EvaluateAsync<int>(Lightness) > 200);
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.True(await open.Page.EvaluateAsync<int>(Lightness) < 60);
    }

    [Fact]
    public async Task Paper_has_what_was_said_in_a_recording_no_word_to_press_and_every_line_of_a_table()
    {
        await using var open = await OpenPage.Open(chromium, day.Address("every block"));
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        foreach (var said in await open.Page.Locator(".transcript p").AllAsync()) Assert.True((await said.BoundingBoxAsync())!.Height > 10);
        await Assertions.Expect(open.Page.Locator(".warned u").First).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("video, audio").First).ToBeHiddenAsync();
        // A cell that is stuck to its place is printed without its line.
        Assert.DoesNotContain("sticky", await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('th, td')].map(cell => getComputedStyle(cell).position)"));
    }
}
