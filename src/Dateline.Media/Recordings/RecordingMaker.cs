using System.Globalization;
using System.Text;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media.Originals;
using Microsoft.Extensions.Logging;

namespace Dateline.Media.Recordings;

/// <summary>Makes of an original what readers get: first picture and first sound alone, without a word of where, when or by whom, in the form that every browser plays, ready to be begun before all of it is there.</summary>
/// <remarks>What is in that form already is taken over as it is, which is quick and loses nothing; the rest is encoded anew.</remarks>
public sealed class RecordingMaker(Ffmpeg ffmpeg, MediaFolder folder, IOriginals originals, ILogger<RecordingMaker> log)
{
    private const int MostSide = 1_920;

    /// <summary>What is taken over as it is, in bits a second: more would only make readers wait.</summary>
    private const double MostBits = 8_000_000;

    private static readonly TimeSpan ForProbing = TimeSpan.FromSeconds(20);

    /// <summary>Makes all files of a recording; what is there already stays.</summary>
    /// <returns>Null when it is ready; busy when its original cannot be had at this moment; else why it can never be.</returns>
    public async Task<Refusal?> Make(RecordingName name, CancellationToken cancellation)
    {
        if (!(await originals.Borrow(name.Hash, cancellation)).Try(out var original, out var refusal)) return refusal;
        using var lent = original;
        var workshop = folder.Arriving();
        Directory.CreateDirectory(workshop);
        try
        {
            return name switch
            {
                VideoName video => await Make(video, original.Path, workshop, cancellation),
                SoundName sound => await Make(sound, original.Path, workshop, cancellation),
                _ => await Make((CaptionsName)name, original.Path, workshop, cancellation),
            };
        }
        finally
        {
            Clear(workshop);
        }
    }

