using System.Net;
using System.Text.Json;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>The protocol's one promise (spec/protocol.md, "The journal"), on a real server and in a real browser, over a connection that breaks.</summary>
public sealed class ConvergenceTests(Chromium chromium)
{
    private const int Changes = 500;

    /// <summary>An element as it is to be equal, whatever order its attributes were set in.</summary>
    /// <remarks>What depends on the clock is set aside: "New", cooled breaking news, and, as the browser's clock is a month ahead, "4 min".</remarks>
    private const string Clean = """
        element => {
          const copy = element.cloneNode(true);
          for (const mark of copy.querySelectorAll('.new')) mark.remove();
          for (const part of [copy, ...copy.querySelectorAll('*')]) {
            part.classList.remove('cooled');
            const attributes = [...part.attributes].sort((a, b) => a.name < b.name ? -1 : 1);
            for (const { name } of attributes) part.removeAttribute(name);
            for (const { name, value } of attributes) if (name !== 'class' || value) part.setAttribute(name, value);
          }
          return copy.outerHTML.replace(/\s+/g, ' ').replace(/ ?(<[^>]+>) ?/g, '$1');
        }
        """;

    /// <summary>What of a page is to be equal: its sections, its first twenty posts with the days between them, and apart from those each further post.</summary>
    private const string Standing = $$"""
        (() => {
          const clean = {{Clean}};
          const posts = [...document.querySelectorAll('#posts > *')];
          const last = posts.filter(post => post.matches('[data-post]'))[19];
          const count = last ? posts.indexOf(last) + 1 : posts.length;
          return JSON.stringify({
            top: [...document.querySelectorAll('[data-section], time[data-date]')].map(clean),
            first: posts.slice(0, count).map(clean),
            further: Object.fromEntries(posts.slice(count).filter(post => post.matches('[data-post]')).map(post => [post.dataset.post, clean(post)])),
          });
        })()
        """;

    [Fact]
    public async Task A_page_cut_off_at_random_moments_through_five_hundred_changes_ends_up_equal_to_a_fresh_one()
    {
        var seed = Environment.TickCount;
        var (chance, clock) = (new Random(seed), new TurnedClock());
        await using var server = await RunningServer.Start(clock);
        await server.Begins("storm");
        var day = new BusyDay(server, "storm", new Random(seed));
        for (var i = 0; i < 26; i++) await day.Publish(shown: null);

        using var wire = new CuttingWire(server.Address);
        await using var open = await OpenPage.Open(chromium, new Uri(wire.Address, "/live/storm"), clock: TestNewsroom.Morning.UtcDateTime.AddDays(30));
        await open.Page.EvaluateAsync("window.loadedOnce = true");
        for (var i = 0; i < Changes; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(chance.Next(120)));
            await day.Act();
            if (chance.Next(10) == 0) wire.Cut();
            if (chance.Next(120) == 0) await server.Restarts();
            if (chance.Next(8) == 0) await open.Page.Clock.RunForAsync(chance.Next(100, 5_000));
            if (chance.Next(25) == 0) await open.Page.EvaluateAsync("part => scrollTo(0, document.documentElement.scrollHeight * part)", chance.Next(2) == 0 ? 0 : chance.NextDouble());
        }

        var fresh = await open.Another(new Uri(server.Address, "/live/storm"));
        var head = await fresh.Locator("main").GetAttributeAsync("data-seq");
        await open.Turns(until: open.Page.Locator($"main[data-seq='{head}']"));
        await open.Page.EvaluateAsync("scrollTo(0, 0)");
        await open.Turns(until: open.Page.Locator("[data-new]"), WaitForSelectorState.Hidden);

        var (was, now) = (await Stands(open.Page), await Stands(fresh));
        Assert.True(await open.Page.EvaluateAsync<bool>("window.loadedOnce"), $"Seed {seed}: the page was loaded anew.");
        foreach (var part in new[] { "top", "first" })
        {
            var (shown, kept) = (Lines(now, part), Lines(was, part));
            Assert.True(shown.SequenceEqual(kept), $"Seed {seed}: the {part} differs.\nOnly fresh:\n{string.Join('\n', shown.Except(kept))}\nOnly open:\n{string.Join('\n', kept.Except(shown))}");
        }
        await AssertAreAsAtTheirOwnAddress(fresh, was.GetProperty("further"), server, seed);
        Assert.Empty(open.Complaints);
    }

    // Read on an empty page, where no policy forbids it and no script runs.
    private static async Task AssertAreAsAtTheirOwnAddress(IPage empty, JsonElement further, RunningServer server, int seed)
    {
        await empty.GotoAsync("about:blank");
        foreach (var post in further.EnumerateObject())
        {
            using var answer = await server.Http.GetAsync($"/live/storm/posts/{post.Name}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone, $"Seed {seed}: a further post is shown that is {answer.StatusCode} at its own address: {post.Value}");
            var alone = await empty.EvaluateAsync<string>($"html => ({Clean})(new DOMParser().parseFromString(html, 'text/html').querySelector('#posts > article'))", await answer.Content.ReadAsStringAsync());
            Assert.True(alone == post.Value.GetString(), $"Seed {seed}: a further post differs.\nAlone:\n{alone}\nOpen:\n{post.Value}");
        }
    }

    private static async Task<JsonElement> Stands(IPage page) => JsonElement.Parse(await page.EvaluateAsync<string>(Standing));

    private static List<string> Lines(JsonElement page, string part) => [.. page.GetProperty(part).EnumerateArray().Select(line => line.GetString()!)];
}
