using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>The front page that the door hands out is the page that the route would give, head and body.</summary>
public sealed class FrontTests : IAsyncLifetime
{
    /// <summary>A field that the door does not deal with: the same request by way of Kestrel.</summary>
    private const string ByKestrel = "TE: trailers\r\n";

    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(_clock);
        await _server.Begins("storm");
        await _server.Publishes("storm", "The gates close");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("Accept-Encoding: gzip, deflate, br, zstd\r\n")]
    [InlineData("Accept-Encoding: gzip;q=0.9, br;q=0.1\r\n")]
    [InlineData("Accept-Encoding: zstd, gzip;q=0.5\r\n")]
    [InlineData("Accept-Encoding: *\r\n")]
    [InlineData("Accept-Encoding: identity\r\n")]
    [InlineData("Accept-Encoding: br;q=0\r\n")]
    public async Task Both_ways_give_the_same_answer(string accept)
    {
        using var door = await Caller.Connects(_server.Address);
        using var kestrel = await Caller.Connects(_server.Address);
        var (head, body) = await Asks(door, accept);
        var (said, same) = await Asks(kestrel, accept + ByKestrel);
        Assert.Equal("HTTP/1.1 200 OK", head[0]);
        // The door goes by the newsroom's clock, Kestrel by the machine's.
        Assert.Contains(head, line => line.StartsWith("Date: Mon, 23 Nov 2026", StringComparison.Ordinal));
        Assert.Equal(Undated(said), Undated(head));
        Assert.Equal(same, body);
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_so_and_nothing_more()
    {
        using var door = await Caller.Connects(_server.Address);
        var (head, _) = await Asks(door, "");
        var tag = head.Single(line => line.StartsWith("ETag: ", StringComparison.Ordinal))["ETag: ".Length..];
        var (again, body) = await Asks(door, $"If-None-Match: {tag}\r\n");
        Assert.Equal("HTTP/1.1 304 Not Modified", again[0]);
        Assert.Empty(body);
        Assert.Contains($"ETag: {tag}", again);
        Assert.StartsWith("HTTP/1.1 200", (await Asks(door, "If-None-Match: \"another\"\r\n")).Head[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_after_a_change_is_the_new_one_on_the_same_connection()
    {
        using var door = await Caller.Connects(_server.Address);
        await Asks(door, "");
        for (var i = 0; i < 5; i++)
        {
            await _server.Publishes("storm", $"Change {i}");
            Assert.Contains($"Change {i}", Encoding.UTF8.GetString((await Asks(door, "")).Body), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_taken_back_is_on_no_page_that_the_door_hands_out()
    {
        using var door = await Caller.Connects(_server.Address);
        var post = await _server.Publishes("storm", "One dead");
        Assert.Contains("One dead", Encoding.UTF8.GetString((await Asks(door, "")).Body), StringComparison.Ordinal);
        await _server.TakesDown("storm", post.Id);
        Assert.DoesNotContain("One dead", Encoding.UTF8.GetString((await Asks(door, "")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_read_the_page_and_then_its_stream_on_one_connection()
    {
        using var door = await Caller.Connects(_server.Address);
        await Asks(door, "");
        await door.Says("GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Contains("Connection: close", await door.HearsUntil("event: change"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_read_the_page_and_then_anything_else_on_one_connection()
    {
        using var door = await Caller.Connects(_server.Address);
        await Asks(door, "");
        await door.Says("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        await door.HearsUntil("ok\n");
    }

    [Fact]
    public async Task Who_asks_in_the_moment_in_which_patience_ends_is_answered()
    {
        await _clock.IsWaitedOn(TimeSpan.FromSeconds(1));
        for (var time = 0; time < 50; time++)
        {
            using var door = await Caller.Connects(_server.Address);
            await Asks(door, "");
            await door.Says("GET /live/storm HTTP/1.1\r\nHost: x\r\n\r\n");
            _clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal("HTTP/1.1 200 OK", (await door.Hears()).Head[0]);
        }
    }

    [Fact]
    public async Task A_page_larger_than_what_a_reader_takes_at_once_arrives_whole()
    {
        var content = new PostContent { Headline = "Long", Blocks = [.. Enumerable.Repeat(NewsroomVerbs.Paragraph(new string('x', 20_000)), 10)] };
        for (var i = 0; i < 15; i++) await _server.Publishes("storm", content);
        using var door = await Caller.Connects(_server.Address);
        for (var i = 0; i < 3; i++)
        {
            var (head, body) = await Asks(door, "");
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"), head);
            Assert.True(body.Length > 3_000_000);
            Assert.EndsWith("</html>", Encoding.UTF8.GetString(body).TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_stays_is_pressed_smaller_and_says_the_same()
    {
        using var door = await Caller.Connects(_server.Address);
        for (var i = 0; i < 20; i++) await _server.Publishes("storm", $"The water at gauge {i} stands at {i * 37 % 100} centimetres, and the wardens look at it again.");
        var quick = (await Asks(door, "Accept-Encoding: br\r\n")).Body;
        _clock.Advance(TimeSpan.FromSeconds(6));
        byte[] small = quick;
        await Bound.Until(async () => (small = (await Asks(door, "Accept-Encoding: br\r\n")).Body).Length < quick.Length, "the page is smaller");
        Assert.Equal(Plain(quick), Plain(small));

        static string Plain(byte[] body)
        {
            using var stream = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
            return new StreamReader(stream).ReadToEnd();
        }
    }

    private static IEnumerable<string> Undated(IReadOnlyList<string> head) => head.Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static async Task<(IReadOnlyList<string> Head, byte[] Body)> Asks(Caller caller, string fields)
    {
        await caller.Says($"GET /live/storm HTTP/1.1\r\nHost: x\r\n{fields}\r\n");
        return await caller.Hears();
    }
}
