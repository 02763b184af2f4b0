using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Live;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Articles;
using Dateline.Public.Pages.Looks;
using Microsoft.Extensions.Caching.Memory;

namespace Dateline.Public.Serving;

/// <summary>Articles that were set, kept for the next page or frame that shows them: a post is set once for each of its versions, however many read it.</summary>
/// <remarks>Holds about <see cref="MostCharacters"/> characters; past that the ones not used lately go.</remarks>
public sealed class ArticleCase(Typesetter typesetter, NewsroomStyle style, LiveMeter meter, TimeProvider time) : IDisposable
{
    public const long MostCharacters = 4 * 1024 * 1024;

    private readonly MemoryCache _articles = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The article of a post in the stream, as it is to be shown now.</summary>
    /// <param name="epoch">The life of the database that the post is of: another has other words under the same revision.</param>
    public async ValueTask<string> Article(PublicPost post, PublicCoverage coverage, string epoch)
    {
        var now = time.GetUtcNow();
        var isHot = post.BreakingSince is { } since && now < since.AddMinutes(style.BreakingMinutes);
        var key = (epoch, coverage.Slug, post.Id, post.Revision, coverage.Header.Language, coverage.Header.TimeZone, isHot);
        if (_articles.TryGetValue(key, out string? kept)) return kept!;
        meter.ArticleRendered();
        var article = await typesetter.Article(post, coverage, ArticlePlace.Stream, now);
        _articles.Set(key, article, new MemoryCacheEntryOptions { Size = article.Length });
        return article;
    }

    public void Dispose() => _articles.Dispose();
}