    // While a server stops, the next one over this folder may have swept it already.
    private static void Clear(string workshop)
    {
        try
        {
            Directory.Delete(workshop, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // It is gone, as it should be.
        }
    }

    private async Task<Refusal?> Make(CaptionsName name, string original, string workshop, CancellationToken cancellation)
    {
        if (!Captions.Read(await File.ReadAllTextAsync(original, cancellation)).Try(out var written, out var refusal)) return refusal;
        var made = Path.Combine(workshop, "captions");
        await File.WriteAllTextAsync(made, written, new UTF8Encoding(false), cancellation);
        MediaFolder.Land(made, folder.Recording(name.Hash, name.File));
        return null;
    }

    private async Task<Refusal?> Make(SoundName name, string original, string workshop, CancellationToken cancellation)
    {
        if (folder.FindRecording(name.Hash, name.File) is not null) return null;
        var seen = await Probe(original, cancellation);
        string[] sound = name.IsMp3 || seen?.Sound == "aac" ? ["-c:a", "copy"] : ["-c:a", "aac", "-b:a", "128k", "-ac", "2"];
        string[] form = name.IsMp3 ? ["-id3v2_version", "0", "-write_xing", "1", "-f", "mp3"] : ["-movflags", "+faststart", "-f", "mp4"];
        return await Land(name, original, Path.Combine(workshop, "sound"), name.Length, ["-map", "0:a:0", .. Bare, .. sound, .. form], cancellation);
    }

    private async Task<Refusal?> Make(VideoName name, string original, string workshop, CancellationToken cancellation)
    {
        if (folder.FindRecording(name.Hash, name.File) is null)
        {
            var seen = await Probe(original, cancellation);
            var bits = new FileInfo(original).Length * 8 / name.Length.TotalSeconds;
            string[] picture = seen?.Video is { IsPlayable: true } && Math.Max(name.Width, name.Height) <= MostSide && bits <= MostBits ? ["-c:v", "copy"] : Encoded(MostSide, "23", "5M");
            string[] sound = seen?.Sound == "aac" ? ["-c:a", "copy"] : ["-c:a", "aac", "-b:a", "128k", "-ac", "2"];
            if (await Land(name, original, Path.Combine(workshop, "video"), name.Length, ["-map", "0:v:0", "-map", "0:a:0?", .. Bare, .. picture, .. sound, "-movflags", "+faststart", "-f", "mp4"], cancellation) is { } refusal) return refusal;
        }
        return name.InPieces && folder.FindRecording(name.Hash, RecordingFile.Main) is null ? await InPieces(name, workshop, cancellation) : null;
    }

    // From what is served already, in two qualities; the list of both comes last, so that whoever finds it finds all.
    private async Task<Refusal?> InPieces(VideoName name, string workshop, CancellationToken cancellation)
    {
        var whole = folder.Recording(name.Hash, name.File);
        if (await Pieces("high", ["-c", "copy"]) is { } high) return high;
        if (await Pieces("low", [.. Encoded(854, "27", "700k"), "-force_key_frames", "expr:gte(t,n_forced*4)", "-c:a", "aac", "-b:a", "64k", "-ac", "2"]) is { } low) return low;
        var main = Path.Combine(workshop, "main.m3u8");
        await File.WriteAllTextAsync(main, $"#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-STREAM-INF:BANDWIDTH={Bandwidth("low")}\nlow.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH={Bandwidth("high")}\nhigh.m3u8\n", cancellation);
        foreach (var file in new[] { "high.mp4", "high.m3u8", "low.mp4", "low.m3u8", "main.m3u8" }) MediaFolder.Land(Path.Combine(workshop, file), folder.Recording(name.Hash, $"hls/{file}"));
        return null;

        async Task<Refusal?> Pieces(string quality, string[] form)
        {
            var made = await ffmpeg.Make(whole,
                ["-map", "0:v:0", "-map", "0:a:0?", .. Bare, .. form, "-f", "hls", "-hls_time", "4", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4", "-hls_flags", "single_file", "-hls_segment_filename", Path.Combine(workshop, $"{quality}.mp4"), Path.Combine(workshop, $"{quality}.m3u8")],
                Patience(name.Length), cancellation);
            return made.Succeeded ? null : Failed(name, made);
        }

        // A player chooses by the peak; a third above the average is near it at these lengths.
        long Bandwidth(string quality) => (long)(new FileInfo(Path.Combine(workshop, $"{quality}.mp4")).Length * 8 / name.Length.TotalSeconds * 4 / 3);
    }

    private async Task<Refusal?> Land(RecordingName name, string original, string arriving, TimeSpan length, string[] form, CancellationToken cancellation)
    {
        var made = await ffmpeg.Make(original, [.. form, $"file:{arriving}"], Patience(length), cancellation);
        if (!made.Succeeded) return Failed(name, made);
        // What decodes only in part comes out short, and nothing else says so.
        if ((await Probe(arriving, cancellation))?.Length is not { } got || got < length * 0.9 - TimeSpan.FromSeconds(1)) return Failed(name, made);
        MediaFolder.Land(arriving, folder.Recording(name.Hash, name.File));
        return null;
    }

    private async Task<SeenRecording?> Probe(string file, CancellationToken cancellation) => await ffmpeg.Probe(file, ForProbing, cancellation) is { Succeeded: true } probed ? SeenRecording.Read(probed.Output) : null;

    /// <summary>Without anything that a file says beside its picture and sound, and without a word of what made it.</summary>
    private static readonly string[] Bare = ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"];

    // Sides are even, as this form of colours asks, and never enlarged.
    private static string[] Encoded(int side, string quality, string most) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", quality, "-maxrate", most, "-bufsize", most, "-pix_fmt", "yuv420p", "-threads", "2",
        "-vf", string.Create(CultureInfo.InvariantCulture, $"scale='trunc(iw*min(1,{side}/max(iw,ih))/2)*2':'trunc(ih*min(1,{side}/max(iw,ih))/2)*2'"),
    ];

    private static TimeSpan Patience(TimeSpan length) => TimeSpan.FromMinutes(5) + (length * 6);

    private Refusal Failed(RecordingName name, Ran made)
    {
        // Its words are for whoever runs the server: they name files.
        log.LogWarning("The recording {Hash} could not be made: {Complaint}", name.Hash, made.Complaint.Trim());
        return new Refusal(RefusalKind.Invalid, "This recording could not be made ready for readers: it is damaged, or of a kind that is not known here. Save it as MP4 (H.264), M4A or MP3 and send that.");
    }
}
