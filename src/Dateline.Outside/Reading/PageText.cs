using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Outside.Reading;

/// <summary>A page's bytes as text, in the charset it says: by its byte order mark, its header, its own first kilobyte, else UTF-8 – the order that browsers go by.</summary>
internal static partial class PageText
{
    private const int Beginning = 1024;

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] page, string contentType)
    {
        var said = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', '\'', ' ') : null;
        var encoding = Named(said) ?? Named(Meta().Match(Encoding.Latin1.GetString(page.AsSpan(0, Math.Min(page.Length, Beginning)))).Groups[1].Value) ?? Encoding.UTF8;
        // A reader looks at the mark first.
        using var reader = new StreamReader(new MemoryStream(page), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        try
        {
            // What calls itself Latin-1 on the web is Windows' form of it, and UTF-7 is nobody's any more (encoding.spec.whatwg.org).
            return name.ToLowerInvariant() switch
            {
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Encoding.GetEncoding(1252),
                "utf-7" => null,
                var known => Encoding.GetEncoding(known),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
