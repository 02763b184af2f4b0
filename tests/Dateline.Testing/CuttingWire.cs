using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Testing;

/// <summary>A way to the server that a test can cut: every connection through it breaks off in the middle of whatever it carries.</summary>
public sealed class CuttingWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Socket> _carried = new();
    private readonly int _port;

    public CuttingWire(Uri server)
    {
        _port = server.Port;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    public Uri Address { get; }

    /// <summary>Breaks off every connection; new ones are carried again.</summary>
    public void Cut()
    {
        foreach (var (reader, server) in _carried)
        {
            Break(reader);
            Break(server);
            _carried.TryRemove(reader, out _);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    // No lingering: the other end hears a reset, as from a network that went away.
    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It had ended by itself.
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket reader)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            _carried[reader] = server;
            await Task.WhenAny(Pump(reader, server), Pump(server, reader));
        }
        catch (SocketException)
        {
            // The server is away; the reader finds its connection closed, and comes back.
        }
        finally
        {
            _carried.TryRemove(reader, out _);
            reader.Dispose();
            server.Dispose();
        }
    }

    private static async Task Pump(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var read and > 0) await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
