using Dateline.Core.Media;
using Dateline.Core.Outcomes;

namespace Dateline.Media.Recordings;

/// <summary>Looks at a file that somebody sent as video or sound.</summary>
public sealed class RecordingReader(Ffmpeg ffmpeg)
{
    private static readonly TimeSpan ForLooking = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ForReading = TimeSpan.FromMinutes(2);

    /// <summary>What the file is, by the name it has from now on, or why it cannot be taken.</summary>
    public async Task<Result<RecordingName>> Look(string file, string hash, CancellationToken cancellation)
    {
        if (!ffmpeg.IsHere) return Refusal.OfFile("This server takes no video and no sound, as ffmpeg is not installed on it. Tell whoever runs it; pictures can be sent.");
        var probed = await ffmpeg.Probe(file, ForLooking, cancellation);
        if (!probed.Succeeded || SeenRecording.Read(probed.Output) is not { } seen || (seen.Video is null && seen.Sound is null))
            return Refusal.OfFile("This file is no video or sound that can be played. Save it as MP4 (H.264), M4A or MP3 and send it again.");
        if (seen.Length is not { } length) return Refusal.OfFile("This recording does not say how long it is, as one does that was stopped in the middle. Save it anew and send it again.");
        if (length > RecordingName.Most) return Refusal.OfFile($"This recording is {length.TotalHours:0.#} hours long; cut it to at most {RecordingName.Most.TotalHours:0}.");
        if (seen.Video is { Width: < 16 or > 8_192 } or { Height: < 16 or > 8_192 }) return Refusal.OfFile("This video is larger than 8,192 pixels or smaller than 16; save it in another size.");
        // From end to end, without decoding it: what was cut off on its way is found now, while whoever sent it is there.
        var read = await ffmpeg.Make(file, ["-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", "-f", "null", "-"], ForReading, cancellation);
        if (!read.Succeeded || read.Complaint.Contains("partial file", StringComparison.Ordinal) || read.Complaint.Contains("ended prematurely", StringComparison.Ordinal))
            return Refusal.OfFile("This recording was cut off on its way, or is damaged: it cannot be played to its end. Send it again, or save it anew.");
        return seen.Video is { } video ? new VideoName(hash, video.Width, video.Height, length) : new SoundName(hash, length, seen is { Container: "mp3", Sound: "mp3" });
    }

    /// <summary>Writes a telling frame of a video as a picture; false when there is none to be had.</summary>
    public async Task<bool> Still(string file, VideoName video, string picture, CancellationToken cancellation)
    {
        // Past a black beginning, and the most typical of the frames there.
        var from = Math.Min(3, video.Length.TotalSeconds / 10).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        var made = await ffmpeg.Make(file, ["-map", "0:v:0", "-vf", "thumbnail=50", "-frames:v", "1", "-q:v", "2", "-map_metadata", "-1", "-f", "image2", "-c:v", "mjpeg", $"file:{picture}"], ForLooking, cancellation, before: ["-ss", from]);
        return made.Succeeded && File.Exists(picture);
    }
}
