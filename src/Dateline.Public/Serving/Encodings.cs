using System.Globalization;
using System.IO.Compression;

namespace Dateline.Public.Serving;

/// <summary>How a body may be sent; of two that a client likes equally the later one here is chosen.</summary>
public enum ContentEncoding
{
    Identity,
    Gzip,
    Zstandard,
    Brotli,
}

/// <summary>Compresses bodies, and picks the form a client likes best (RFC 9110, 12.5.3).</summary>
public static class Encodings
{
    private static readonly ContentEncoding[] Coded = [ContentEncoding.Brotli, ContentEncoding.Zstandard, ContentEncoding.Gzip];

    /// <summary>The name in headers; null for the plain form.</summary>
    public static string? Name(this ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.Brotli => "br",
        ContentEncoding.Zstandard => "zstd",
        ContentEncoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>A body in a coded form.</summary>
    /// <param name="body">The plain form.</param>
    /// <param name="encoding">Which form; not the plain one.</param>
    /// <param name="effort">How long it may take to make it smaller.</param>
    public static byte[] Compress(byte[] body, ContentEncoding encoding, Effort effort) => (encoding, effort) switch
    {
        (ContentEncoding.Gzip, Effort.Quick) => Gzip(body, 3),
        (ContentEncoding.Gzip, _) => Gzip(body, 9),
        (ContentEncoding.Zstandard, Effort.Quick) => Zstandard(body, 3),
        (ContentEncoding.Zstandard, _) => Zstandard(body, 19),
        (ContentEncoding.Brotli, Effort.Quick) => Brotli(body, 4),
        (ContentEncoding.Brotli, _) => Brotli(body, 11),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "The plain form is not made."),
    };

    /// <summary>The form with the greatest q; identity unless something coded is accepted.</summary>
    public static ContentEncoding Choose(ReadOnlySpan<char> accept)
    {
        Span<double> liked = [-1, -1, -1, -1];
        var any = -1d;
        foreach (var range in accept.Split(','))
        {
            var (name, q) = Read(accept[range]);
            if (name == 0) any = q;
            else if (name > 0) liked[name] = q;
        }
        var best = ContentEncoding.Identity;
        var most = 0d;
        foreach (var each in Coded)
            if ((liked[(int)each] < 0 ? any : liked[(int)each]) is var q && q > most) (best, most) = (each, q);
        return best;
    }

    // The encoding's number; 0 for "any", -1 for one that is not made here.
    private static (int Name, double Q) Read(ReadOnlySpan<char> range)
    {
        var semicolon = range.IndexOf(';');
        var name = (semicolon < 0 ? range : range[..semicolon]).Trim();
        var q = 1d;
        if (semicolon >= 0)
        {
            var rest = range[(semicolon + 1)..];
            foreach (var each in rest.Split(';'))
                if (rest[each].Trim() is var parameter && parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) q = value;
        }
        if (name.SequenceEqual("*")) return (0, q);
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) return ((int)ContentEncoding.Brotli, q);
        if (name.Equals("zstd", StringComparison.OrdinalIgnoreCase)) return ((int)ContentEncoding.Zstandard, q);
        return name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase) ? ((int)ContentEncoding.Gzip, q) : (-1, q);
    }

    private static byte[] Gzip(byte[] body, int level)
    {
        using var output = new MemoryStream();
        using (var stream = new GZipStream(output, new ZLibCompressionOptions { CompressionLevel = level })) stream.Write(body);
        return output.ToArray();
    }

    private static byte[] Zstandard(byte[] body, int level)
    {
        using var compressor = new ZstdSharp.Compressor(level);
        return compressor.Wrap(body).ToArray();
    }

    private static byte[] Brotli(byte[] body, int quality)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        if (!BrotliEncoder.TryCompress(body, buffer, out var written, quality, window: 22)) throw new InvalidOperationException("A buffer of the greatest length that brotli names was too short.");
        return buffer[..written];
    }
}

/// <summary>How hard compression tries.</summary>
public enum Effort
{
    /// <summary>Nearly as small in a fraction of the time: what a page that is set again with every post can pay. (A page of 338 KB, on 2026-11-24: gzip 60 KB in 1.1 ms at level 3, 58 KB in 3.0 ms at 6; brotli 39 KB in 1.3 ms at 4, 37 KB in 2.1 ms at 5.)</summary>
    Quick,

    /// <summary>As small as it gets: for what has stayed as it is for a while.</summary>
    Best,
}
