using Dateline.Server.Serving;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>How the desk's built files are served.</summary>
public sealed class DeskPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_address_of_the_desk_is_its_page_and_its_files_are_good_for_ever()
    {
        Build();
        await using var server = await Serves();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        foreach (var address in new[] { "/desk", "/desk/", "/desk/welcome", "/desk/live/the-summit" })
        {
            using var page = await http.GetAsync(address);
            Assert.Equal("<!doctype html><title>Desk</title>", await page.Content.ReadAsStringAsync());
            Assert.Equal(("text/html; charset=utf-8", "no-cache"), (page.Content.Headers.ContentType!.ToString(), page.Headers.CacheControl!.ToString()));
            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal(("nosniff", "no-referrer"), (page.Headers.GetValues("X-Content-Type-Options").Single(), page.Headers.GetValues("Referrer-Policy").Single()));
        }
        using var script = await http.GetAsync("/desk/assets/index-abc.js");
        Assert.Equal(("text/javascript; charset=utf-8", "public, max-age=31536000, immutable"), (script.Content.Headers.ContentType!.ToString(), script.Headers.CacheControl!.ToString()));
        // Compressed where that saves something, and said so only there.
        foreach (var (name, encoding) in new[] { ("assets/long.js", "br"), ("assets/index-abc.js", null) })
        {
            using var asking = new HttpRequestMessage(HttpMethod.Get, $"/desk/{name}");
            asking.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var compressed = await http.SendAsync(asking);
            Assert.Equal(encoding, compressed.Content.Headers.ContentEncoding.SingleOrDefault());
        }
        using var worker = await http.GetAsync("/desk/sw.js");
        Assert.Equal("no-cache", worker.Headers.CacheControl!.ToString());
        using var manifest = await http.GetAsync("/desk/manifest.webmanifest");
        Assert.Equal("application/manifest+json; charset=utf-8", manifest.Content.Headers.ContentType!.ToString());
        using var picture = await http.GetAsync("/desk/icon.png");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.ToString());
        // A script that another build had is not there; a page in its place would be run.
        using var old = await http.GetAsync("/desk/assets/index-old.js");
        Assert.Equal(404, (int)old.StatusCode);
        using var outside = await http.GetAsync("/desk/..%2f..%2fappsettings.json");
        Assert.Equal("<!doctype html><title>Desk</title>", await outside.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_the_build_the_desk_says_how_to_make_it()
    {
        await using var server = await Serves();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var page = await http.GetAsync("/desk");
        Assert.Equal(503, (int)page.StatusCode);
        Assert.Contains("npm run build", await page.Content.ReadAsStringAsync());
    }

    private void Build()
    {
        Directory.CreateDirectory(_folder.File("assets"));
        foreach (var (name, text) in new[] { ("index.html", "<!doctype html><title>Desk</title>"), ("assets/index-abc.js", "go()"), ("assets/long.js", new string('x', 2_000)), ("sw.js", "self"), ("manifest.webmanifest", "{}"), ("icon.png", "PNG") }) File.WriteAllText(_folder.File(name), text);
    }

    private async Task<WebApplication> Serves()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddAuthorization();
        var server = builder.Build();
        server.UseRouting();
        server.UseAuthorization();
        DeskAssets.Load(_folder.Path).Map(server);
        await server.StartAsync();
        return server;
    }

    public void Dispose() => _folder.Dispose();
}
