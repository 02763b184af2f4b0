using System.Net.Security;

namespace Dateline.Load;

/// <summary>A server on this machine whose certificate was made for the benchmark is trusted: the name has to be right, but nobody vouches for it.</summary>
internal static class Trust
{
    public static SslClientAuthenticationOptions Options => new()
    {
        RemoteCertificateValidationCallback = (_, certificate, _, errors) => certificate is not null && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None,
    };
}
