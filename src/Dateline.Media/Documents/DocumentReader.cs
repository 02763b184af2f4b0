using System.Globalization;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;

namespace Dateline.Media.Documents;

/// <summary>A file that was found to be a PDF, with what it says of itself, which whoever reads it can see too.</summary>
/// <param name="Title">What it calls itself.</param>
/// <param name="Author">Who it says wrote it.</param>
/// <param name="Program">What it says it was made with.</param>
/// <param name="FirstPage">A file with a picture of its first page, to be taken in like any picture and deleted.</param>
public sealed record SeenDocument(int Pages, int Bytes, string? Title, string? Author, string? Program, string FirstPage);

/// <summary>Looks at a PDF that somebody sent, by programs of its own.</summary>
public sealed class DocumentReader(MediaFolder folder, Poppler poppler)
{
    /// <summary>How many are looked at at once; others wait.</summary>
    private const int MostAtOnce = 2;

    /// <summary>The longer side of the picture of the first page, in pixels: sharp where a page shows it.</summary>
    private const int Side = 1_800;

    /// <summary>The most characters of a field that a file says of itself.</summary>
    private const int MostSaid = 300;

    // Every reader of PDF looks for this in the last kilobyte; what was cut off on its way has none.
    private const int TheEnd = 1_024;

    private readonly SemaphoreSlim _looking = new(MostAtOnce);

    /// <summary>Whether a file begins like a PDF.</summary>
    public static bool IsOpening(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <summary>Why no document can be taken here at all; null when they can.</summary>
    public Refusal? Unable => poppler.IsHere ? null : Refusal.OfFile("This server cannot take documents yet: whoever runs it installs poppler-utils and starts it again. Pictures can be sent.");

    /// <summary>What the file is, or why it cannot be taken.</summary>
    public async Task<Result<SeenDocument>> Look(string file, CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            return await Seen(file, cancellation);
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task<Result<SeenDocument>> Seen(string file, CancellationToken cancellation)
    {
        if (!HasEnd(file)) return Damaged;
        if (await poppler.Info(file, cancellation) is not { } info) return await IsLocked(file) ? Locked : Damaged;
        // A file that has line breaks in its title can write lines of its own into this; those that count come after all that it says.
        var lines = info.Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2).Select(line => (Field: line[0], Value: line[1].Trim())).ToList();
        if (Last("Encrypted") is not "no") return Locked;
        if (!int.TryParse(Last("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) || pages < 1) return Damaged;
        if (pages > DocumentName.MostPages) return Refusal.OfFile($"This document has {pages:N0} pages; send at most {DocumentName.MostPages:N0}, or the part that matters.");
        if ((Last("JavaScript") is "yes" || Last("Form") is "XFA" ? "a script" : SelfActing.In(file)) is { } holds) return Refusal.OfFile($"This document holds {holds}, and readers are sent nothing but pages. Open it, print it to PDF again, and send what comes of that.");
        var picture = folder.Arriving();
        if (!await poppler.FirstPage(file, picture, Side, cancellation) || !File.Exists($"{picture}.png"))
        {
            File.Delete($"{picture}.png");
            return Damaged;
        }
        return new SeenDocument(pages, (int)new FileInfo(file).Length, Said("Title"), Said("Author"), Said("Creator") ?? Said("Producer"), $"{picture}.png");

        string? Last(string field) => lines.LastOrDefault(line => line.Field == field).Value;

        string? Said(string field) => lines.FirstOrDefault(line => line.Field == field).Value is { Length: > 0 } said ? said[..Math.Min(said.Length, MostSaid)] : null;
    }

    private static bool HasEnd(string file)
    {
        using var stream = File.OpenRead(file);
        stream.Position = Math.Max(0, stream.Length - TheEnd);
        var buffer = new byte[TheEnd];
        return buffer.AsSpan(0, stream.ReadAtLeast(buffer, TheEnd, throwOnEndOfStream: false)).IndexOf("%%EOF"u8) >= 0;
    }

    // One that asks for a password says so near its end, and poppler says no more than that it cannot read it. Only for the sentence.
    private static async Task<bool> IsLocked(string file)
    {
        await using var stream = File.OpenRead(file);
        stream.Position = Math.Max(0, stream.Length - (16 * TheEnd));
        var buffer = new byte[16 * TheEnd];
        return buffer.AsSpan(0, await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false)).IndexOf("/Encrypt"u8) >= 0;
    }

    private static Refusal Locked => Refusal.OfFile("This document is locked with a password or against printing and copying; save it without that, and send it again.");

    private static Refusal Damaged => Refusal.OfFile("This document is damaged, or was cut off on its way: it cannot be read. Send it again, or save it anew.");
}
