using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Posts;

namespace Dateline.Public.Editions;

/// <summary>A coverage as readers see it after change <see cref="Head"/>: what every page of it needs, and no more, however many posts it has.</summary>
/// <remarks>
/// A value, read from the public rows in one snapshot together with the changes that led to it, so it cannot drift from them.
/// In memory: the newest twenty posts, the pinned one, the key events (at most <see cref="MostKeyEvents"/>) and where each page of older posts begins
/// (about 5 bytes a post).
/// </remarks>
public sealed record Edition
{
    /// <summary>How many posts a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The most key events listed: the list is for a glance, and earlier ones are among the posts.</summary>
    public const int MostKeyEvents = 40;

    internal int Id { get; init; }

    public required string Epoch { get; init; }

    public required long Head { get; init; }

    public required PublicCoverage Coverage { get; init; }

    /// <summary>The newest posts, newest first.</summary>
    public required IReadOnlyList<PublicPost> Newest { get; init; }

    public PublicPost? Pinned { get; init; }

    public IReadOnlyList<KeyEvent> KeyEvents { get; init; } = [];

    /// <summary>The time of the oldest post; null while there is none.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>Where page 1, 2, 3 … begins, as a sort; oldest first.</summary>
    public required IReadOnlyList<string> PageStarts { get; init; }

    public string Slug => Coverage.Slug;

    public bool IsClosed => Coverage.Status.Kind == CoverageStatus.Closed;

    /// <summary>The page on which a post with this sort stands.</summary>
    public int PageOf(string sort)
    {
        var page = PageStarts.Count;
        while (page > 1 && string.CompareOrdinal(PageStarts[page - 1], sort) > 0) page--;
        return page;
    }

    /// <summary>The front page: the newest posts.</summary>
    /// <param name="hasOlder">The sort of the next older post, when there is one.</param>
    public PageView Front(string? hasOlder) => View(Newest) with { Older = hasOlder is null ? null : PageOf(hasOlder) };

    /// <summary>A page of older posts.</summary>
    public PageView Page(int number, IReadOnlyList<PublicPost> posts) => View(posts) with
    {
        Number = number,
        Older = number > 1 ? number - 1 : null,
        Newer = number < PageStarts.Count ? number + 1 : null,
    };

    private PageView View(IReadOnlyList<PublicPost> posts) => new()
    {
        Coverage = Coverage,
        Seq = Head,
        Epoch = Epoch,
        Posts = posts,
        Pinned = Pinned,
        KeyEvents = KeyEvents,
        BeganAt = BeganAt,
    };
}

/// <summary>An edition with the changes that led to it from an older one.</summary>
/// <param name="Edition">The coverage as it is now.</param>
/// <param name="Changes">The changes since, in order and without a gap; their last is the edition's head.</param>
public sealed record EditionUpdate(Edition Edition, IReadOnlyList<Entry> Changes);
