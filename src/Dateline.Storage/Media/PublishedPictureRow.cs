namespace Dateline.Storage.Media;

/// <summary>That something readers have shows a picture or another file of the library, or did until it was withdrawn. Written by triggers, with the public row itself.</summary>
internal sealed class PublishedPictureRow
{
    public int CoverageId { get; set; }

    /// <summary>The post; empty for what stands at the top of the page.</summary>
    public required string PostId { get; set; }

    public required string Hash { get; set; }

    public bool Withdrawn { get; set; }
}
