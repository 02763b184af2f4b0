using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Dateline.Public.Wire;

namespace Dateline.Load.Yardsticks;

/// <summary>One thread of the floor: a listener of its own on the shared port, and the readers who came by it.</summary>
internal sealed class FloorThread
{
    private const ulong Listener = ulong.MaxValue - 1;
    private const int SocketLevel = 1, ReusePort = 15, Backlog = 4_096;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
    private readonly Epoll _epoll = new(256);
    private readonly ConcurrentQueue<byte[]> _frames = new();
    private readonly List<int> _readers = [];
    private readonly Dictionary<int, int> _places = [];
    private readonly Dictionary<int, byte[]> _begun = [];
    private readonly byte[] _buffer = new byte[64 * 1024];

    public FloorThread(int port)
    {
        _listener.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(Backlog);
        _epoll.Add((int)_listener.Handle, Readiness.Readable, Listener);
    }

    public IReadOnlyList<FloorThread> Others { get; set; } = [];

    public void Serve()
    {
        for (; ; )
        {
            var count = _epoll.Wait();
            for (var i = 0; i < count; i++)
            {
                var (key, _) = _epoll[i];
                if (key == Listener) Accept();
                else if (key != Epoll.Woken) Attend((int)key);
            }
            while (_frames.TryDequeue(out var frame)) Send(frame);
        }
    }

    private void Accept()
    {
        while (Linux.Accept((int)_listener.Handle, out _) is var socket and >= 0)
        {
            Linux.PrepareStream(socket);
            _epoll.Add(socket, Readiness.Readable, (ulong)socket);
        }
    }

    private void Attend(int socket)
    {
        var count = Linux.Receive(socket, _buffer);
        if (count == Linux.WouldBlock) return;
        if (count <= 0)
        {
            Leave(socket);
            return;
        }
        ReadOnlySpan<byte> request = _buffer.AsSpan(0, count);
        if (_begun.Remove(socket, out var begun)) request = (byte[])[.. begun, .. request];
        if (request.StartsWith("GET "u8)) Join(socket);
        else if (Body(request) is { } body) Publish(socket, body);
        else _begun[socket] = request.ToArray();
    }

    private void Join(int socket)
    {
        Linux.Send(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n: open\n\n"u8);
        _places[socket] = _readers.Count;
        _readers.Add(socket);
    }

    private void Publish(int socket, byte[] body)
    {
        byte[] frame = [.. "data: "u8, .. body, .. "\n\n"u8];
        foreach (var other in Others)
        {
            other._frames.Enqueue(frame);
            other._epoll.Wake();
        }
        Send(frame);
        Linux.Send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8);
    }

    private void Send(byte[] frame)
    {
        // From the end, because one who does not take it all is let go and the last takes its place.
        for (var place = _readers.Count - 1; place >= 0; place--)
            if (Linux.Send(_readers[place], frame) != frame.Length) Leave(_readers[place]);
    }

    private void Leave(int socket)
    {
        _begun.Remove(socket);
        if (_places.Remove(socket, out var place))
        {
            var last = _readers[^1];
            _readers.RemoveAt(_readers.Count - 1);
            if (last != socket)
            {
                _readers[place] = last;
                _places[last] = place;
            }
        }
        Linux.Close(socket);
    }

    // The body of a request that has all come; null while it has not.
    private static byte[]? Body(ReadOnlySpan<byte> request)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        var at = request.IndexOf("Content-Length: "u8);
        if (end < 0 || at < 0 || !Utf8Parser.TryParse(request[(at + 16)..], out int length, out _) || request.Length < end + 4 + length) return null;
        return request.Slice(end + 4, length).ToArray();
    }
}
