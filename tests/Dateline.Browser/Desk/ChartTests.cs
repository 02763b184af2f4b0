using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>From a copied range of a spreadsheet to a chart in front of readers.</summary>
public sealed class ChartTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Cells_that_are_pasted_are_seen_as_readers_will_see_them_and_said_in_words(int width)
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await Chart(ana);
        await Paste(ana, "Who paid\tShare\nThe county\t22,5 %\nThe state\t51,0 %\nDonations\t26,5 %\n");
        Assert.Equal("%", await ana.Page.GetByLabel("Unit", new() { Exact = true }).InputValueAsync());
        await ana.Page.GetByLabel("Drawn as", new() { Exact = true }).SelectOptionAsync("pie");
        await ana.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Who paid for the barrier");

        var preview = ana.Page.FrameLocator(".card-preview iframe");
        await preview.Locator(".strip text", new() { HasText = "51%" }).WaitForAsync();
        await preview.GetByText("Who paid for the barrier").WaitForAsync();
        Assert.Equal("12px 0px", await preview.Locator(".post").EvaluateAsync<string>("post => `${getComputedStyle(post.parentElement).paddingTop} ${getComputedStyle(post).borderTopWidth}`"));
        Assert.Equal(["The state", "Donations", "The county"], await preview.Locator(".row .name").AllTextContentsAsync());
        await ana.Page.WaitForFunctionAsync("""
            () => {
              const frame = document.querySelector('.card-preview iframe');
              const sheet = frame.contentDocument.documentElement;
              return sheet.scrollHeight <= frame.clientHeight + 1 && sheet.scrollWidth <= frame.clientWidth;
            }
            """);

        // Somebody goes on typing, and it is drawn as it is typed.
        var cell = ana.Page.GetByLabel("Row 1, Share");
        await cell.FillAsync("60,5");
        await preview.Locator(".strip text", new() { HasText = "60.5%" }).WaitForAsync();
        await ana.Sees("These shares come to 138%, not 100%.");
        await cell.FillAsync("22.5");
        await ana.SeesNoMore("These shares come to");

        await ana.Page.Locator(".card-said", new() { HasText = "The state 51%, Donations 26.5%, The county 22.5%" }).WaitForAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Take it and change it" }).ClickAsync();
        var summary = ana.Page.GetByLabel("In words, for those who do not see it", new() { Exact = true });
        Assert.Equal("The state 51%, Donations 26.5%, The county 22.5%", await summary.InputValueAsync());
        await summary.FillAsync("The state paid more than half.");
        await preview.Locator("[role=img][aria-label='The state paid more than half.']").WaitForAsync();

        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        await ana.Page.GetByLabel("Source", new() { Exact = true }).FillAsync("The county");
        await ana.Keys.PressAsync("Control+Enter");
        await reader.Page.Locator("[role=img][aria-label='The state paid more than half.']").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_file_of_cells_is_taken_and_what_is_no_number_is_told_by_its_place()
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await Chart(ana);
        await ana.Page.GetByLabel("Take a file (CSV)").SetInputFilesAsync(new FilePayload { Name = "gauges.csv", MimeType = "text/csv", Buffer = "Gauge;Monday;Tuesday\n\"Quay; north\";4,87;n/a\nBridge;about 2;1.234,5\n"u8.ToArray() });
        await ana.Sees("Row 2, Monday: “about 2” is not a number");
        Assert.Equal("Quay; north", await ana.Page.GetByLabel("Row 1, Gauge").InputValueAsync());
        Assert.Equal("4.87", await ana.Page.GetByLabel("Row 1, Monday").InputValueAsync());
        Assert.Equal("", await ana.Page.GetByLabel("Row 1, Tuesday").InputValueAsync());
        Assert.Equal("1234.5", await ana.Page.GetByLabel("Row 2, Tuesday").InputValueAsync());
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Swap rows and columns" }).ClickAsync();
        Assert.Equal("Bridge", await ana.Page.GetByLabel("Name of column 3").InputValueAsync());
        await ana.Page.GetByLabel("Take a file (CSV)").SetInputFilesAsync(new FilePayload { Name = "words.txt", MimeType = "text/plain", Buffer = "No table at all"u8.ToArray() });
        await ana.Sees("No rows and columns were found in this file.");
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task The_grid_is_gone_through_by_arrows_alone()
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await Chart(ana);
        await ana.Page.GetByLabel("Name of column 1", new() { Exact = true }).FocusAsync();
        await ana.Keys.TypeAsync("Gauge");
        await ana.Keys.PressAsync("ArrowRight");
        await At(ana, "-1,1");
        await ana.Keys.TypeAsync("Level");
        await ana.Keys.PressAsync("Enter");
        await At(ana, "0,1");
        await ana.Keys.TypeAsync("4.5");
        await ana.Keys.PressAsync("Enter");
        await At(ana, "1,1");
        await ana.Keys.PressAsync("ArrowLeft");
        await At(ana, "1,0");
        await ana.Keys.PressAsync("ArrowUp");
        await At(ana, "0,0");
        Assert.Equal("4.5", await ana.Page.GetByLabel("Row 1, Level").InputValueAsync());
    }

    [Theory]
    [InlineData("en", "Chart", "Poll")]
    [InlineData("ar", "رسم بياني", "استطلاع")]
    public async Task A_post_that_is_only_a_chart_is_known_in_the_stream_by_that_and_by_its_title(string language, string chart, string poll)
    {
        await _server.Begins("storm");
        await _server.Publishes("storm", new PostContent { Blocks = [new Chart { Title = "Water at the quay", Columns = ["Hour", "Metres"], Rows = [["14:00", 4.5m]] }] });
        await _server.Publishes("storm", new PostContent { Headline = "Have your say", Blocks = [new Poll { Question = "Should the barrier stay shut?", Options = [new PollOption { Text = "Yes" }, new PollOption { Text = "No" }] }] });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.Page.AddInitScriptAsync($"localStorage.setItem('desk.language', '{language}')");
        await ana.Goes("/desk/pages/storm");
        var rows = ana.Page.Locator("article.row");
        await rows.GetByRole(AriaRole.Heading, new() { Name = $"{chart} Water at the quay" }).WaitForAsync();
        await Assertions.Expect(rows.Locator(".excerpt", new() { HasText = "barrier" })).ToHaveTextAsync($"{poll} Should the barrier stay shut?");
        await rows.First.ClickAsync();
        await ana.Keys.PressAsync(" ");
        await Assertions.Expect(rows.First.Locator(".piece")).ToHaveTextAsync($"{poll} Should the barrier stay shut?");
    }

    private static async Task At(AtTheDesk ana, string cell) => await ana.Page.WaitForFunctionAsync("cell => document.activeElement.dataset.cell === cell", cell);

    private static async Task Chart(AtTheDesk ana)
    {
        await ana.OpensDesk("storm");
        await ana.Writes("The cost", "/Chart");
        await ana.Page.GetByRole(AriaRole.Listbox, new() { Name = "Add block" }).GetByRole(AriaRole.Option, new() { Name = "Chart", Exact = true }).WaitForAsync();
        await ana.Keys.PressAsync("Enter");
        await ana.Page.GetByLabel("Name of column 1", new() { Exact = true }).WaitForAsync();
    }

    private static async Task Paste(AtTheDesk ana, string cells)
    {
        await ana.Page.GetByLabel("Name of column 1", new() { Exact = true }).FocusAsync();
        await ana.Page.EvaluateAsync("""
            cells => {
              const data = new DataTransfer();
              data.setData('text/plain', cells);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, cells);
    }
}
