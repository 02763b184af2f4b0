using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Load.Tests;

/// <summary>A server that keeps what is posted, and sends of it what it is told to; readers who come back get what is after their number.</summary>
internal sealed class KnownServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Lock _lock = new();
    private readonly List<string> _bodies = [];
    private readonly List<Channel<string>> _readers = [];

    private KnownServer(WebApplication server) => _server = server;

    public string Url => _server.Urls.Single();

    /// <param name="tell">Given a number from 1 and a way to send one, sends what readers shall get of it.</param>
    public static async Task<KnownServer> Start(Action<int, Action<int>> tell, bool isFull = false, bool isSecure = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listening =>
        {
            if (isSecure) listening.UseHttps(OwnCertificate());
        }));
        var known = new KnownServer(builder.Build());
        known._server.Run(context => HttpMethods.IsPost(context.Request.Method) ? known.Post(context, tell) : isFull ? Refuse(context) : known.Stream(context));
        await known._server.StartAsync();
        return known;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock) _readers.ForEach(reader => reader.Writer.TryComplete());
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    private async Task Post(HttpContext context, Action<int, Action<int>> tell)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (_lock)
        {
            _bodies.Add(body);
            tell(_bodies.Count, number => _readers.ForEach(one => one.Writer.TryWrite(_bodies[number - 1])));
        }
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    private async Task Stream(HttpContext context)
    {
        var own = Channel.CreateUnbounded<string>();
        lock (_lock)
        {
            foreach (var missed in _bodies.Skip(int.Parse(context.Request.Query["after"]!, CultureInfo.InvariantCulture))) own.Writer.TryWrite(missed);
            _readers.Add(own);
        }
        await context.Response.Body.FlushAsync();
        await foreach (var body in own.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {body}\n\n"));
            await context.Response.Body.FlushAsync();
        }
    }
}
