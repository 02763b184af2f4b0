using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Dateline.Outside.Fetching;

/// <summary>The addresses of a host.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellation);

/// <summary>A tests' own server: whoever is sent to <paramref name="Stands"/> reaches <paramref name="Behind"/>, and its certificate is believed there. Made by tests alone; no setting leads here.</summary>
internal sealed record Door(IPAddress Stands, IPEndPoint Behind, X509Certificate2? Certificate = null, Resolve? Resolve = null);

/// <summary>What an address led to is not for us to ask.</summary>
internal sealed class NotPublicException(string host) : IOException($"{host} leads to an address that is not public.");

/// <summary>Makes the connections: a host is resolved once, every one of its addresses is looked at, and the connection goes to one that was looked at, so that a second answer of its name server changes nothing.</summary>
internal sealed class Dialling
{
    /// <summary>The most addresses of a host that are tried, one after another.</summary>
    private const int MostTried = 4;

    public Door? Door { get; set; }

    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Addresses(host, cancellation);
        // One that is not public among others that are is a trick or a mistake; either way nothing good comes of trying the others.
        if (addresses.Length == 0 || !addresses.All(address => PublicAddress.Is(address) || address.Equals(Door?.Stands))) throw new NotPublicException(host);
        Exception? failure = null;
        foreach (var address in addresses.Take(MostTried))
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address.Equals(Door?.Stands) ? Door.Behind : new IPEndPoint(address, port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                failure = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw new IOException($"{host} does not answer.", failure);
    }

    /// <summary>A certificate must be good; that of the tests' own server is, behind its door.</summary>
    public bool Believes(X509Certificate? certificate, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (Door?.Certificate is { } own && certificate is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(own.RawData));

    private async Task<IPAddress[]> Addresses(string host, CancellationToken cancellation) =>
        IPAddress.TryParse(host, out var literal) ? [literal] : await (Door?.Resolve ?? Dns.GetHostAddressesAsync)(host, cancellation);
}
