using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Wire;

/// <summary>Behind the door of one address: here connections that the doorkeeper handed on wait for Kestrel to fetch them.</summary>
internal sealed class Hall(EndPoint endpoint, SocketTransportOptions options, ILogger log) : IConnectionListener
{
    /// <summary>How many may wait. Kestrel fetches them at once, so one more means that nothing goes on here any more: it is turned away.</summary>
    private const int MostWaiting = 4_096;

    private readonly Channel<ConnectionContext> _waiting = Channel.CreateBounded<ConnectionContext>(MostWaiting);
    private readonly SocketConnectionContextFactory _connections = new(
        new SocketConnectionFactoryOptions
        {
            IOQueueCount = options.IOQueueCount,
            MaxReadBufferSize = options.MaxReadBufferSize,
            MaxWriteBufferSize = options.MaxWriteBufferSize,
            WaitForDataBeforeAllocatingBuffer = options.WaitForDataBeforeAllocatingBuffer,
            UnsafePreferInlineScheduling = options.UnsafePreferInlineScheduling,
        },
        log);
    private Doorkeeper? _doorkeeper;

    public EndPoint EndPoint => endpoint;

    public void Open(Func<Action<int>, Doorkeeper> open) => _doorkeeper = open(Admit);

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
            if (_waiting.Reader.TryRead(out var connection)) return connection;
        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _doorkeeper?.Dispose();
        _doorkeeper = null;
        _waiting.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        while (_waiting.Reader.TryRead(out var connection)) await connection.DisposeAsync();
        _connections.Dispose();
    }

    private void Admit(int descriptor)
    {
        var socket = new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
        try
        {
            socket.NoDelay = options.NoDelay;
            if (_waiting.Writer.TryWrite(_connections.Create(socket))) return;
        }
        catch (SocketException)
        {
            // It left meanwhile.
        }
        socket.Dispose();
    }
}
