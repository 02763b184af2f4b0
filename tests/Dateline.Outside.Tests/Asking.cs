using System.Net;
using System.Runtime.CompilerServices;
using Dateline.Core.Outcomes;
using Dateline.Outside.Fetching;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Outside.Tests;

/// <summary>A fetcher whose one door leads to a test's own server; every other address of this machine is as shut as in a newsroom.</summary>
internal sealed class Asking : IAsyncDisposable
{
    /// <summary>An address for documentation, where nobody's server stands: the door.</summary>
    public static readonly IPAddress Public = IPAddress.Parse("198.51.100.7");

    private Asking(OtherSite site, Resolve? resolve)
    {
        Site = site;
        Fetcher = new Fetcher(Clock);
        Fetcher.Open(new Door(Public, site.EndPoint, site.Certificate, async (host, cancellation) =>
        {
            Resolved.Add(host);
            return resolve is null ? [Public] : await resolve(host, cancellation);
        }));
    }

    public FakeTimeProvider Clock { get; } = new(TestNewsroom.Morning);

    public Fetcher Fetcher { get; }

    public OtherSite Site { get; }

    /// <summary>The names that were looked up, in order.</summary>
    public List<string> Resolved { get; } = [];

    public static async Task<Asking> At(RequestDelegate answer, Resolve? resolve = null, bool tls = false) => new(await OtherSite.Start(answer, tls), resolve);

    public Task<Result<string>> Text(string address, Wanted? wanted = null) => Fetcher.Get<string>(new Uri(address), wanted ?? Wanted.Page, async (found, stop) =>
    {
        using var reader = new StreamReader(found.Body);
        return await reader.ReadToEndAsync(stop);
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Fetcher.Dispose();
        await Site.DisposeAsync();
    }

    // Whoever asked by way of a proxy from the environment would find nobody there, in every one of these tests.
    [ModuleInitializer]
    internal static void SetProxy()
    {
        foreach (var name in new[] { "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY" }) Environment.SetEnvironmentVariable(name, "http://127.0.0.1:9");
    }
}
