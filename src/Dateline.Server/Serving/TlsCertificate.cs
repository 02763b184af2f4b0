using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.Core.Outcomes;

namespace Dateline.Server.Serving;

/// <summary>The certificate for <c>https</c> addresses (<c>DATELINE_TLS__CERTIFICATE</c>, <c>DATELINE_TLS__KEY</c>: PEM files), for servers without a web server in front.</summary>
internal static class TlsCertificate
{
    /// <summary>Reads it; nothing when no address asks for one.</summary>
    public static Result<TlsSettings> Read(string urls, IConfiguration tls)
    {
        var isSecure = urls.Split(';').Any(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (tls["CERTIFICATE"] is not { Length: > 0 } certificate || tls["KEY"] is not { Length: > 0 } key)
            return isSecure ? Wrong("--urls names an https address; say where its certificate and key are, in PEM: DATELINE_TLS__CERTIFICATE and DATELINE_TLS__KEY.") : new TlsSettings(null);
        try
        {
            return new TlsSettings(X509Certificate2.CreateFromPemFile(certificate, key));
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Wrong($"The certificate {certificate} with the key {key} cannot be used: {exception.Message}");
        }
    }

    private static Refusal Wrong(string sentence) => new(RefusalKind.Invalid, sentence);
}

/// <summary>What TLS is spoken with; null where it is not.</summary>
public sealed record TlsSettings(X509Certificate2? Certificate);
