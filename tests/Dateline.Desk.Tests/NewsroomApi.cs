using Dateline.Desk.Members;
using Dateline.Server.Serving;
using Dateline.Storage;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A whole server on a port of its own, with a clock that the test turns, and a person of every role at its door.</summary>
public sealed class NewsroomApi : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<ServerSettings, ServerSettings> _settings;
    private readonly Action<WebApplication> _routes;
    private WebApplication? _server;

    public NewsroomApi() : this(settings => settings) { }

    internal NewsroomApi(Func<ServerSettings, ServerSettings> settings, Action<WebApplication>? routes = null) => (_settings, _routes) = (settings, routes ?? (_ => { }));

    public FakeTimeProvider Clock { get; } = new(TestNewsroom.Morning);

    public Visitor Anonymous { get; private set; } = null!;

    public Visitor Reporter { get; private set; } = null!;

    public Visitor OtherReporter { get; private set; } = null!;

    public Visitor Editor { get; private set; } = null!;

    public Visitor Admin { get; private set; } = null!;

    public IServiceProvider Services => _server!.Services;

    public async ValueTask InitializeAsync()
    {
        var settings = _settings(new ServerSettings
        {
            Urls = "http://127.0.0.1:0",
            Data = _folder.Path,
            Writes = new WriteLimits(WritesPerMinute: 600_000, Burst: 100_000),
            SignIns = new SignInLimits(10_000, 10_000, 10_000),
        });
        _server = DatelineServer.Build(settings, Clock);
        _routes(_server);
        await _server.StartAsync();
        Anonymous = new Visitor(Address, null);
        Reporter = await Member("Rita", Role.Reporter);
        OtherReporter = await Member("Omar", Role.Reporter);
        Editor = await Member("Edith", Role.Editor);
        Admin = await Member("Ada", Role.Admin);
    }

    /// <summary>Somebody with a token of their own.</summary>
    public async Task<Visitor> Member(string name, Role role) =>
        new(Address, (await Services.GetRequiredService<TokenBook>().Create(name, role, "the test", CancellationToken.None)).Value);

    /// <summary>Somebody who is a person of the newsroom and signed in at the desk, by a link.</summary>
    public async Task<DeskVisitor> Person(string name, Role role)
    {
        var newcomer = (await Services.GetRequiredService<MemberBook>().Add(name, $"{name.ToLowerInvariant().Replace(' ', '.')}@courier.example", role, "the test", CancellationToken.None)).Value;
        var visitor = new DeskVisitor(Address, newcomer.Person);
        (await visitor.Post("/api/v1/session/link", $$"""{"token":"{{newcomer.Link}}"}""")).Is(200);
        return visitor;
    }

    /// <summary>A visitor whose requests say more than they should.</summary>
    public Visitor Saying(string header, string value) => new(Address, null, (header, value));

    /// <summary>Begins a live page of a test's own.</summary>
    public async Task<string> Begins(string slug, string status = "live")
    {
        (await Editor.Post("/api/v1/coverages", $$"""{"slug":"{{slug}}","headline":"The story of {{slug}}","timeZone":"Europe/London","status":"{{status}}"}""")).Is(201);
        return $"/api/v1/coverages/{slug}/posts";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            // The clock stands, so the server must not wait for time to say goodbye.
            await _server.StopAsync(new CancellationToken(canceled: true));
            await _server.DisposeAsync();
        }
        foreach (var visitor in new[] { Anonymous, Reporter, OtherReporter, Editor, Admin }) visitor?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    public Uri Address => new(_server!.Urls.Single());

    /// <summary>Where everything lies.</summary>
    public string Folder => _folder.Path;
}
