using System.Diagnostics;
using System.Text;

namespace Dateline.Media.Recordings;

/// <summary>What came of a program.</summary>
/// <param name="Output">What it wrote, at most <see cref="Ffmpeg.MostOutput"/>.</param>
/// <param name="Complaint">The last of what it complained of.</param>
/// <param name="Succeeded">Whether it ended well, and in time.</param>
public sealed record Ran(string Output, string Complaint, bool Succeeded);

/// <summary>
/// ffmpeg and ffprobe, each run as a program of its own: what a file makes of a decoder stays in there. They may read this one file and nothing else by any protocol, know these containers and codecs alone
/// (no playlists, which would name other files), and are bounded in memory and time and last in line for the processor.
/// </summary>
/// <param name="folders">Where the programs are looked for; where the system does when left out.</param>
public sealed class Ffmpeg(TimeProvider time, string? folders = null)
{
    /// <summary>The most characters taken of what a program writes.</summary>
    public const int MostOutput = 64 * 1024;

    private const string Containers = "mov,matroska,mp3,aac,wav,w64,ogg,flac";
    private const string Codecs = "h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,mpeg2video,prores,dvvideo,mjpeg,aac,mp3float,mp3,opus,vorbis,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_s16be,pcm_s24be,amrnb,amrwb";

    // A frame of the largest kind takes some tens of megabytes, and a decoder keeps sixteen of them for each of its threads.
    private const string MostMemory = "3221225472";

    /// <summary>What is said before a file that is read.</summary>
    private static readonly string[] Reading = ["-v", "error", "-hide_banner", "-protocol_whitelist", "file", "-format_whitelist", Containers, "-codec_whitelist", Codecs];

    private readonly Lazy<bool> _isHere = new(() => OnPath("ffmpeg", folders) && OnPath("ffprobe", folders));

    /// <summary>Whether both programs are on this machine; looked for once.</summary>
    public bool IsHere => _isHere.Value;

    /// <summary>Asks what a file is.</summary>
    public Task<Ran> Probe(string file, TimeSpan patience, CancellationToken cancellation) =>
        Run("ffprobe", [.. Reading, "-of", "json", "-show_entries", "format=format_name,duration:stream=codec_type,codec_name,profile,pix_fmt,width,height,channels:stream_side_data=rotation:stream_disposition=attached_pic", "-i", $"file:{file}"], patience, cancellation);

    /// <summary>Makes something of a file.</summary>
    /// <param name="made">What to make, as ffmpeg's options for an output, and where.</param>
    public Task<Ran> Make(string file, IReadOnlyList<string> made, TimeSpan patience, CancellationToken cancellation, params IReadOnlyList<string> before) =>
        Run("ffmpeg", ["-nostdin", "-y", .. Reading, .. before, "-i", $"file:{file}", .. made], patience, cancellation);

    private async Task<Ran> Run(string program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Gently(program, arguments, folders) };
        process.Start();
        using var late = new CancellationTokenSource(patience, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var (output, complaint) = (Take(process.StandardOutput, enough.Token), Take(process.StandardError, enough.Token));
            await process.WaitForExitAsync(enough.Token);
            return new Ran(await output, await complaint, process.ExitCode == 0);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Ran("", $"{program} took longer than {patience.TotalSeconds:0} seconds.", false);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // By a list of arguments, never by a shell: a file's name is nothing but a name.
    private static ProcessStartInfo Gently(string program, IEnumerable<string> arguments, string? folders)
    {
        string[] command = OperatingSystem.IsLinux() && OnPath("prlimit") ? ["nice", "-n", "15", "prlimit", $"--as={MostMemory}", "--core=0", program] : ["nice", "-n", "15", program];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (folders is not null) start.Environment["PATH"] = folders;
        foreach (var argument in command.Skip(1).Concat(arguments)) start.ArgumentList.Add(argument);
        return start;
    }

    // All is read, so that the program never waits to be heard, and its end is kept.
    private static async Task<string> Take(StreamReader reader, CancellationToken cancellation)
    {
        var (kept, buffer) = (new StringBuilder(), new char[4_096]);
        for (int read; (read = await reader.ReadAsync(buffer, cancellation)) > 0;)
        {
            kept.Append(buffer, 0, read);
            if (kept.Length > MostOutput) kept.Remove(0, kept.Length - MostOutput);
        }
        return kept.ToString();
    }

    private static bool OnPath(string program, string? folders = null) =>
        (folders ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
