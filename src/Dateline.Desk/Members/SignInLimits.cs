using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>How often sign-ins may be tried in a minute: from one address, for one account (whether it exists or not), and in all. Guessing is slow, and hashing passwords cannot be made the server's only work.</summary>
public sealed record SignInLimits(int PerAddress = 60, int PerAccount = 10, int InAll = 600);

/// <summary>Counts the tries.</summary>
internal sealed class SignInGate(DeskSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = PerMinute(settings.SignIns.PerAddress);
    private readonly PartitionedRateLimiter<string> _accounts = PerMinute(settings.SignIns.PerAccount);
    private readonly PartitionedRateLimiter<string> _all = PerMinute(settings.SignIns.InAll);

    /// <summary>Whether this try may be made.</summary>
    /// <param name="account">The account named, as accounts are compared; null where none is.</param>
    public bool Admits(HttpContext context, string? account) =>
        // The narrow limits first: what they turn away does not use up what others have in common.
        Takes(_addresses, Network(context.Connection.RemoteIpAddress)) && (account is null || Takes(_accounts, account)) && Takes(_all, "");

    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
        _all.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> PerMinute(int tries) => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = tries,
        TokensPerPeriod = tries,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    }));

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
