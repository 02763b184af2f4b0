using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>How often sign-ins may be tried in a minute: from one address, for one account (whether it exists or not), and in all. Guessing is slow, and hashing passwords cannot be made the server's only work.</summary>
public sealed record SignInLimits(int PerAddress = 60, int PerAccount = 10, int InAll = 600);

/// <summary>Counts the tries.</summary>
internal sealed class SignInGate(DeskSettings settings, TimeProvider time)
{
    private readonly Allowance _addresses = PerMinute(settings.SignIns.PerAddress, time);
    private readonly Allowance _accounts = PerMinute(settings.SignIns.PerAccount, time);
    private readonly Allowance _all = PerMinute(settings.SignIns.InAll, time);

    /// <summary>Whether this try may be made.</summary>
    /// <param name="account">The account named, as accounts are compared; null where none is.</param>
    public bool Admits(HttpContext context, string? account) =>
        // The narrow limits first: what they turn away does not use up what others have in common.
        _addresses.Takes(Network(context.Connection.RemoteIpAddress)) && (account is null || _accounts.Takes(account)) && _all.Takes("");

    private static Allowance PerMinute(int tries, TimeProvider time) => new(tries, tries, time);

    // One who has an IPv6 address has 2^64 of them.
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt64(address.GetAddressBytes()):x}")
            : address.ToString();
    }
}
