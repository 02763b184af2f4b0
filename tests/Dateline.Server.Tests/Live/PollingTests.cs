using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>Who asks for changes time and again is answered at the door, with what the route would say.</summary>
public sealed class PollingTests : IAsyncLifetime
{
    /// <summary>A field that the door does not deal with: the same request by way of Kestrel.</summary>
    private const string ByKestrel = "TE: trailers\r\n";

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(new TurnedClock());
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("after=80", "", true)]
    [InlineData("after=79", "Accept-Encoding: gzip\r\n", true)]
    [InlineData("after=60", "Accept-Encoding: br, gzip;q=0.5\r\n", true)]
    [InlineData("after=16", "Accept-Encoding: zstd\r\n", true)]
    [InlineData("after=15", "Accept-Encoding: gzip\r\n", false)]
    [InlineData("after=0", "", false)]
    [InlineData("after=81", "", false)]
    [InlineData("after=079", "", true)]
    [InlineData("", "", false)]
    public async Task Both_ways_give_the_same_answer(string query, string accept, bool isNear)
    {
        for (var n = 1; n <= 80; n++) await _server.Publishes("storm", $"The water at gauge {n} stands at {n * 37 % 100} centimetres");
        using var door = await Caller.Connects(_server.Address);
        using var kestrel = await Caller.Connects(_server.Address);
        var (head, body) = await Asks(door, query, accept);
        var (said, same) = await Asks(kestrel, query, accept + ByKestrel);
        Assert.Equal("HTTP/1.1 200 OK", head[0]);
        // The door goes by the newsroom's clock, Kestrel by the machine's.
        Assert.Equal(isNear, head.Any(line => line.StartsWith("Date: Mon, 23 Nov 2026", StringComparison.Ordinal)));
        Assert.Equal(Undated(said), Undated(head));
        Assert.Equal(same, body);
    }

    [Fact]
    public async Task Who_polls_on_one_connection_gets_each_change_once_and_then_nothing()
    {
        using var door = await Caller.Connects(_server.Address);
        var (position, seen) = (0L, new List<string>());
        for (var n = 0; n < 12; n++)
        {
            await _server.Publishes("storm", $"Change {n}");
            for (var again = 0; again < 2; again++)
            {
                var batch = Json((await Asks(door, $"after={position}", "Accept-Encoding: gzip\r\n")).Body);
                seen.AddRange(batch.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("html").GetString()!));
                position = batch.GetProperty("head").GetInt64();
            }
        }
        Assert.Equal(12, seen.Count);
        Assert.All(seen.Index(), each => Assert.Contains($"Change {each.Index}", each.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_back_is_in_no_answer_that_was_kept()
    {
        using var door = await Caller.Connects(_server.Address);
        await _server.Publishes("storm", "The gates close");
        var post = await _server.Publishes("storm", "One dead");
        Assert.Contains("One dead", Encoding.UTF8.GetString((await Asks(door, "after=1", "")).Body), StringComparison.Ordinal);
        await _server.TakesDown("storm", post.Id);
        Assert.DoesNotContain("One dead", Encoding.UTF8.GetString((await Asks(door, "after=1", "")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_newest_answer_is_told_so_and_nothing_more()
    {
        await _server.Publishes("storm", "The gates close");
        using var door = await Caller.Connects(_server.Address);
        var tag = (await Asks(door, "after=1", "")).Head.Single(line => line.StartsWith("ETag: ", StringComparison.Ordinal))["ETag: ".Length..];
        Assert.Equal("HTTP/1.1 304 Not Modified", (await Asks(door, "after=1", $"If-None-Match: {tag}\r\n")).Head[0]);
        await _server.Publishes("storm", "The gates open");
        Assert.Equal("HTTP/1.1 200 OK", (await Asks(door, "after=1", $"If-None-Match: {tag}\r\n")).Head[0]);
    }

    [Fact]
    public async Task Readers_at_more_positions_than_are_kept_are_all_answered()
    {
        string[] pages = [.. Enumerable.Range(0, 6).Select(n => $"storm-{n}")];
        foreach (var page in pages)
        {
            await _server.Begins(page);
            for (var n = 1; n <= 60; n++) await _server.Publishes(page, $"Gauge {n}");
        }
        using var door = await Caller.Connects(_server.Address);
        foreach (var page in pages)
            for (var position = 0; position <= 60; position++)
            {
                await door.Says($"GET /live/{page}/changes?after={position} HTTP/1.1\r\nHost: x\r\n\r\n");
                Assert.Equal(60 - position, Json((await door.Hears()).Body).GetProperty("changes").GetArrayLength());
            }
    }

    private static JsonElement Json(byte[] body)
    {
        using Stream stream = body is [0x1f, 0x8b, ..] ? new GZipStream(new MemoryStream(body), CompressionMode.Decompress) : new MemoryStream(body);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Undated(IReadOnlyList<string> head) => head.Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static async Task<(IReadOnlyList<string> Head, byte[] Body)> Asks(Caller caller, string query, string fields)
    {
        await caller.Says($"GET /live/storm/changes{(query.Length > 0 ? "?" : "")}{query} HTTP/1.1\r\nHost: x\r\n{fields}\r\n");
        return await caller.Hears();
    }
}
