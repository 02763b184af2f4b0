using System.Net;
using System.Net.Sockets;
using Dateline.Public.Live;
using Dateline.Public.Pages.Looks;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Public.Wire;

/// <summary>
/// Where connections come in, in place of Kestrel's own listener: readers' streams are taken in here, before objects for HTTP exist for them (docs/adr/008); Kestrel gets every other connection as if it had accepted it.
/// On plain TCP of Linux; elsewhere, and where TLS is spoken, Kestrel listens by itself.
/// </summary>
public sealed class Door(Hub hub, Couriers couriers, ReaderPlaces places, DoorSettings settings, PageAssets assets, TimeProvider time, IOptions<SocketTransportOptions> sockets, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
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
        hall.Open(handOn => new Doorkeeper(listening, new StreamReception(hub, places, settings, assets), couriers, handOn, time, logs.CreateLogger<Doorkeeper>()));
        return ValueTask.FromResult<IConnectionListener>(hall);
    }
}
