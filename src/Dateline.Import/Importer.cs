using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Import.Captures;
using Dateline.Import.Files;
using Dateline.Import.Pages;
using Dateline.Import.Sources;

namespace Dateline.Import;

/// <summary>Turns the bytes of a source into a manuscript, or says in a sentence why it cannot.</summary>
public static class Importer
{
    /// <summary>The most bytes of a source.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a source to its end, or to one byte past <see cref="MostBytes"/> and no further.</summary>
    public static async Task<Result<Manuscript>> ReadAsync(Stream source, ImportOptions options, CancellationToken stop = default)
    {
        var bytes = await SourceBytes.ReadAsync(source, stop);
        return bytes.Try(out var read, out var refusal) ? Read(read, options) : refusal;
    }

    /// <summary>Reads a source that is already in memory.</summary>
    public static Result<Manuscript> Read(ReadOnlyMemory<byte> source, ImportOptions options)
    {
        if (options.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return new Refusal(RefusalKind.Invalid, $"“{zone}” is not a time zone known here; write it as Europe/London.");
        if ((options.Year ?? options.Date?.Year) is < ImportOptions.FirstYear or > ImportOptions.LastYear)
            return new Refusal(RefusalKind.Invalid, $"The year {options.Year ?? options.Date?.Year} cannot be right; give the year of the newest post, such as 2026.");
        if (source.Length > MostBytes) return SourceBytes.TooLarge;
        if (!SourceText.Decode(source).Try(out var text, out var refusal)) return refusal;
        return (options.Format ?? Detect(text)) switch
        {
            SourceFormat.Dateline => DatelineFile.Read(text, options),
            SourceFormat.Html => PageReader.Read(text, options),
            _ => CaptureReader.Read(text, options),
        };
    }

    /// <summary>What the source looks like; null when it is not text at all.</summary>
    public static SourceFormat? Detect(ReadOnlyMemory<byte> source) =>
        SourceText.Decode(source[..Math.Min(source.Length, MostBytes)]).Try(out var text, out _) ? Detect(text) : null;

    private static SourceFormat Detect(string text)
    {
        var begin = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (begin.StartsWith("{")) return SourceFormat.Dateline;
        string[] tags = ["<!doctype html", "<html", "<head", "<body", "<script"];
        foreach (var tag in tags)
            if (begin.Contains(tag, StringComparison.OrdinalIgnoreCase)) return SourceFormat.Html;
        return SourceFormat.Capture;
    }
}
