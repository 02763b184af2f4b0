using System.Collections.Frozen;

namespace Dateline.Core.Media;

/// <summary>The files in which a recording is served. There are these and no others.</summary>
public static class RecordingFile
{
    /// <summary>What a player is told first of a video in pieces: that there are two qualities.</summary>
    public const string Main = "hls/main.m3u8";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["video.mp4"] = "video/mp4",
        ["audio.m4a"] = "audio/mp4",
        ["audio.mp3"] = "audio/mpeg",
        ["captions.vtt"] = "text/vtt; charset=utf-8",
        [Main] = Playlist,
        ["hls/high.m3u8"] = Playlist,
        ["hls/high.mp4"] = "video/mp4",
        ["hls/low.m3u8"] = Playlist,
        ["hls/low.mp4"] = "video/mp4",
    }.ToFrozenDictionary();

    private const string Playlist = "application/vnd.apple.mpegurl";

    /// <summary>What a browser is told that it is; null when no recording has such a file.</summary>
    public static string? ContentType(string file) => Types.GetValueOrDefault(file);
}

/// <summary>Where a recording's file lies; null when it is not there. Whether somebody may have it is asked before, by whoever asks.</summary>
public delegate string? FindRecording(string hash, string file);
