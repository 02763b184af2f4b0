using Dateline.Core.Journal;
using Dateline.Core.Outcomes;
using Dateline.Desk;
using Dateline.Desk.Live;
using Dateline.Media.Originals;
using Dateline.Public;
using Dateline.Public.Editions;
using Dateline.Public.Live;
using Dateline.Server.Demo;
using Dateline.Storage;
using Dateline.Storage.Imports;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;

namespace Dateline.Server.Serving;

/// <summary>Puts the two sides of the house together and listens.</summary>
public static class DatelineServer
{
    /// <summary>How many connections may wait to be taken in: a storm of readers coming back at once must not be turned away by the system.</summary>
    private const int Backlog = 4_096;

    /// <summary>How long open requests are given when the server stops; readers are sent away in the first second and a half of it.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>A server ready to run.</summary>
    /// <param name="time">The clock everything is done by.</param>
    public static WebApplication Build(ServerSettings settings, TimeProvider? time = null)
    {
        var database = SqliteStore.PathIn(settings.Data);
        SqliteStore.Prepare(database);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        AddLogging(builder.Logging);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Urls).UseSockets(sockets => sockets.Backlog = Backlog);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (settings.Tls.Certificate is { } certificate)
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));

        var services = builder.Services;
        services.AddRoutingCore();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        services.AddSingleton(time ?? TimeProvider.System);
        AddNewsroom(services, database);
        var assets = WebAssets.Load();
        services.AddPublic(PublicDb.Sqlite(database), settings.Style, assets.Page, settings.Door);
        services.AddDesk(settings.Desk);
        if (settings.Management is { } management) services.AddHostedService(_ => new Management(management));
        if (settings.Demo) services.AddSingleton<Drawings>().AddHostedService<NewsDay>();

        var server = builder.Build();
        if (settings.Door.Proxies.Count > 0) server.UseForwardedHeaders(Forwarded(settings));
        server.UseRouting();
        server.UseAuthentication();
        server.GuardDesk();
        server.UseAuthorization();
        server.MapPublic();
        server.MapDesk();
        server.MapDraftPreview();
        server.MapBlockPreview();
        DeskAssets.Load().Map(server);
        assets.Map(server);
        server.MapHealth();
        server.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return server;
    }

    /// <summary>Tries, before anything is served, what can only be found out by asking others.</summary>
    /// <returns>Why the settings can never be right, for whoever made them; null when they can.</returns>
    public static Task<Refusal?> Try(IHost server, CancellationToken cancellation) => server.Services.GetRequiredService<IOriginals>().Open(cancellation);

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <returns>Null when it was; why not, when a part of it failed and took it along: whoever watches over it must not take that for an end in good order.</returns>
    public static async Task<Refusal?> Run(IHost server, CancellationToken cancellation)
    {
        var work = server.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        var log = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatelineServer));
        var life = server.Services.GetRequiredService<IHostApplicationLifetime>();
        // While there is still somewhere to say it.
        using var stopping = life.ApplicationStopping.Register(() =>
        {
            if (Failed() is { } failed) log.LogCritical(failed.ExecuteTask!.Exception!.InnerException, "{Part} failed, and the server stops.", failed.GetType().Name);
        });
        await server.RunAsync(cancellation);
        return Failed() is { } failed
            ? new Refusal(RefusalKind.Invalid, $"The server stopped because a part of it failed ({failed.GetType().Name}); what happened is told above. Start it again; nothing that was acknowledged is lost.")
            : null;

        BackgroundService? Failed() => work.Find(each => each.ExecuteTask is { IsFaulted: true });
    }

    // Remarks go to standard error, as everywhere; a start that fails is told once, by the command.
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Its keys lie in the data folder, as docs/operations.md says; that they are not encrypted once more is no news at every start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Dateline.Desk.Members.TokenAuthentication", LogLevel.Warning).AddFilter("Dateline.Desk.Members.SessionAuthentication", LogLevel.Warning);
    }

    private static void AddNewsroom(IServiceCollection services, string database)
    {
        var options = SqliteStore.Options(database);
        services.AddSingleton<Announce>(provider => provider.GetRequiredService<Hub>().Announce);
        // The desk is asked for when there is something to tell: it reads from the newsroom that it is told of.
        services.AddSingleton(provider => new Newsroom(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Announce>(), kept => provider.GetRequiredService<Newsdesk>().Hear(kept)));
        services.AddSingleton<Staging>();
    }

    private static ForwardedHeadersOptions Forwarded(ServerSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in settings.Door.Proxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
