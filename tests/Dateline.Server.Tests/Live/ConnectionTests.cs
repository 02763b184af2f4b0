using System.Net.Sockets;
using System.Text;
using Dateline.Core.Posts;
using Dateline.Public.Live;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>How streams are kept open, and given up.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    private int Readers => _server.Services.GetRequiredService<Hub>().Readers;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(_clock);
        await _server.Begins("storm");
        await _server.Publishes("storm", "The gates close");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(Lane.Door)]
    [InlineData(Lane.Kestrel)]
    public async Task A_stream_may_be_kept_by_nobody_on_the_way(Lane lane)
    {
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream", lane: lane);
        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store, no-transform", stream.Answer.Headers.CacheControl!.ToString());
        Assert.Equal(["no"], stream.Answer.Headers.GetValues("X-Accel-Buffering"));
        Assert.Equal(lane, stream.Lane);
    }

    [Theory]
    [InlineData(Lane.Door)]
    [InlineData(Lane.Kestrel)]
    public async Task Every_reader_hears_something_at_least_every_twenty_seconds(Lane lane)
    {
        var streams = new List<EventStream>();
        for (var i = 0; i < Bell.Circles; i++) streams.Add(await EventStream.Open(_server.Http, "/live/storm/stream", lane: lane));
        foreach (var stream in streams) await stream.Next("hello");
        await Bound.Until(() => Readers == Bell.Circles, "every reader is in");
        await _clock.IsWaitedOn(TimeSpan.FromSeconds(1));

        // Each second some are sent a sign of life; within the twenty everybody is.
        var silent = streams.Select(stream => stream.Next()).ToList();
        for (var seconds = 0; silent.Count > 0; seconds++)
        {
            Assert.True(seconds < 20, $"{silent.Count} readers heard nothing for twenty seconds.");
            _clock.Advance(TimeSpan.FromSeconds(1));
            var heard = await Task.WhenAny(silent).Soon();
            Assert.Equal("keep-alive", (await heard)!.Data);
            silent.RemoveAll(each => each.IsCompleted);
        }
        foreach (var stream in streams) stream.Dispose();
    }

    [Fact]
    public async Task A_reader_who_was_just_sent_a_change_hears_something_within_twenty_seconds_all_the_same()
    {
        // Readers at the door are passed over after a change. Those whom Kestrel holds are not: each second one of them hears, and by then the couriers have been sent.
        var (paces, streams) = (new List<EventStream>(), new List<EventStream>());
        for (var i = 0; i < Bell.Circles; i++)
        {
            paces.Add(await EventStream.Open(_server.Http, "/live/storm/stream", lane: Lane.Kestrel));
            streams.Add(await EventStream.Open(_server.Http, "/live/storm/stream"));
        }
        foreach (var stream in paces.Concat(streams)) await stream.Next("hello");
        await Bound.Until(() => Readers == 2 * Bell.Circles, "every reader is in");
        await _clock.IsWaitedOn(TimeSpan.FromSeconds(1));
        await _server.Publishes("storm", "The gates open");
        foreach (var stream in paces.Concat(streams)) await stream.Next("change");

        var (pacing, silent) = (paces.Select(pace => pace.Next()).ToList(), streams.Select(stream => stream.Next()).ToList());
        for (var seconds = 0; seconds < 19; seconds++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            var heard = await Task.WhenAny(pacing).Soon();
            pacing[pacing.IndexOf(heard)] = paces[pacing.IndexOf(heard)].Next();
        }
        foreach (var heard in await Task.WhenAll(silent).Soon()) Assert.Equal("keep-alive", heard!.Data);
        foreach (var stream in paces.Concat(streams)) stream.Dispose();
    }

    [Theory]
    [InlineData(Lane.Door)]
    [InlineData(Lane.Kestrel)]
    public async Task A_reader_who_leaves_is_counted_out(Lane lane)
    {
        using (var stream = await EventStream.Open(_server.Http, "/live/storm/stream", lane: lane))
        {
            await stream.Next("hello");
            await Bound.Until(() => Readers == 1, "the reader is in");
        }
        await Bound.Until(() => Readers == 0, "the reader is out");
    }

    [Theory]
    [InlineData(Lane.Door)]
    [InlineData(Lane.Kestrel)]
    public async Task A_reader_too_slow_for_what_is_sent_is_dropped_and_nobody_else_notices(Lane lane)
    {
        using var slow = new TcpClient { ReceiveBufferSize = 4_096 };
        await slow.ConnectAsync(_server.Address.Host, _server.Address.Port);
        var connection = slow.GetStream();
        await connection.WriteAsync(Encoding.ASCII.GetBytes($"GET /live/storm/stream?after=1 HTTP/1.1\r\nHost: localhost\r\n{(lane == Lane.Kestrel ? "TE: trailers\r\n" : "")}\r\n"));
        using var quick = await EventStream.Open(_server.Http, "/live/storm/stream?after=1", lane: lane);
        await Bound.Until(() => Readers == 2, "both are in");

        // Far more than the system takes for a reader who does not read.
        for (var i = 0; i < 60; i++)
        {
            await _server.Publishes("storm", new PostContent { Headline = $"Post {i}", Blocks = [.. Enumerable.Repeat(NewsroomVerbs.Paragraph(new string('x', 20_000)), 10)] });
            await quick.Next("change");
        }
        Assert.Equal(2, Readers);
        // Once: were the clock turned on and on, its minutes would pass in less time than the quick one's next keep-alive takes on the way.
        _clock.Advance(TimeSpan.FromSeconds(31));
        await Bound.Until(() => Readers == 1, "the slow one is out");
        await _server.Publishes("storm", "For those who keep up");
        Assert.Contains("For those who keep up", (await quick.Next("change")).Json.GetProperty("html").GetString(), StringComparison.Ordinal);

        var received = await ReadToEnd(connection).Soon();
        Assert.DoesNotContain("For those who keep up", received, StringComparison.Ordinal);
    }

    // A connection that is cut ends in an error or in nothing more; one that is kept would not end.
    private static async Task<string> ReadToEnd(NetworkStream connection)
    {
        var (text, buffer) = (new StringBuilder(), new byte[64 * 1024]);
        try
        {
            while (await connection.ReadAsync(buffer) is var read and > 0) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Cut.
        }
        return text.ToString();
    }
}
