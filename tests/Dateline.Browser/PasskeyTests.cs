using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dateline.Public.Pages.Looks;
using Dateline.Server.Serving;
using Dateline.Storage;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>Passkeys as Chromium makes and uses them, with an authenticator of its own instead of a finger.</summary>
public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Make = """
        async name => {
          const options = await (await fetch('/api/v1/account/passkeys/options', { method: 'POST' })).json()
          const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          const sent = JSON.stringify({ ...credential.toJSON(), name })
          const answer = await fetch('/api/v1/account/passkeys', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: sent })
          const again = await fetch('/api/v1/account/passkeys', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: sent })
          return { status: answer.status, again: again.status, body: await answer.text() }
        }
        """;

    private const string SignIn = """
        async () => {
          const options = await (await fetch('/api/v1/session/passkey/options', { method: 'POST' })).json()
          const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
          const sent = JSON.stringify(credential.toJSON())
          const send = () => fetch('/api/v1/session/passkey', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: sent })
          const answer = await send()
          const again = await send()
          return { status: answer.status, again: again.status, body: await answer.text() }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://localhost:{FreePort()}/");
    private WebApplication _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = DatelineServer.Build(new ServerSettings { Urls = _address.ToString(), Data = _folder.Path, Style = new NewsroomStyle { PublicUrl = _address } });
        await _server.StartAsync();
    }

    [Fact]
    public async Task A_passkey_once_added_signs_in_without_a_name_or_a_password_and_each_answer_counts_once()
    {
        await using var reader = await chromium.Reader();
        var (page, _) = await Opens(reader);
        var person = await Enters(page);

        var made = await page.EvaluateAsync<JsonElement>(Make, "The office laptop");
        Assert.Equal((201, 422), (made.GetProperty("status").GetInt32(), made.GetProperty("again").GetInt32()));
        Assert.Contains("The office laptop", made.GetProperty("body").GetString());
        Assert.Equal(204, await page.EvaluateAsync<int>("async () => (await fetch('/api/v1/session', { method: 'DELETE' })).status"));

        var entered = await page.EvaluateAsync<JsonElement>(SignIn);
        // A challenge is answered once: whoever recorded the answer gets nothing for it.
        Assert.Equal((200, 401), (entered.GetProperty("status").GetInt32(), entered.GetProperty("again").GetInt32()));
        Assert.Contains("\"passkeys\":1", entered.GetProperty("body").GetString());
        Assert.Equal("passkey", (await Sessions.List(person.Id, default))[0].Way);

        await Members.Change(person.Id, new MemberEdit(Disabled: true), "the test", default);
        Assert.Equal(401, (await page.EvaluateAsync<JsonElement>(SignIn)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_passkey_that_was_removed_opens_nothing()
    {
        await using var reader = await chromium.Reader();
        var (page, _) = await Opens(reader);
        await Enters(page);
        var made = JsonDocument.Parse((await page.EvaluateAsync<JsonElement>(Make, "To be lost")).GetProperty("body").GetString()!).RootElement;
        var id = made.GetProperty("id").GetString();
        Assert.Equal(204, await page.EvaluateAsync<int>("async id => (await fetch('/api/v1/account/passkeys/' + id, { method: 'DELETE' })).status", id));
        Assert.Equal(401, (await page.EvaluateAsync<JsonElement>(SignIn)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_device_that_did_not_check_the_person_is_not_enough()
    {
        await using var reader = await chromium.Reader();
        var (page, authenticator) = await Opens(reader);
        await Enters(page);
        Assert.Equal(201, (await page.EvaluateAsync<JsonElement>(Make, "Checked")).GetProperty("status").GetInt32());
        await authenticator.Session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = authenticator.Id, ["isUserVerified"] = false });
        // The browser itself gives nothing, since the desk asks for the check.
        await Assert.ThrowsAsync<PlaywrightException>(() => page.EvaluateAsync<JsonElement>(SignIn));
        const string Without = """
            async () => {
              const options = await (await fetch('/api/v1/session/passkey/options', { method: 'POST' })).json()
              const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'discouraged' }) })
              return (await fetch('/api/v1/session/passkey', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(credential.toJSON()) })).status
            }
            """;
        Assert.Equal(401, await page.EvaluateAsync<int>(Without));
    }

    private async Task<(IPage Page, (ICDPSession Session, string Id) Authenticator)> Opens(IBrowserContext reader)
    {
        var page = await reader.NewPageAsync();
        await page.GotoAsync(new Uri(_address, "/desk").ToString());
        var session = await reader.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true };
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        return (page, (session, made!.Value.GetProperty("authenticatorId").GetString()!));
    }

    private async Task<Person> Enters(IPage page)
    {
        var newcomer = (await Members.Add("Kay Passe", "kay@courier.example", Role.Reporter, "the test", default)).Value;
        const string Link = "async token => (await fetch('/api/v1/session/link', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) })).status";
        Assert.Equal(200, await page.EvaluateAsync<int>(Link, newcomer.Link));
        return newcomer.Person;
    }

    private MemberBook Members => _server.Services.GetRequiredService<MemberBook>();

    private SessionBook Sessions => _server.Services.GetRequiredService<SessionBook>();

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
