using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Public.Wire;

/// <summary>
/// Where connections come in, in place of Kestrel's own listener: readers' streams are taken in here, before objects for HTTP exist for them (docs/adr/011); Kestrel gets every other connection as if it had accepted it.
/// On plain TCP of Linux; elsewhere, and where TLS is spoken, Kestrel listens by itself.
/// </summary>
internal sealed class Door(StreamReception streams, PageReception pages, ChangesReception changes, Couriers couriers, DoorSettings settings, TimeProvider time, IOptions<SocketTransportOptions> sockets, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly ConcurrentDictionary<Doorkeeper, bool> _doorkeepers = new();

    /// <summary>A second has passed.</summary>
    public void Tick()
    {
        foreach (var doorkeeper in _doorkeepers.Keys) doorkeeper.Tick();
    }

    public bool CanBind(EndPoint endpoint) => Linux.IsHere && endpoint is IPEndPoint { Port: var port } && !settings.SecurePorts.Contains(port);

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        Socket listening;
        try
        {
            listening = sockets.Value.CreateBoundListenSocket(endpoint);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(exception.Message, exception);
        }
        listening.Listen(sockets.Value.Backlog);
        listening.Blocking = false;
        var hall = new Hall(listening.LocalEndPoint!, sockets.Value, logs.CreateLogger<Door>());
        var doorkeeper = new Doorkeeper(listening, streams, pages, changes, couriers, hall.Admit, time, logs.CreateLogger<Doorkeeper>());
        _doorkeepers.TryAdd(doorkeeper, true);
        hall.Unbound += () =>
        {
            _doorkeepers.TryRemove(doorkeeper, out _);
            doorkeeper.Dispose();
        };
        return ValueTask.FromResult<IConnectionListener>(hall);
    }
}
