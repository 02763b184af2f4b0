using Dateline.Core.Outcomes;

namespace Dateline.Import.Sources;

/// <summary>Reads a source up to the bound, so that a file of any size costs no more memory than the largest allowed.</summary>
internal static class SourceBytes
{
    public static readonly Refusal TooLarge =
        new(RefusalKind.Invalid, $"This file is larger than {Importer.MostBytes / 1024 / 1024} MB; import it in parts.");

    public static async Task<Result<ReadOnlyMemory<byte>>> ReadAsync(Stream source, CancellationToken stop)
    {
        if (source.CanSeek && source.Length - source.Position > Importer.MostBytes) return TooLarge;
        using var kept = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await source.ReadAsync(piece, stop) is > 0 and var count)
        {
            if (kept.Length + count > Importer.MostBytes) return TooLarge;
            kept.Write(piece, 0, count);
        }
        return new ReadOnlyMemory<byte>(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
