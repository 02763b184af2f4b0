using System.Net;
using System.Net.Sockets;
using Dateline.Core.Coverages;
using Dateline.Public.Live;
using Dateline.Public.Wire;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>Whoever comes to the door gets the answer that Kestrel would give, by whichever way.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    private Hub Hub => _server.Services.GetRequiredService<Hub>();

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(_clock, settings => settings with { Door = settings.Door with { StreamsPerAddress = 3, Proxies = [IPNetwork.Parse("127.0.0.2/32")] } });
        await _server.Begins("storm");
        await _server.Publishes("storm", "The gates close");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_call_that_arrives_in_pieces_is_answered_with_a_stream()
    {
        using var caller = await Caller.Connects(_server.Address);
        await caller.Says("GET /live/storm/str");
        await caller.Says("eam?after=0 HTTP/1.1\r\nHost: x\r\n");
        await caller.Says("\r\n");
        Assert.Contains("The gates close", await caller.HearsUntil("event: change"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_requests_on_one_connection_get_two_answers()
    {
        using var caller = await Caller.Connects(_server.Address);
        await caller.Says("GET /live/storm.json HTTP/1.1\r\nHost: x\r\n\r\nGET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        var heard = await caller.HearsUntil("event: change");
        Assert.Contains("application/json", heard, StringComparison.Ordinal);
        Assert.Contains("text/event-stream", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_asked_for_on_a_connection_that_carried_other_requests_is_a_stream_like_any_other()
    {
        using var caller = await Caller.Connects(_server.Address);
        await caller.Says("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        await caller.HearsUntil("ok\n");
        await caller.Says("GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        await caller.HearsUntil("event: change");
    }

    [Fact]
    public async Task Who_comes_after_thousands_that_have_not_spoken_yet_is_received_at_the_door_all_the_same()
    {
        Assert.SkipUnless(Linux.IsHere, "The door is there on Linux only.");
        var silent = new List<Socket>();
        try
        {
            for (var i = 0; i < 4_200; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                silent.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
            }
            using var caller = await Caller.Connects(_server.Address);
            using var later = await Caller.Connects(_server.Address);
            await later.Says("GET /live/storm HTTP/1.1\r\nHost: x\r\n\r\n");
            await later.Hears();
            // Its turn at the door came before that of the one who was answered.
            await caller.Says("GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
            // Kestrel would send the stream in chunks.
            Assert.DoesNotContain("Transfer-Encoding", await caller.HearsUntil("event: change"), StringComparison.Ordinal);
        }
        finally
        {
            silent.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Who_says_nothing_at_the_door_is_handed_on_and_may_still_ask()
    {
        using var caller = await Caller.Connects(_server.Address);
        await _clock.IsWaitedOn(TimeSpan.FromSeconds(1));
        for (var seconds = 0; seconds < 8; seconds++) _clock.Advance(TimeSpan.FromSeconds(1));
        await caller.Says("GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        await caller.HearsUntil("event: change");
    }

    [Fact]
    public async Task A_page_that_nobody_had_open_is_fetched_while_the_reader_waits_at_the_door()
    {
        await _server.Restarts();
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=0");
        Assert.Equal(1, (await stream.Next("change")).Id);
        Assert.Equal(Lane.Door, stream.Lane);
    }

    [Theory]
    [InlineData("/live/nowhere/stream", 404)]
    [InlineData("/live/storm/stream?after=x", 400)]
    public async Task A_call_that_cannot_be_followed_is_told_why(string address, int status)
    {
        using var stream = await EventStream.Open(_server.Http, address);
        Assert.Equal(status, (int)stream.Answer.StatusCode);
    }

    [Fact]
    public async Task One_address_holds_at_most_so_many_streams_whichever_way_they_came_and_one_that_ends_makes_room()
    {
        var streams = new List<EventStream>();
        foreach (var lane in new[] { Lane.Door, Lane.Kestrel, Lane.Door }) streams.Add(await EventStream.Open(_server.Http, "/live/storm/stream", lane: lane));
        foreach (var lane in new[] { Lane.Door, Lane.Kestrel })
        {
            using var refused = await EventStream.Open(_server.Http, "/live/storm/stream", lane: lane);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Answer.StatusCode);
        }
        await Bound.Until(() => Hub.Readers == 3, "three are in");
        streams[0].Dispose();
        await Bound.Until(() => Hub.Readers == 2, "one has left");
        using var next = await EventStream.Open(_server.Http, "/live/storm/stream");
        Assert.Equal(HttpStatusCode.OK, next.Answer.StatusCode);
        foreach (var stream in streams) stream.Dispose();
    }

    [Fact]
    public async Task Readers_behind_a_trusted_proxy_are_told_apart_and_nobody_else_can_pretend_to_be_one()
    {
        var readers = new List<Caller>();
        for (var i = 0; i < 8; i++)
        {
            readers.Add(await Caller.Connects(_server.Address, from: "127.0.0.2"));
            await readers[^1].Says($"GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.7, 203.0.113.{i}\r\n\r\n");
            await readers[^1].HearsUntil("event: change");
        }
        var refusals = 0;
        for (var i = 0; i < 4; i++)
        {
            readers.Add(await Caller.Connects(_server.Address, from: "127.0.0.3"));
            await readers[^1].Says($"GET /live/storm/stream?after=0 HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.{i}\r\n\r\n");
            // The status line alone: what follows it may hold any number, in a time for one.
            if ((await readers[^1].HearsUntil("\r\n")).StartsWith("HTTP/1.1 429 ", StringComparison.Ordinal)) refusals++;
        }
        Assert.Equal(1, refusals);
        readers.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task A_page_that_ends_says_so_to_those_at_the_door_too()
    {
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream");
        await stream.Next("hello");
        await _server.Turns("storm", CoverageStatus.Closed);
        await stream.Next("end");
        Assert.Null(await stream.Next());
    }

    [Fact]
    public void A_peer_that_acknowledges_nothing_is_given_up_within_a_minute()
    {
        Assert.SkipUnless(Linux.IsHere, "The door is there on Linux only.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        using var held = listener.AcceptSocket();
        Linux.PrepareStream((int)held.Handle);
        // Keep-alives are at most so far apart; from the first that is not acknowledged the system counts.
        Assert.InRange(TimeSpan.FromMilliseconds(Linux.SilenceOf((int)held.Handle)) + TimeSpan.FromSeconds(Bell.Circles), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }
}
