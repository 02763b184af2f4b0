using System.Diagnostics;
using System.Net;
using Dateline.Server.Serving;
using Dateline.Storage;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Signing in at a real provider (<c>tests/provider</c>), by the machine's own clock, as the provider has it.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private readonly int _providerPort = FreePort();
    private Process? _provider;
    private WebApplication? _server;

    public async ValueTask InitializeAsync()
    {
        var folder = Tree.At("tests", "provider");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "The provider is not installed: cd tests/provider; npm ci");
        _provider = Process.Start(new ProcessStartInfo("node", ["provider.mjs", $"{_providerPort}", $"{Desk}desk/oidc/callback"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _provider.ErrorDataReceived += (_, _) => { };
        _provider.BeginErrorReadLine();
        while (await _provider.StandardOutput.ReadLineAsync().Soon() is { } line && line != "ready") { }
    }

    [Fact]
    public async Task Somebody_added_here_enters_by_the_address_that_the_provider_has_verified_and_then_by_the_providers_key()
    {
        await Starts();
        var ana = (await Members.Add("Ana", "Ana@courier.example", Role.Editor, "the test", default)).Value.Person;
        using var browser = new Browser();
        Assert.Equal("/desk", await browser.SignsIn(Desk, "ana"));
        var session = await browser.Session(Desk);
        Assert.Contains("\"name\":\"Ana\"", session);
        Assert.Contains("\"role\":\"editor\"", session);
        Assert.Equal("Test House", (await Sessions.List(ana.Id, default)).Single().Way);
        // The same person at the provider, under another address there by now.
        using var moved = new Browser();
        Assert.Equal("/desk", await moved.SignsIn(Desk, "ana-moved"));
        Assert.Contains("\"name\":\"Ana\"", await moved.Session(Desk));
    }

    [Fact]
    public async Task An_address_that_the_provider_has_not_verified_opens_no_account()
    {
        await Starts();
        await Members.Add("Ana", "ana@courier.example", Role.Admin, "the test", default);
        using var browser = new Browser();
        Assert.Equal("/desk#oidc=not-known", await browser.SignsIn(Desk, "unverified"));
        Assert.Contains("\"ways\":{\"oidc\":{\"name\":\"Test House\"}}", await browser.Session(Desk));
    }

    [Fact]
    public async Task A_stranger_does_not_enter_unless_newcomers_may_and_then_as_what_the_settings_say()
    {
        await Starts();
        using (var browser = new Browser()) Assert.Equal("/desk#oidc=not-known", await browser.SignsIn(Desk, "stranger"));
        Assert.Empty(await Members.List(default));
        await Stops();

        await Starts(Role.Reporter);
        using var welcome = new Browser();
        Assert.Equal("/desk", await welcome.SignsIn(Desk, "stranger"));
        Assert.Contains("\"role\":\"reporter\"", await welcome.Session(Desk));
        var person = Assert.Single(await Members.List(default));
        // And no second time once an administrator has shut the door.
        Assert.NotNull((await Members.Change(person.Id, new MemberEdit(Disabled: true), "the test", default)).Value.DisabledAt);
        using var again = new Browser();
        Assert.Equal("/desk#oidc=not-known", await again.SignsIn(Desk, "stranger"));
    }

    [Fact]
    public async Task Who_is_refused_at_the_provider_comes_back_to_the_desk_and_an_answer_nobody_asked_for_opens_nothing()
    {
        await Starts();
        await Members.Add("Ana", "ana@courier.example", Role.Editor, "the test", default);
        using var browser = new Browser();
        Assert.Equal("/desk#oidc=failed", await browser.SignsIn(Desk, ""));
        // The answer to somebody else's question, as an attacker would send it to sign a victim in as themselves.
        using var attacker = new Browser();
        var answer = await attacker.Answer(Desk, "ana");
        using var victim = new Browser();
        Assert.Equal("/desk#oidc=failed", (await victim.Get(answer)).Headers.Location!.OriginalString);
        Assert.Contains("\"status\":401", await victim.Session(Desk));
    }

    [Fact]
    public async Task When_the_provider_does_not_answer_one_is_back_at_the_desk()
    {
        _provider!.Kill();
        await _provider.WaitForExitAsync();
        await Starts();
        using var browser = new Browser();
        Assert.Equal("/desk#oidc=failed", (await browser.Get(new Uri(Desk, "/desk/oidc"))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_way_back_is_the_settings_and_never_the_requests_host()
    {
        await Starts();
        using var browser = new Browser();
        // The provider sends people to addresses alone that it was given when the desk was registered; it was given the settings'.
        var answer = await browser.Answer(Desk, "ana", host: "evil.example");
        Assert.StartsWith($"{Desk}desk/oidc/callback?code=", answer.ToString());
    }

    private Uri Desk => new($"http://localhost:{_port}/");

    private MemberBook Members => _server!.Services.GetRequiredService<MemberBook>();

    private SessionBook Sessions => _server!.Services.GetRequiredService<SessionBook>();

    private async Task Starts(Role? newcomers = null)
    {
        var openId = new OpenIdSettings(new Uri($"http://localhost:{_providerPort}"), "dateline", "a secret of the tests", "Test House", newcomers);
        _server = DatelineServer.Build(new ServerSettings { Urls = Desk.ToString(), Data = _folder.Path, OpenId = openId, Style = new() { PublicUrl = Desk } });
        await _server.StartAsync();
    }

    private async Task Stops()
    {
        if (_server is null) return;
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stops();
        if (_provider is { HasExited: false }) _provider.Kill();
        _provider?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A browser that follows where it is sent, from the desk to the provider and back.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

        /// <summary>Where somebody ends who says at the provider's door who they are; an empty name turns away there.</summary>
        public async Task<string> SignsIn(Uri desk, string who) => (await Get(await Answer(desk, who))).Headers.Location!.OriginalString;

        /// <summary>The address by which the provider answers the desk.</summary>
        public async Task<Uri> Answer(Uri desk, string who, string? host = null)
        {
            var at = new Uri(desk, "/desk/oidc");
            for (var step = 0; step < 10; step++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                if (step == 0) request.Headers.Host = host;
                using var answered = await _http.SendAsync(request);
                if (answered.Headers.Location is not { } location) throw new InvalidOperationException($"{at}: {(int)answered.StatusCode} {await answered.Content.ReadAsStringAsync()}");
                at = new Uri(at, location);
                if (at.AbsolutePath.StartsWith("/door/", StringComparison.Ordinal)) at = new Uri($"{at}?who={who}");
                if (at.AbsolutePath == "/desk/oidc/callback") return at;
            }
            throw new InvalidOperationException($"The provider leads in circles: {at}");
        }

        public async Task<string> Session(Uri desk)
        {
            using var answered = await Get(new Uri(desk, "/api/v1/session"));
            return await answered.Content.ReadAsStringAsync();
        }

        public Task<HttpResponseMessage> Get(Uri address) => _http.GetAsync(address);

        public void Dispose() => _http.Dispose();
    }
}
