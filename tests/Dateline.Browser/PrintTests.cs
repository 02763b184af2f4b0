using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Dateline.Core.Posts;
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
        await Assertions.Expect(time).ToHaveTextAsync(new Regex("^[0-2][0-9]:[0-5][0-9]$"));
        await open.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(time).ToHaveTextAsync("now");
    }

    [Fact]
    public async Task Posts_follow_each_other_on_paper_to_the_foot_of_each_page_and_no_headline_stays_behind_there()
    {
        Tools.Need(PdfToText, "pdftotext", "install the package poppler-utils");
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        for (var post = 0; post < 14; post++)
        {
            var paragraphs = Enumerable.Range(0, 3 + post % 5).Select(at => NewsroomVerbs.Paragraph(string.Join(' ', Enumerable.Repeat($"Water rises over quay {at}.", 9 + post))));
            await server.Publishes("storm", new PostContent { Headline = $"Headline {post}", Label = post % 2 == 0 ? Label.Of("Analysis") : null, Blocks = [.. paragraphs] });
        }
        await using var open = await OpenPage.Open(chromium, new Uri(server.Address, "/live/storm"));
        var pages = await Lines(await open.Page.PdfAsync(new() { Format = "A4" }));
        Assert.True(pages.Count > 4);
        foreach (var lines in pages.Take(pages.Count - 1))
        {
            Assert.True(lines[^1].Foot > 0.85, $"A page ends at {lines[^1].Foot:P0} of its height.");
            Assert.DoesNotMatch("Headline|Analysis|^[0-9:]+$", lines[^1].Says);
        }
    }

    [Fact]
    public async Task A_document_and_a_link_have_their_address_on_paper_once_and_a_document_has_it_nowhere_else()
    {
        await using var open = await OpenPage.Open(chromium, day.Address("every block"));
        var address = open.Page.Locator(".paper .address");
        await Assertions.Expect(address).ToBeHiddenAsync();
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Assertions.Expect(address).ToBeVisibleAsync();
        await Assertions.Expect(address).ToHaveTextAsync(new Regex("^https?://.+/media/[0-9a-f]{64}/.+[.]pdf$"));
        // An address is one long word: it breaks, and leaves the first page its place beside it.
        var (card, shot) = ((await open.Page.Locator(".paper:has(.address)").BoundingBoxAsync())!, (await open.Page.Locator(".paper:has(.address) .shot").BoundingBoxAsync())!);
        Assert.True(shot.Width > 60 && shot.X + shot.Width <= card.X + card.Width + 1, $"The first page is {shot.Width} wide at {shot.X}, in a card of {card.Width} at {card.X}.");
        const string Printed = "[...document.querySelectorAll('.card a')].map(link => getComputedStyle(link, '::after').content).filter(text => text.includes('('))";
        Assert.Distinct(await open.Page.EvaluateAsync<string[]>(Printed));

        // The arrow that an outside link has in its place is turned round where letters go from right to left; an address is not.
        await using var arabic = await OpenPage.Open(chromium, day.Address("Arabic"));
        await arabic.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal(["ltr none"], await arabic.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('main a[rel=external]:not(.load)')].map(link => getComputedStyle(link, '::after')).map(style => `${style.direction} ${style.transform}`))]"));
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

    private const string PdfToText = "/usr/bin/pdftotext";

    private sealed record Line(string Says, double Foot);

    // What stands on each page, line by line, and where each line ends in hundredths of the height.
    private static async Task<List<List<Line>>> Lines(byte[] pdf)
    {
        var start = new ProcessStartInfo(PdfToText, ["-bbox-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        var read = program.StandardOutput.ReadToEndAsync();
        await program.StandardInput.BaseStream.WriteAsync(pdf);
        program.StandardInput.Close();
        XNamespace html = "http://www.w3.org/1999/xhtml";
        using var text = new StringReader(await read);
        using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Ignore });
        return [.. XDocument.Load(reader).Descendants(html + "page").Select(page => page.Descendants(html + "line")
            .Select(line => new Line(string.Join(' ', line.Elements(html + "word").Select(word => word.Value)), (double)line.Attribute("yMax")! / (double)page.Attribute("height")!))
            .OrderBy(line => line.Foot).ToList())];
    }
}
