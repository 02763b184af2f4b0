using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dateline.Core.Media;

/// <summary>The name of a video, a sound or captions in the library. Like <see cref="PictureName"/> it says all that a page needs, and follows from the uploaded file alone.</summary>
/// <param name="Hash">The SHA-256 of the file that was uploaded, in 64 hexadecimal digits.</param>
public abstract record RecordingName(string Hash)
{
    /// <summary>The longest that is taken.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(4);

    /// <summary>What it is had as, beside its hash in the address.</summary>
    public abstract string File { get; }

    /// <summary>Reads a name; false for anything that this library does not give out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RecordingName? name)
    {
        name = Read(text);
        // Only as it is written by us, so that one file never has two names.
        if (name?.ToString() != text) name = null;
        return name is not null;
    }

    private static RecordingName? Read(string? text)
    {
        if (text?.Split('.') is not [var stem, var ending]) return null;
        var parts = stem.Split('-');
        if (!PictureName.IsHash(parts[0])) return null;
        return (ending, parts) switch
        {
            ("mp4", [var hash, var size, var length]) when size.Split('x') is [var wide, var high] && Side(wide) is { } width && Side(high) is { } height && Length(length) is { } time => new VideoName(hash, width, height, time),
            ("m4a", [var hash, var length]) when Length(length) is { } time => new SoundName(hash, time, IsMp3: false),
            ("mp3", [var hash, var length]) when Length(length) is { } time => new SoundName(hash, time, IsMp3: true),
            ("vtt", [var hash]) => new CaptionsName(hash),
            _ => null,
        };
    }

    private static int? Side(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is > 0 and <= PictureName.MostSide ? side : null;

    private static TimeSpan? Length(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 && milliseconds <= Most.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}

/// <summary>A video: <c>{SHA-256}-{width}x{height}-{milliseconds}.mp4</c>.</summary>
/// <param name="Width">In pixels, as it is watched.</param>
/// <param name="Height">The same.</param>
/// <param name="Length">How long it is.</param>
public sealed record VideoName(string Hash, int Width, int Height, TimeSpan Length) : RecordingName(Hash)
{
    /// <summary>How long a video is that is also made into small pieces, of which a player takes those that its line can carry. A shorter one is there before that pays.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public override string File => "video.mp4";

    /// <summary>Whether it is also had in pieces (HLS, RFC 8216). It follows from the name, so a page never changes for it.</summary>
    public bool InPieces => Length >= Long;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash}-{Width}x{Height}-{Length.TotalMilliseconds:0}.mp4");
}

/// <summary>A sound: <c>{SHA-256}-{milliseconds}.m4a</c>, or <c>.mp3</c> for what came as one.</summary>
/// <param name="Length">How long it is.</param>
public sealed record SoundName(string Hash, TimeSpan Length, bool IsMp3) : RecordingName(Hash)
{
    /// <inheritdoc/>
    public override string File => IsMp3 ? "audio.mp3" : "audio.m4a";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash}-{Length.TotalMilliseconds:0}.{(IsMp3 ? "mp3" : "m4a")}");
}

/// <summary>Captions: <c>{SHA-256}.vtt</c>.</summary>
public sealed record CaptionsName(string Hash) : RecordingName(Hash)
{
    /// <inheritdoc/>
    public override string File => "captions.vtt";

    /// <inheritdoc/>
    public override string ToString() => $"{Hash}.vtt";
}
