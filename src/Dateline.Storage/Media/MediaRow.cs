namespace Dateline.Storage.Media;

/// <summary>What the library keeps of a picture as of a recording: which it is, and until when it may be shown.</summary>
internal abstract class MediaRow
{
    public required string Hash { get; set; }

    /// <summary>Its whole name, which begins with the hash.</summary>
    public required string Name { get; set; }

    public DateTimeOffset? NotAfter { get; set; }

    /// <summary>When what shows it must be looked at next, because the right to show it ends or was renewed; null when it need not be.</summary>
    public DateTimeOffset? RightsDueAt { get; set; }
}
