using Dateline.Core.Media;

namespace Dateline.Storage.Media;

/// <summary>A video, sound or captions in the library.</summary>
internal sealed class RecordingRow : MediaRow
{
    /// <summary>The name of the picture that was taken from a video; null when there is none.</summary>
    public string? Still { get; set; }

    /// <summary>When what readers get was made of it; null while that is still due.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Why it can never be made, in a sentence; null unless that was tried.</summary>
    public string? Trouble { get; set; }

    public override string Noun => "recording";

    /// <summary>What kind of file a name of a recording names.</summary>
    public static string KindOf(RecordingName name) => name switch { VideoName => "video", SoundName => "audio", _ => "captions" };

    public override LibraryFile ToFile() => RecordingName.TryParse(Name, out var name) ? new LibraryRecording(name, Facts.Of(this), Still, MadeAt is not null, Trouble) : throw Misnamed;
}
