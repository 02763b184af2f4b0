using Dateline.Core.Media;

namespace Dateline.Storage.Media;

/// <summary>A picture in the library.</summary>
internal sealed class PictureRow : MediaRow
{
    /// <summary>The hash of the video, document or picture that it was taken from; null for one that came by itself.</summary>
    public string? PartOf { get; set; }

    /// <summary>When its renditions were made, or given up; null while they are still due.</summary>
    public DateTimeOffset? DevelopedAt { get; set; }

    public override string Noun => "picture";

    public override LibraryFile ToFile() => PictureName.TryParse(Name, out var name) ? new LibraryPicture(name, Facts.Of(this), PartOf) : throw Misnamed;
}
