using Dateline.Core.Coverages;
using Dateline.Core.Posts;

namespace Dateline.Public.Editions;

/// <summary>A key event as its list shows it.</summary>
public sealed record KeyEvent(PostId Post, ShownTime Time, string Headline);

/// <summary>Everything one rendering of a live page shows: the page as of change <see cref="Seq"/>.</summary>
public sealed record PageView
{
    public required PublicCoverage Coverage { get; init; }

    /// <summary>The number of the last change that is in it.</summary>
    public required long Seq { get; init; }

    public required string Epoch { get; init; }

    /// <summary>The posts to show, newest first.</summary>
    public required IReadOnlyList<PublicPost> Posts { get; init; }

    public PublicPost? Pinned { get; init; }

    /// <summary>All key events, newest first.</summary>
    public IReadOnlyList<KeyEvent> KeyEvents { get; init; } = [];

    /// <summary>The time of the live page's oldest post; null while there is none.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>The page of older posts that this is, numbered from the oldest; null for the front page, which has the newest.</summary>
    public int? Number { get; init; }

    /// <summary>The page that holds the next older post; null when there is none.</summary>
    public int? Older { get; init; }

    /// <summary>The page that holds the next newer post; null when the front page does.</summary>
    public int? Newer { get; init; }
}
