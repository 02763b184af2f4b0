using System.Text;
using Dateline.Public.Live;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>What a change costs follows what changed: not how long the page is, and not how many read it.</summary>
public sealed class CostTests : IAsyncLifetime
{
    /// <summary>A field that the door does not deal with: the same request by way of Kestrel.</summary>
    private const string ByKestrel = "TE: trailers\r\n";

    private const int Readers = 64;

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_change_is_one_rendering_of_its_post_and_one_of_the_page_however_many_ask()
    {
        for (var n = 0; n < 30; n++) await _server.Publishes("storm", $"Before {n}");
        var callers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Caller.Connects(_server.Address)));
        await All(callers);
        var meter = _server.Services.GetRequiredService<LiveMeter>();
        for (var change = 0; change < 5; change++)
        {
            var (pages, articles) = (meter.PagesRendered, meter.ArticlesRendered);
            await _server.Publishes("storm", $"Change {change}");
            var bodies = await All(callers);
            Assert.All(bodies, body => Assert.Equal(bodies[0], body));
            Assert.Equal((1, 1), (meter.PagesRendered - pages, meter.ArticlesRendered - articles));
        }
        foreach (var caller in callers) caller.Dispose();

        static Task<byte[][]> All(Caller[] callers) => Task.WhenAll(callers.Select(async (caller, n) =>
        {
            await caller.Says($"GET /live/storm HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n{(n % 4 == 0 ? ByKestrel : "")}\r\n");
            return (await caller.Hears()).Body;
        }));
    }

    [Fact]
    public async Task On_the_wire_a_change_is_as_long_as_what_it_says_and_no_longer_on_a_long_page()
    {
        const string Words = "The barrier holds, the wardens say, and the water has begun to fall at the upper gauge.";
        using var caller = await Caller.Connects(_server.Address);
        await caller.Says("GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        // Who comes after a change is caught up with the whole page's state as well: all of these are to be heard as they happen.
        await caller.HearsUntil("event: hello\n");
        await _server.Publishes("storm", Words);
        for (var n = 2; n < 60; n++) await _server.Publishes("storm", $"Between {n}");
        await _server.Publishes("storm", Words);
        await _server.Publishes("storm", "So that the one before has ended");
        var heard = await caller.HearsUntil("id: 61\n");
        var (first, last) = (Length(1), Length(60));

        // A longer number here and there, and the link to older posts: never the other posts.
        Assert.InRange(last - first, -16, 64);
        Assert.InRange(first, Words.Length, 2_048);

        // Everything between the blank line before the event and its own.
        int Length(int seq)
        {
            var begin = heard.IndexOf($"id: {seq}\n", StringComparison.Ordinal);
            var end = heard.IndexOf("\n\n", begin, StringComparison.Ordinal);
            return Encoding.Latin1.GetByteCount(heard[heard.LastIndexOf("\n\n", begin, StringComparison.Ordinal)..end]);
        }
    }
}
