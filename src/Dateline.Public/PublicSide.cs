using Dateline.Core.Media;
using Dateline.Public.Editions;
using Dateline.Public.Feeds;
using Dateline.Public.Live;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Serving;
using Dateline.Public.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Public;

/// <summary>The reader's side of the server. Every route here is public, and only what is published can appear on one.</summary>
public static class PublicSide
{
    public static IServiceCollection AddPublic(this IServiceCollection services, DbContextOptions<PublicDb> database, NewsroomStyle style, PageAssets assets, DoorSettings? door = null)
    {
        services.AddSingleton(style).AddSingleton(assets);
        services.AddSingleton(door ??= new DoorSettings()).AddSingleton(new ReaderPlaces(door.StreamsPerAddress));
        services.AddMetrics().AddSingleton<LiveMeter>().AddSingleton<Couriers>();
        services.AddSingleton<Coverages>().AddSingleton<StreamReception>().AddSingleton<PageReception>().AddSingleton<ChangesReception>().AddSingleton<Door>().AddSingleton<IConnectionListenerFactory>(provider => provider.GetRequiredService<Door>());
        services.AddSingleton(_ => new EditionReader(database)).AddSingleton(_ => new HeadWatch(database));
        services.AddSingleton<Typesetter>().AddSingleton<ArticleCase>().AddSingleton<Press>().AddSingleton<Shelf>().AddSingleton<Sending>();
        services.AddSingleton<FrameWriter>().AddSingleton<Hub>();
        services.AddSingleton<StreamRoute>().AddSingleton<ChangesRoute>().AddSingleton<PageRoutes>().AddSingleton<JsonRoute>();
        services.AddSingleton<Gate>().AddSingleton<PictureRoute>().AddSingleton<RecordingRoute>().AddSingleton<DocumentRoute>();
        services.AddSingleton<FeedWriter>().AddSingleton<FeedRoute>();
        services.AddHostedService<Watch>();
        return services;
    }

    public static void MapPublic(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        string[] reading = ["GET", "HEAD"];

        open.MapMethods("/", reading, (HttpContext context, PageRoutes pages) => pages.Index(context));
        open.MapMethods("/live/{slug}", reading, (HttpContext context, string slug, PageRoutes pages, JsonRoute json, int? page) =>
            slug.EndsWith(".json", StringComparison.Ordinal) ? json.Serve(context, slug[..^".json".Length], page) : pages.Front(context, slug));
        open.MapMethods("/live/{slug}/page/{number:int}", reading, (HttpContext context, string slug, int number, PageRoutes pages) => pages.Older(context, slug, number));
        open.MapMethods("/live/{slug}/posts/{id}", reading, (HttpContext context, string slug, string id, PageRoutes pages) => pages.Post(context, slug, id));
        open.MapGet("/live/{slug}/stream", (HttpContext context, string slug, string? after, string? epoch, StreamRoute stream) => stream.Serve(context, slug, after, epoch));
        open.MapMethods("/live/{slug}/changes", reading, (HttpContext context, string slug, string? after, ChangesRoute changes) => changes.Serve(context, slug, after));
        open.MapMethods("/live/{slug}/feed.{format}", reading, (HttpContext context, string slug, string format, FeedRoute feed) => feed.Serve(context, slug, format));
        open.MapMethods("/media/{hash}/{file}", reading, (HttpContext context, string hash, string file, PictureRoute pictures, RecordingRoute recordings, DocumentRoute documents) =>
            file == DocumentName.File ? documents.Serve(context, hash) : RecordingFile.ContentType(file) is null ? pictures.Serve(context, hash, file) : recordings.Serve(context, hash, file));
        open.MapMethods("/media/{hash}/hls/{file}", reading, (HttpContext context, string hash, string file, RecordingRoute recordings) => recordings.Serve(context, hash, $"hls/{file}"));
        // Files too, such as /favicon.ico: what no route matches would be asked to sign in.
        open.MapFallback("/{**path}", (HttpContext context, PageRoutes pages) => pages.NotFound(context));
    }
}
