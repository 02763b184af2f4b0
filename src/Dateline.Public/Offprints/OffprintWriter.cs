using System.Text;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Feeds;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Articles;
using Dateline.Public.Pages.Looks;

namespace Dateline.Public.Offprints;

/// <summary>A live page as files that need no server: its front, its older pages, each post, its feeds, and a list with this one page. It shows what readers have at this moment, and follows nothing.</summary>
public sealed class OffprintWriter(EditionReader reader, NewsroomStyle style, PageAssets assets)
{
    private const int ListedPosts = 3;
    private const int Portion = 200;

    // The web server in front answers for a logo; here there is none, and the name stands in its place.
    private readonly NewsroomStyle _style = style with { LogoUrl = null };

    /// <summary>Writes the files, page by page: memory does not grow with the live page.</summary>
    /// <param name="write">Keeps one file.</param>
    /// <returns>What the pages show; their pictures are to lie beside them.</returns>
    public async Task<Offprint> Write(Edition edition, DateTimeOffset now, Func<string, byte[], Task> write, CancellationToken cancellation)
    {
        var slug = edition.Slug;
        var site = new Offprint(_style.Root, await Addresses(edition, cancellation));
        await Page(Address.Index, typesetter => typesetter.Index([new Listing(edition.Coverage, [.. edition.Newest.Where(post => post.Withdrawn is null).Take(ListedPosts).Select(post => new Teaser(post.Id, post.Time, post.Headline))])], now));
        var below = edition.Newest.Count == Edition.PageSize ? await reader.SortBelow(edition, edition.Newest[^1].Sort.ToString(), cancellation) : null;
        await View(Address.Page(slug), edition.Front(below));
        for (var number = 1; number <= edition.PageStarts.Count; number++) await View(Address.Page(slug, number), edition.Page(number, await reader.Page(edition, number, cancellation)));
        await foreach (var post in Posts(edition, cancellation)) await Page(Address.Post(slug, post.Id), typesetter => typesetter.Permalink(post, edition.Coverage, now));

        var feeds = new FeedWriter(In(Address.Index), _style);
        await write(Offprint.FileOf(Address.Feed(slug, "rss")), await feeds.Rss(edition.Front(hasOlder: null), now));
        await write(Offprint.FileOf(Address.Feed(slug, "atom")), await feeds.Atom(edition.Front(hasOlder: null), now));
        await write(Offprint.FileOf(Address.Feed(slug, "json")), await feeds.Json(edition.Front(hasOlder: null), now));
        return site;

        Typesetter In(string address) => new(_style, assets, site.From(address));

        async Task Page(string address, Func<Typesetter, ValueTask<string>> set) => await write(Offprint.FileOf(address), Encoding.UTF8.GetBytes(await set(In(address))));

        Task View(string address, PageView view) => Page(address, async typesetter =>
        {
            var articles = new List<string>(view.Posts.Count);
            foreach (var post in view.Posts) articles.Add(await typesetter.Article(post, view.Coverage, ArticlePlace.Stream, now));
            return await typesetter.Page(view, articles, now);
        });
    }

    private async Task<IReadOnlySet<string>> Addresses(Edition edition, CancellationToken cancellation)
    {
        var slug = edition.Slug;
        var addresses = new HashSet<string> { Address.Index, Address.Page(slug), Address.Feed(slug, "rss"), Address.Feed(slug, "atom"), Address.Feed(slug, "json") };
        for (var number = 1; number <= edition.PageStarts.Count; number++) addresses.Add(Address.Page(slug, number));
        await foreach (var post in Posts(edition, cancellation)) addresses.Add(Address.Post(slug, post.Id));
        return addresses;
    }

    private async IAsyncEnumerable<PublicPost> Posts(Edition edition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? below = null;
        while (await reader.Below(edition, below, Portion, cancellation) is { Count: > 0 } posts)
        {
            foreach (var post in posts) yield return post;
            below = posts[^1].Sort.ToString();
        }
    }
}
