using Dateline.Public.Feeds;
using Dateline.Public.Live;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary><c>GET /live/{slug}/feed.rss</c>, <c>.atom</c> and <c>.json</c>: the newest posts for those who follow from elsewhere.</summary>
public sealed class FeedRoute(Hub hub, FeedWriter feeds, PageRoutes pages, Shelf shelf, Sending sending, TimeProvider time)
{
    public async Task Serve(HttpContext context, string slug, string format)
    {
        if (await hub.Find(slug, context.RequestAborted) is not { } live)
        {
            await pages.NotFound(context);
            return;
        }
        var edition = live.Edition;
        var sheet = await shelf.Get(("feed", format, slug, edition.Epoch, edition.Head), async () =>
        {
            var (view, now) = (edition.Front(hasOlder: null), time.GetUtcNow());
            return format switch
            {
                "rss" => Sheet.Of("application/rss+xml; charset=utf-8", await feeds.Rss(view, now)) with { CacheTag = $"live-{slug}" },
                "atom" => Sheet.Of("application/atom+xml; charset=utf-8", await feeds.Atom(view, now)) with { CacheTag = $"live-{slug}" },
                "json" => Sheet.Of("application/feed+json; charset=utf-8", await feeds.Json(view, now)) with { CacheTag = $"live-{slug}" },
                _ => null,
            };
        });
        await (sheet is null ? pages.NotFound(context) : sending.Send(context, sheet));
    }
}
