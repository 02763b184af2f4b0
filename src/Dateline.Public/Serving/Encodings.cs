using System.Globalization;
using System.IO.Compression;

namespace Dateline.Public.Serving;

/// <summary>How a body may be sent.</summary>
public enum ContentEncoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Compresses bodies, and picks the form a client likes best (RFC 9110, 12.5.3).</summary>
public static class Encodings
{
    /// <summary>Below this many bytes compression costs more than it saves.</summary>
    private const int Least = 256;

    /// <summary>The name in headers; null for the plain form.</summary>
    public static string? Name(this ContentEncoding encoding) => encoding switch { ContentEncoding.Brotli => "br", ContentEncoding.Gzip => "gzip", _ => null };

    /// <summary>The body in every form, indexed by <see cref="ContentEncoding"/>.</summary>
    public static byte[][] All(byte[] body)
    {
        if (body.Length < Least) return [body, body, body];
        return [body, Through(body, stream => new GZipStream(stream, CompressionLevel.Optimal)), Brotli(body)];
    }

    /// <summary>The form with the greatest q; of equals the smallest body; identity unless it is refused.</summary>
    public static ContentEncoding Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept)) return ContentEncoding.Identity;
        var (brotli, gzip, any) = (-1d, -1d, -1d);
        foreach (var range in accept.Split(','))
        {
            var parts = range.Split(';');
            var q = 1d;
            foreach (var part in parts.Skip(1))
            {
                var parameter = part.Trim();
                if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) q = value;
            }
            switch (parts[0].Trim().ToLowerInvariant())
            {
                case "br": brotli = q; break;
                case "gzip" or "x-gzip": gzip = q; break;
                case "*": any = q; break;
            }
        }
        if (brotli < 0) brotli = any;
        if (gzip < 0) gzip = any;
        if (brotli > 0 && brotli >= gzip) return ContentEncoding.Brotli;
        return gzip > 0 ? ContentEncoding.Gzip : ContentEncoding.Identity;
    }

    // Level 5 of 11: nearly the size of 11 in a fiftieth of the time, which is what a page that is set again with every post can pay.
    private static byte[] Brotli(byte[] body)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, buffer, out var written, quality: 5, window: 22) ? buffer[..written] : Through(body, stream => new BrotliStream(stream, CompressionLevel.Optimal));
    }

    private static byte[] Through(byte[] body, Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var stream = compress(output)) stream.Write(body);
        return output.ToArray();
    }
}
