using System.Net;
using System.Net.Sockets;

namespace Dateline.Outside.Fetching;

/// <summary>Which addresses belong to the public internet. Everything else is this machine, this house, or nobody, and is never connected to on somebody's word.</summary>
/// <remarks>After IANA's registries of special-purpose addresses (RFC 6890 and its successors). IPv6 is taken from what is given out (2000::/3) alone, so what is new is refused until it is known.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. Networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        // Azure's own services answer its virtual machines at an address that looks public.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    // 2001::/23 holds Teredo (which carries another address within), ORCHID and benchmarks; 2002::/16 is 6to4, which carries one too.
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    // A network without IPv4 reaches it through these: the address within is what counts.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether somebody's public server may stand there.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return !SpecialV4.Any(network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        if (Translated.Contains(address)) return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return address.ScopeId == 0 && GivenOut.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }

    private static IPNetwork[] Networks(params ReadOnlySpan<string> networks)
    {
        var parsed = new IPNetwork[networks.Length];
        for (var i = 0; i < networks.Length; i++) parsed[i] = IPNetwork.Parse(networks[i]);
        return parsed;
    }
}
