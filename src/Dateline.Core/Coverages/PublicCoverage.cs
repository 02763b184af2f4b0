using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Coverages;

/// <summary>Where a live page stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CoverageStatus>))]
public enum CoverageStatus
{
    /// <summary>Being prepared: nothing of it is public, not even that it exists.</summary>
    Draft,

    /// <summary>Announced, not yet begun.</summary>
    Upcoming,

    /// <summary>Posts arrive.</summary>
    Live,

    /// <summary>A break; it goes on.</summary>
    Paused,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>Another live page, or any page: the day before, the day after.</summary>
/// <param name="Url">Its address; <c>/live/slug</c> for a live page here.</param>
/// <param name="Title">What it is called.</param>
public sealed record PageLink(string Url, string? Title = null);

/// <summary>What stands at the top of a live page.</summary>
public sealed record Header
{
    /// <summary>The page's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The introduction under it.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The language it is written in (BCP 47): <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The zone its times are shown in (IANA): <c>Europe/London</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The picture, video or recording at the top.</summary>
    public Block? Lead { get; init; }

    /// <summary>Who made the page.</summary>
    public RichText? Contributors { get; init; }

    /// <summary>The page before this one.</summary>
    public PageLink? Previous { get; init; }

    /// <summary>The page after this one.</summary>
    public PageLink? Next { get; init; }
}

/// <summary>Where a live page stands, and since when.</summary>
/// <param name="Kind">The state.</param>
/// <param name="Since">When it came to be so.</param>
/// <param name="Note">A sentence for readers: "We'll be back tomorrow."</param>
/// <param name="ResumesAt">When coverage begins or goes on.</param>
public sealed record Status(CoverageStatus Kind, DateTimeOffset Since, string? Note = null, DateTimeOffset? ResumesAt = null);

/// <summary>A point of the summary.</summary>
/// <param name="Text">What it says.</param>
/// <param name="ChangedAt">When it was written or last changed; it is marked as new for a while after.</param>
public sealed record SummaryPoint(RichText Text, DateTimeOffset ChangedAt);

/// <summary>The points at the top of a live page.</summary>
/// <param name="Points">The points.</param>
/// <param name="UpdatedAt">When they last changed; null while there were never any.</param>
public sealed record Summary(ValueList<SummaryPoint> Points, DateTimeOffset? UpdatedAt = null)
{
    /// <summary>The most points.</summary>
    public const int MostPoints = 12;

    /// <summary>No summary yet.</summary>
    public static readonly Summary None = new([]);
}

/// <summary>A live page as readers have it, apart from its posts.</summary>
public sealed record PublicCoverage
{
    /// <summary>Its name in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>What stands at the top.</summary>
    public required Header Header { get; init; }

    /// <summary>Where it stands.</summary>
    public required Status Status { get; init; }

    /// <summary>The points at the top.</summary>
    public Summary Summary { get; init => field = value ?? Summary.None; } = Summary.None;

    /// <summary>The post kept at the top.</summary>
    public PostId? Pinned { get; init; }
}
