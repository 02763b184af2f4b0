using System.Net;
using System.Net.Sockets;
using Dateline.Public.Live;
using Dateline.Public.Tests.Live;
using Dateline.Public.Wire;
using Dateline.Testing;
using Xunit;

namespace Dateline.Public.Tests.Wire;

/// <summary>Tests that count bytes of the whole process run with nothing beside them.</summary>
[CollectionDefinition(nameof(CountsBytes), DisableParallelization = true)]
public sealed class CountsBytes;

/// <summary>Readers with real sockets, and couriers who go to them; the changes are made here, so that nothing else is counted.</summary>
internal sealed class ReadingHall : IAsyncDisposable
{
    private readonly TestNewsroom _newsroom = new();
    private readonly List<Socket> _readers = [];
    private readonly byte[] _heard = new byte[4 * 1024];
    private readonly PublicRoom _room;
    private LiveCoverage _live = null!;

    private ReadingHall() => _room = new PublicRoom(_newsroom);

    public static async Task<ReadingHall> Opens(int readers)
    {
        var hall = new ReadingHall();
        await hall._newsroom.Begins("storm");
        hall._live = await hall._room.Live("storm");
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(readers);
        var greeting = "hello"u8.ToArray();
        for (var i = 0; i < readers; i++)
        {
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(listener.LocalEndPoint!);
            hall._readers.Add(client);
            hall._room.Get<Couriers>().TakeIn(new WireReader(Linux.Accept((int)listener.Handle, out var address), address, hall._live, hall._live.Edition.Epoch, position: 0, greeting));
        }
        hall.Hear(greeting.Length);
        return hall;
    }

    /// <summary>Puts a change into the log and has it carried to everyone; done when everyone has it.</summary>
    public void Carries(Frame frame)
    {
        _live.Log.Append([frame], [], each => each);
        _live.Ring();
        Hear(frame.Event.Length);
    }

    public async Task SendsAllAway()
    {
        for (var circle = 0; circle < Bell.Circles; circle++) _room.Get<Couriers>().SendAway(circle);
        await Bound.Until(() => _live.Readers == 0, "everyone has been sent away");
    }

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        _readers.ForEach(reader => reader.Dispose());
        _newsroom.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Hear(int bytes)
    {
        foreach (var reader in _readers)
        {
            for (var heard = 0; heard < bytes;)
            {
                var next = Linux.Receive((int)reader.Handle, _heard.AsSpan(0, bytes - heard));
                if (next == Linux.WouldBlock) Thread.Yield();
                else if (next > 0) heard += next;
                else Assert.Fail("A reader was cut off.");
            }
        }
    }
}
