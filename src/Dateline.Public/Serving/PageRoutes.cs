using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Live;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary>The pages readers open: the list, a live page, its older posts, a post alone.</summary>
public sealed class PageRoutes(Hub hub, EditionReader reader, Typesetter typesetter, ArticleCase articles, Shelf shelf, Sending sending, NewsroomStyle style, TimeProvider time)
{
    private const int ListedPosts = 3;

    public async Task Index(HttpContext context)
    {
        var coverages = await reader.Coverages(context.RequestAborted);
        var epoch = await reader.Epoch(context.RequestAborted);
        var state = string.Join(' ', coverages.Select(coverage => $"{coverage.Coverage.Slug}:{coverage.Head}").Prepend(epoch));
        await Answer(context, await shelf.Get(("index", state), async () =>
        {
            var listings = new List<Listing>();
            foreach (var (coverage, head) in coverages)
            {
                var live = await hub.Find(coverage.Slug, CancellationToken.None);
                // The database may know more than this server has heard of, and what is kept here is kept under what the database knows.
                if (live is not null && (live.Edition.Epoch, live.Edition.Head) != (epoch, head)) await live.CatchUp(null, CancellationToken.None);
                var newest = live?.Edition.Newest.Where(post => post.Withdrawn is null).Take(ListedPosts) ?? [];
                listings.Add(new Listing(coverage, [.. newest.Select(post => new Teaser(post.Id, post.Time, post.Headline))]));
            }
            var now = time.GetUtcNow();
            return Sheet.Html(await typesetter.Index(listings, now)) with { StaleAt = typesetter.StaleAt(listings, now) };
        }));
    }

    public async Task Front(HttpContext context, string slug)
    {
        if (await hub.Find(slug, context.RequestAborted) is not { } live)
        {
            await NotFound(context);
            return;
        }
        await sending.Send(context, (await Front(live)).Sheet);
    }

    /// <summary>The front of a live page as it is now, with the edition it shows; set once for all who ask.</summary>
    public async ValueTask<(Edition Edition, Sheet Sheet)> Front(LiveCoverage live)
    {
        var edition = live.Edition;
        var sheet = await shelf.Get(("front", edition.Slug, edition.Epoch, edition.Head), async () =>
        {
            var below = edition.Newest.Count == Edition.PageSize ? await reader.SortBelow(edition, edition.Newest[^1].Sort.ToString(), CancellationToken.None) : null;
            return await Set(edition.Front(below));
        });
        return (edition, sheet!);
    }

    public async Task Older(HttpContext context, string slug, int number)
    {
        if (await hub.Find(slug, context.RequestAborted) is not { } live || live.Edition is not { } edition || number < 1 || number > edition.PageStarts.Count)
        {
            await NotFound(context);
            return;
        }
        await Answer(context, await shelf.Get(("page", slug, edition.Epoch, edition.Head, number),
            async () => await Set(edition.Page(number, await reader.Page(edition, number, CancellationToken.None)))));
    }

    public async Task Post(HttpContext context, string slug, string id)
    {
        if (await hub.Find(slug, context.RequestAborted) is not { } live || live.Edition is not { } edition || !PostId.TryParse(id, out var key) || await reader.Post(edition, key, context.RequestAborted) is not { } post)
        {
            await NotFound(context);
            return;
        }
        // The post may be newer than the edition it is kept under, but never older: what was taken back meanwhile is not kept under what came after.
        var coverage = edition.Coverage;
        await Answer(context, await shelf.Get(("post", slug, edition.Epoch, edition.Head, id), async () =>
        {
            var now = time.GetUtcNow();
            var status = post.Withdrawn is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
            return Sheet.Html(await typesetter.Permalink(post, coverage, now), status) with
            {
                CacheTag = $"live-{slug},post-{id}",
                StaleAt = Staleness.StaleAt(post, style, now),
            };
        }));
    }

    public async Task NotFound(HttpContext context) =>
        await sending.Send(context, Sheet.Html(await typesetter.NotFound(time.GetUtcNow()), StatusCodes.Status404NotFound));

    private async Task<Sheet> Set(PageView view)
    {
        var now = time.GetUtcNow();
        var set = new List<string>(view.Posts.Count);
        foreach (var post in view.Posts) set.Add(await articles.Article(post, view.Coverage, view.Epoch));
        return Sheet.Html(await typesetter.Page(view, set, now)) with
        {
            CacheTag = string.Join(',', view.Posts.Select(post => $"post-{post.Id}").Prepend($"live-{view.Coverage.Slug}")),
            StaleAt = Staleness.StaleAt(view, style, now),
        };
    }

    private Task Answer(HttpContext context, Sheet? sheet) => sheet is null ? NotFound(context) : sending.Send(context, sheet);
}
