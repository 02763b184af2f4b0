using System.Net;
using System.Text;

namespace Dateline.Public.Wire;

/// <summary>What an operator decides about connections.</summary>
public sealed record DoorSettings
{
    /// <summary>How many streams one address may hold open.</summary>
    public int StreamsPerAddress { get; init; } = 2_000;

    /// <summary>Whose forwarded addresses count: nobody's unless named.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>The ports on which TLS is spoken: there Kestrel has the first word, not the door.</summary>
    public IReadOnlySet<int> SecurePorts { get; init; } = new HashSet<int>();

    /// <summary>Who is asking: the peer, or, when that is a proxy that is trusted, the last address it forwards for. Null when a trusted proxy forwards something that is no address.</summary>
    internal IPAddress? ClientOf(IPAddress peer, ReadOnlySpan<byte> forwardedFor)
    {
        if (forwardedFor.IsEmpty || !Proxies.Any(network => network.Contains(peer))) return peer;
        var last = forwardedFor[(forwardedFor.LastIndexOf((byte)',') + 1)..].Trim((byte)' ');
        return IPAddress.TryParse(Encoding.ASCII.GetString(last), out var client) ? client : null;
    }
}
