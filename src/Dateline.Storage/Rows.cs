namespace Dateline.Storage;

// One class per table. The truth of a coverage or post is its value (JSON of the Core record); the columns beside it are what is searched by.

internal sealed class CoverageRow
{
    public int Id { get; set; }

    /// <summary>The slug; while an import is staged, a name that no slug can have.</summary>
    public required string Slug { get; set; }

    /// <summary>The number of the newest change. Only ever raised by UPDATE … RETURNING, so that it has no gaps.</summary>
    public long Head { get; set; }

    /// <summary>The ordinal given out last; these may have gaps.</summary>
    public long Ordinal { get; set; }

    /// <summary>The status, for the public views: what is <c>draft</c> they do not show.</summary>
    public required string Status { get; set; }

    /// <summary>When an import began to stage here; null for every real coverage.</summary>
    public DateTimeOffset? StagedAt { get; set; }

    public required string Value { get; set; }

    public required string PublicValue { get; set; }
}

internal sealed class PostRow
{
    public required string Id { get; set; }

    public int CoverageId { get; set; }

    public required string State { get; set; }

    public required string CreatedBy { get; set; }

    /// <summary>The place in the desk's lists: what readers are shown, or when it was begun.</summary>
    public required string Sort { get; set; }

    public int Revision { get; set; }

    /// <summary>When a scheduled post is due.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public required string Value { get; set; }
}

internal sealed class RevisionRow
{
    public required string PostId { get; set; }

    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    /// <summary>What was done: saved, published, typo, update, correction.</summary>
    public required string Did { get; set; }

    public string? Note { get; set; }

    public required string Value { get; set; }
}

internal sealed class ChangeRow
{
    public int CoverageId { get; set; }

    public long Seq { get; set; }

    public required string Op { get; set; }

    public string? Target { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Value { get; set; }
}

/// <summary>A post as readers have it, written in the transaction of the journal entry that says so.</summary>
internal sealed class PublishedPostRow
{
    public int CoverageId { get; set; }

    public required string PostId { get; set; }

    public required string Sort { get; set; }

    public bool KeyEvent { get; set; }

    public required string Value { get; set; }
}

/// <summary>Where a page of older posts begins; it ends where the next one does. Never moved once written.</summary>
internal sealed class PageRow
{
    public int CoverageId { get; set; }

    public int Number { get; set; }

    public required string Start { get; set; }
}

internal sealed class TokenRow
{
    public required string Name { get; set; }

    public required string Hash { get; set; }

    public required string Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What was answered to a request that carried an idempotency key, so that a retry gets the same.</summary>
internal sealed class ReceiptRow
{
    public required string Token { get; set; }

    public required string Route { get; set; }

    public required string Key { get; set; }

    public required string BodyHash { get; set; }

    public int Status { get; set; }

    public required string Answer { get; set; }

    public int? Revision { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class SettingRow
{
    public required string Key { get; set; }

    public required string Value { get; set; }
}
