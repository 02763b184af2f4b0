using System.Diagnostics;

namespace Dateline.Testing;

/// <summary>Videos and sounds made for tests by ffmpeg: a moving test card and a tone.</summary>
public static class Films
{
    /// <summary>Where a film of tests says it was taken.</summary>
    public const string Place = "+51.4931-000.1180/";

    /// <summary>Why a test that needs them was skipped.</summary>
    public const string Missing = "ffmpeg is not installed, so there is no film to try (Debian: apt-get install ffmpeg).";

    private static readonly string[] Card = ["-f", "lavfi", "-i", "testsrc=size={0}:rate=10:duration={1}"];
    private static readonly string[] Tone = ["-f", "lavfi", "-i", "sine=frequency=440:duration={1}"];
    private static readonly string[] Told = ["-metadata", $"location={Place}", "-metadata", "title=Not for readers", "-metadata", "artist=A. Reporter"];

    /// <summary>As an editing program saves it.</summary>
    public static byte[] Film(int seconds = 2, string size = "320x180") => Made("mp4", seconds, size, [.. Card, .. Tone, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "20", "-c:a", "aac", .. Told]);

    /// <summary>As a phone saves it that was held upright: HEVC, lying on its side.</summary>
    public static byte[] FromPhone(int seconds = 2) => Turned(Made("mov", seconds, "320x180", [.. Card, .. Tone, "-c:v", "libx265", "-x265-params", "log-level=none", "-pix_fmt", "yuv420p", "-c:a", "aac", .. Told]));

    /// <summary>A film without sound in an older form.</summary>
    public static byte[] Silent(int seconds = 2) => Made("mkv", seconds, "320x180", [.. Card, "-c:v", "mpeg4"]);

    public static byte[] Mp3(int seconds = 3) => Made("mp3", seconds, "", [.. Tone, "-c:a", "libmp3lame", .. Told]);

    public static byte[] Wave(int seconds = 3) => Made("wav", seconds, "", [.. Tone, .. Told]);

    /// <summary>What a file says of itself and its streams.</summary>
    public static string Says(string file) => Run("ffprobe", ["-v", "error", "-show_format", "-show_streams", file]);

    /// <summary>A number that follows from the moving picture as it is stored, whatever it is wrapped in.</summary>
    public static string Picture(string file) => Run("ffmpeg", ["-v", "error", "-nostdin", "-i", file, "-map", "0:v:0", "-c", "copy", "-bsf:v", "h264_mp4toannexb", "-f", "md5", "-"]);

    private static byte[] Made(string ending, int seconds, string size, IEnumerable<string> arguments)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, $"made.{ending}");
        Run("ffmpeg", ["-v", "error", "-nostdin", .. arguments.Select(argument => argument.Replace("{0}", size, StringComparison.Ordinal).Replace("{1}", $"{seconds}", StringComparison.Ordinal)), file]);
        return File.ReadAllBytes(file);
    }

    private static byte[] Turned(byte[] film)
    {
        using var folder = new TemporaryFolder();
        var (lying, turned) = (Path.Combine(folder.Path, "lying.mov"), Path.Combine(folder.Path, "turned.mov"));
        File.WriteAllBytes(lying, film);
        Run("ffmpeg", ["-v", "error", "-nostdin", "-i", lying, "-c", "copy", "-map_metadata", "0", "-metadata:s:v", "rotate=90", turned]);
        return File.ReadAllBytes(turned);
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {error.Result}");
    }

    /// <summary>Whether they can be made here; tests that need them say so when they cannot.</summary>
    public static bool CanBeMade { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")));
}
