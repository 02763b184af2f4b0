using System.Globalization;
using System.Text.Json;

namespace Dateline.Media.Recordings;

/// <summary>What ffprobe found in a file.</summary>
/// <param name="Length">How long it is; null when it does not say.</param>
/// <param name="Video">Its moving picture; null for sound alone.</param>
/// <param name="Sound">Its sound's codec; null for none.</param>
internal sealed record SeenRecording(string Container, TimeSpan? Length, SeenVideo? Video, string? Sound)
{
    public static SeenRecording? Read(string json)
    {
        try
        {
            using var probed = JsonDocument.Parse(json);
            var format = probed.RootElement.GetProperty("format");
            var streams = probed.RootElement.GetProperty("streams").EnumerateArray().ToList();
            // The cover of an album is a picture with a video's codec.
            var video = streams.FirstOrDefault(stream => Text(stream, "codec_type") == "video" && stream.GetProperty("disposition").GetProperty("attached_pic").GetInt32() == 0);
            var sound = streams.FirstOrDefault(stream => Text(stream, "codec_type") == "audio");
            var length = double.TryParse(Text(format, "duration"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6 ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Round(seconds * 1_000))) : (TimeSpan?)null;
            return new SeenRecording(Text(format, "format_name") ?? "", length, video.ValueKind == JsonValueKind.Undefined ? null : SeenVideo.Read(video), sound.ValueKind == JsonValueKind.Undefined ? null : Text(sound, "codec_name"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    internal static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A moving picture in a file.</summary>
/// <param name="Width">In pixels, turned as it is to be watched.</param>
/// <param name="Height">The same.</param>
internal sealed record SeenVideo(string Codec, string? Profile, string? Pixels, int Width, int Height)
{
    private static readonly string[] Profiles = ["Constrained Baseline", "Baseline", "Main", "High"];

    /// <summary>Whether every browser plays it as it is.</summary>
    public bool IsPlayable => Codec == "h264" && Profiles.Contains(Profile) && Pixels is "yuv420p" or "yuvj420p";

    public static SeenVideo Read(JsonElement stream)
    {
        var (width, height) = (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32());
        var turn = stream.TryGetProperty("side_data_list", out var data) ? data.EnumerateArray().Select(each => each.TryGetProperty("rotation", out var by) ? by.GetDouble() : 0).Sum() : 0;
        var lies = Math.Abs(turn % 180) is > 45 and < 135;
        return new SeenVideo(SeenRecording.Text(stream, "codec_name") ?? "", SeenRecording.Text(stream, "profile"), SeenRecording.Text(stream, "pix_fmt"), lies ? height : width, lies ? width : height);
    }
}
