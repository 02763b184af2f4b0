using System.Text.Json.Serialization;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Audit;
using Dateline.Desk.Coverages;
using Dateline.Desk.Embeds;
using Dateline.Desk.Live;
using Dateline.Desk.Media;
using Dateline.Desk.Members;
using Dateline.Desk.Posts;
using Dateline.Desk.Rules;
using Dateline.Media;
using Dateline.Media.Documents;
using Dateline.Media.Originals;
using Dateline.Media.Recordings;
using Dateline.Outside;
using Dateline.Outside.Fetching;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk;

/// <summary>The newsroom's side of the server.</summary>
public static class DeskSide
{
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskSettings settings)
    {
        services.AddSingleton(settings);
        services.AddMembers(settings);
        services.AddSingleton<AuditLog>().AddSingleton<RulesBook>().AddSingleton<Newsdesk>();
        services.AddSingleton<PictureBook>().AddSingleton<Library>().AddSingleton<MediaRights>().AddSingleton(_ => new MediaFolder(settings.Media)).AddSingleton<Darkroom>().AddSingleton<Developer>().AddSingleton<Arrivals>().AddSingleton<NewFiles>().AddSingleton<Crops>().AddSingleton<KnownFiles>();
        AddOriginals(services, settings.Store);
        services.AddSingleton<Develop>(provider => provider.GetRequiredService<Developer>().Develop);
        services.AddSingleton(provider => new Ffmpeg(provider.GetRequiredService<TimeProvider>(), settings.Programs)).AddSingleton<RecordingReader>().AddSingleton<RecordingMaker>().AddSingleton<RecordingBook>();
        services.AddSingleton<DocumentBook>().AddSingleton(provider => new Poppler(settings.Programs, provider.GetRequiredService<TimeProvider>())).AddSingleton<DocumentReader>().AddSingleton<Lending>();
        services.AddSingleton<Lend>(provider => provider.GetRequiredService<Lending>().Lend);
        services.AddSingleton<FindRecording>(provider => provider.GetRequiredService<MediaFolder>().FindRecording);
        services.AddSingleton<Mastering>().AddHostedService(provider => provider.GetRequiredService<Mastering>());
        services.AddSingleton<Development>().AddHostedService(provider => provider.GetRequiredService<Development>());
        services.AddSingleton<Fetcher>().AddSingleton<Snapshots>().AddSingleton<LookUps>();
        services.AddSingleton<Holds>().AddHostedService<Releases>().AddHostedService<DeskWatch>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi("v1", ApiDocument.Write);
        return services;
    }

    private static void AddOriginals(IServiceCollection services, StoreSettings? store)
    {
        if (store is null)
        {
            services.AddSingleton<IOriginals, OriginalsOnDisk>();
            return;
        }
        services.AddSingleton(provider => new OriginalsInStore(provider.GetRequiredService<MediaFolder>(), store, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OriginalsInStore>>()));
        services.AddSingleton<IOriginals>(provider => provider.GetRequiredService<OriginalsInStore>()).AddHostedService<MovingOn>();
    }

    /// <summary>What every request passes once it is known whose it is.</summary>
    public static void GuardDesk(this IApplicationBuilder server) => server.ApplicationServices.GetRequiredService<DeskSettings>().Writes.Guard(server);

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(ProblemSchema), ["application/problem+json"]));
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DeskSide));
        api.AddEndpointFilter(async (context, next) =>
        {
            // What is answered here is for one person at one moment: no cache, on the way or in the browser, keeps it.
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            context.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
            var takesFile = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FileWanted>() is not null;
            if (!takesFile && context.HttpContext.Request is { ContentType: { Length: > 0 } type } request && !request.HasJsonContentType())
                return new Refusal(RefusalKind.NotJson, $"Send JSON, with Content-Type: application/json; this says {type}.").ToHttp();
            try
            {
                return await next(context);
            }
            catch (Exception exception) when (Trouble.Of(exception) is { } trouble)
            {
                // A full disk or another program's lock is no bug of ours, and whoever wrote is told what to do; the operator finds it here.
                log.LogError("{Why} ({Exception})", trouble.Sentence, exception.Message);
                return trouble.ToHttp();
            }
        });
        api.MapCoverages();
        api.MapPosts();
        api.MapMedia();
        api.MapLibrary();
        api.MapEmbeds();
        api.MapDeskEvents();
        api.MapTokens();
        api.MapRules();
        api.MapSession();
        api.MapAccount();
        api.MapUsers();
        api.MapAudit();
        api.MapFallback("{**rest}", NothingHere).AllowAnonymous().ExcludeFromDescription();
        routes.MapOpenId(routes.ServiceProvider.GetRequiredService<DeskSettings>());
    }

    // Without this such a request would end at the reader's "Page not found".
    private static IResult NothingHere(HttpRequest request) =>
        new Refusal(RefusalKind.NotFound, $"The API has no {request.Method} {request.Path}; see /openapi/v1.json.").ToHttp();
}
