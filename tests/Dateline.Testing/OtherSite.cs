using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Testing;

/// <summary>Somebody else's web server, on this machine: it answers as a test tells it, and remembers what it was asked.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _asked = new();

    private OtherSite(WebApplication server, X509Certificate2? certificate) => (_server, Certificate) = (server, certificate);

    /// <summary>The certificate it shows, when it speaks TLS.</summary>
    public X509Certificate2? Certificate { get; }

    public IPEndPoint EndPoint => new(IPAddress.Loopback, new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);

    /// <summary>What it was asked, each as <c>host/path?query</c>.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<OtherSite> Start(RequestDelegate answer, bool tls = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var certificate = tls ? SelfMade() : null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => { if (certificate is not null) listen.UseHttps(certificate); }));
        if (tls) builder.WebHost.UseKestrelHttpsConfiguration();
        var site = new OtherSite(builder.Build(), certificate);
        site._server.Run(context =>
        {
            site._asked.Enqueue($"{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
            return answer(context);
        });
        await site._server.StartAsync();
        return site;
    }

    /// <summary>A page, or whatever else, as one answer.</summary>
    public static RequestDelegate Says(string text, string type = "text/html; charset=utf-8") => context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    };

    private static X509Certificate2 SelfMade()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a site of the tests", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        Certificate?.Dispose();
    }
}
