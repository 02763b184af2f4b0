using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>Charts, tables and scoreboards on open pages: how they look on any screen, and what becomes of them when a number changes.</summary>
public sealed class ChartTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly Chart Tides = EveryChart.Kinds[0];

    private RunningServer _server = null!;

    private Uri Page => new(_server.Address, "/live/storm");

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_label_of_any_chart_lies_over_another_leaves_the_page_or_is_too_small_to_read(int width)
    {
        Chart[] charts = [.. EveryChart.Kinds, .. EveryChart.Large];
        foreach (var half in charts.Chunk(12))
        {
            foreach (var chart in half) await _server.Publishes("storm", With(chart));
            await using var open = await OpenPage.Open(chromium, Page, new() { ViewportSize = new() { Width = width, Height = 900 } });
            var faults = await open.Page.EvaluateAsync<string[]>("""
                () => {
                  const faults = [];
                  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
                  for (const plot of document.querySelectorAll('.plot')) {
                    const title = plot.closest('figure').querySelector('.title').textContent;
                    const within = plot.getBoundingClientRect();
                    const labels = [...plot.querySelectorAll('text, .name, .parts span, .ends-named span')].filter(label => label.textContent.trim()).map(label => {
                      // Of a label in several lines, the letters; of a paragraph, its words.
                      const range = document.createRange();
                      range.selectNodeContents(label);
                      return { label, box: label instanceof SVGElement ? label.getBoundingClientRect() : range.getBoundingClientRect(), size: parseFloat(getComputedStyle(label).fontSize) };
                    });
                    for (const { label, box, size } of labels) {
                      if (size < 12) faults.push(`${title}: ${label.textContent} is ${size} px`);
                      if (box.left < within.left - 1 || box.right > within.right + 1) faults.push(`${title}: ${label.textContent} leaves the chart`);
                    }
                    labels.forEach((one, i) => labels.slice(i + 1).forEach(other => {
                      if (one.label.contains(other.label) || other.label.contains(one.label)) return;
                      const [across, down] = [Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left), Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)];
                      // Lines of text may share the room between their letters.
                      if (across > 0.5 && down > 4) faults.push(`${title}: ${one.label.textContent} lies over ${other.label.textContent}`);
                    }));
                  }
                  if (document.querySelectorAll('.plot').length < 5) faults.push('there are no charts to look at');
                  return faults;
                }
                """);
            Assert.Empty(faults);
            Assert.Empty(open.Complaints);
        }
    }

    [Theory]
    [InlineData(ReducedMotion.NoPreference)]
    [InlineData(ReducedMotion.Reduce)]
    public async Task A_number_edited_later_moves_its_bar_in_place_unless_the_reader_wants_no_motion(ReducedMotion motion)
    {
        var post = await _server.Publishes("storm", With(Tides));
        await using var open = await OpenPage.Open(chromium, Page, new() { ReducedMotion = motion });
        await open.Page.EvaluateAsync("""
            () => {
              window.bar = document.querySelectorAll('.strip rect')[2];
              window.moved = [];
              document.addEventListener('transitionrun', ({ propertyName }) => window.moved.push(propertyName));
            }
            """);
        var top = await open.Top(".plot");
        await _server.Edits("storm", post.Id, With(Tides with { Rows = [["2025", 5.31m], ["1965", 2.655m], ["1953", 5.02m], ["2013", 4.87m]] }));
        await open.Page.Locator(".strip text", new() { HasText = "2.655" }).WaitForAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>("window.bar.isConnected && window.bar.getAttribute('width') === '50%'"));
        Assert.Equal(top, await open.Top(".plot"), tolerance: 1);
        // A transition that was begun is told at the next frame.
        var moved = await open.Page.EvaluateAsync<string[]>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.moved))))");
        if (motion == ReducedMotion.Reduce) Assert.Empty(moved);
        else Assert.Contains("width", moved);
        Assert.Contains("1965: 2.655", await open.Page.Locator(".plot").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_table_is_sorted_by_keyboard_and_stays_so_when_its_numbers_change()
    {
        Table Beds(decimal school) => new() { Title = "Beds", Source = "The council", Columns = ["Place", "Free"], Rows = [["School", school], ["Hall", 1200m], ["Church", new Cell()], ["Library", 31m]] };
        var post = await _server.Publishes("storm", With(Beds(12)));
        await using var open = await OpenPage.Open(chromium, Page);
        var free = open.Page.GetByRole(AriaRole.Button, new() { Name = "Free" });
        await free.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Hall", "Library", "School", "Church"], await Names(open));
        Assert.Equal("descending", await open.Page.Locator("th", new() { HasText = "Free" }).GetAttributeAsync("aria-sort"));

        await _server.Edits("storm", post.Id, With(Beds(600)));
        await open.Page.Locator("td", new() { HasText = "600" }).WaitForAsync();
        Assert.Equal(["Hall", "School", "Library", "Church"], await Names(open));
        Assert.Equal("Free", await open.Page.EvaluateAsync<string>("document.activeElement.textContent"));

        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Library", "School", "Hall", "Church"], await Names(open));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["School", "Hall", "Church", "Library"], await Names(open));
        Assert.Equal(0, await open.Page.Locator("[aria-sort]").CountAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Without_a_script_a_table_is_a_table()
    {
        await _server.Publishes("storm", With(new Table { Columns = ["Place", "Free"], Rows = [["School", 12m], ["Hall", 0m], ["Church", 3m]] }));
        await using var open = await OpenPage.Open(chromium, Page, new() { JavaScriptEnabled = false });
        Assert.Equal(0, await open.Page.Locator(".scroll button").CountAsync());
        Assert.Equal(3, await open.Page.Locator(".scroll tbody tr").CountAsync());
    }

    [Fact]
    public async Task A_wide_table_scrolls_in_its_own_box_and_keeps_its_names_in_view()
    {
        var columns = Enumerable.Range(0, 12).Select(i => $"Column {i}").ToList();
        await _server.Publishes("storm", With(new Table { Title = "Wide", Columns = [.. columns], Rows = [[.. columns.Select((_, i) => i == 0 ? new Cell("The row's name") : new Cell(i * 1000m))]] }));
        await using var open = await OpenPage.Open(chromium, Page, new() { ViewportSize = new() { Width = 320, Height = 700 } });
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await open.Page.Locator(".scroll").FocusAsync();
        await open.Page.EvaluateAsync("document.querySelector('.scroll').scrollLeft = 400");
        Assert.True(await open.Page.EvaluateAsync<bool>("document.querySelector('.scroll').scrollLeft > 300"));
        Assert.Equal(await Left(open, ".scroll"), await Left(open, ".scroll tbody th"), tolerance: 1);
    }

    [Fact]
    public async Task A_score_that_changes_is_told_once_to_readers_who_listen()
    {
        Scoreboard Match(string score) => new() { Title = "The derby", Sides = [new Side { Name = "Rovers", Score = score, Detail = "Ashdown 21" }, new Side { Name = "Ferry", Score = "0" }] };
        var post = await _server.Publishes("storm", With(Match("0")));
        await _server.Pins("storm", post.Id);
        await using var open = await OpenPage.Open(chromium, Page);
        await open.Page.EvaluateAsync("""
            () => {
              window.told = [];
              const region = document.querySelector('[data-announce]');
              new MutationObserver(() => region.textContent && window.told.push(region.textContent)).observe(region, { childList: true });
            }
            """);
        await _server.Edits("storm", post.Id, With(Match("1")));
        await open.Page.Locator(".scores td", new() { HasText = "1" }).First.WaitForAsync();
        Assert.Equal(["The derby, Rovers 1, Ferry 0"], await open.Page.EvaluateAsync<string[]>("window.told"));
        Assert.Equal("polite", await open.Page.Locator("[data-announce]").GetAttributeAsync("aria-live") ?? (await open.Page.Locator("[data-announce]").GetAttributeAsync("role") == "status" ? "polite" : null));
    }

    [Fact]
    public async Task Print_has_the_table_of_a_line_and_not_that_of_bars()
    {
        await _server.Publishes("storm", With(Tides));
        await _server.Publishes("storm", With(EveryChart.Kinds.First(chart => chart.Type == ChartType.Line)));
        await using var open = await OpenPage.Open(chromium, Page);
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var heights = await open.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.numbers table')].map(table => table.getBoundingClientRect().height)");
        Assert.True(heights[0] > 100, JsonSerializer.Serialize(heights));
        Assert.Equal(0, heights[1]);
    }

    private static PostContent With(Block block) => new() { Headline = "A post", Blocks = [block with { Id = "the-block" }] };

    private static Task<string[]> Names(OpenPage open) => open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.scroll tbody th')].map(name => name.textContent)");

    private static Task<double> Left(OpenPage open, string selector) => open.Page.EvaluateAsync<double>("selector => document.querySelector(selector).getBoundingClientRect().left", selector);
}
