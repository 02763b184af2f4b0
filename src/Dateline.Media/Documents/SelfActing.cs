using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Media.Documents;

/// <summary>
/// What a PDF would do by itself, or carries along, on a reader's machine. Poppler names scripts in some places and not in others, so the file is looked through for the names that every such thing must have:
/// as it lies there, and in the packed streams of objects, which is all of it where names of objects can stand.
/// </summary>
internal static class SelfActing
{
    /// <summary>The most that packed objects may become, in bytes, all of them together.</summary>
    private const long MostUnpacked = 128L * 1024 * 1024;

    private const int Piece = 1024 * 1024;

    // Longer than any name, with every letter of it written as #48.
    private const int LongestName = 48;

    // As much as has to be seen before a name: /#53.
    private const int Before = 4;

    // How far around its name the rest of what is said of a packed stream is looked for.
    private const int Around = 2_048;

    private const string Unknown = "parts that cannot be looked into";

    private static readonly byte[] Packed = "/ObjStm"u8.ToArray();

    // What is done is said by its sort, /S /Launch; the same letters at the end of an address are no harm.
    private static readonly (byte[] Name, bool IsSort, string What)[] Names =
    [
        ("/JavaScript"u8.ToArray(), true, "a script"), ("/Launch"u8.ToArray(), true, "a command that starts a program"),
        ("/EmbeddedFile"u8.ToArray(), false, "another file"), ("/RichMedia"u8.ToArray(), false, "a player of its own"),
    ];

    /// <summary>What is in the file that a reader should not be sent; null when it is nothing but pages.</summary>
    public static string? In(string file)
    {
        using var stream = File.OpenRead(file);
        var (packed, all, left) = (new List<long>(), long.MaxValue, MostUnpacked);
        if (Found(stream, ref all, packed.Add) is { } found) return found;
        foreach (var at in packed) if (InPacked(stream, at, ref left) is { } within) return within;
        return null;
    }

    private static string? InPacked(FileStream stream, long at, ref long left)
    {
        var (from, window) = (Math.Max(0, at - Around), new byte[2 * Around]);
        stream.Position = from;
        var text = Encoding.Latin1.GetString(window, 0, stream.ReadAtLeast(window, window.Length, throwOnEndOfStream: false));
        var name = (int)(at - from);
        var (opens, begins) = (text.LastIndexOf("obj", name, StringComparison.Ordinal), text.IndexOf("stream", name, StringComparison.Ordinal));
        if (opens < 0 || begins < 0) return Unknown;
        var said = text[opens..begins];
        // What is not packed has been seen. What is packed in any but the one way that is used is not believed.
        if (!said.Contains("/Filter", StringComparison.Ordinal) && !said.Contains('#', StringComparison.Ordinal)) return null;
        if (!said.Contains("/FlateDecode", StringComparison.Ordinal) || said.Contains("/Predictor", StringComparison.Ordinal) || said.Contains('#', StringComparison.Ordinal) || said.Split("Decode").Length != 2) return Unknown;
        stream.Position = from + begins + "stream".Length + (text[begins..].StartsWith("stream\r\n", StringComparison.Ordinal) ? 2 : 1);
        try
        {
            using var unpacked = new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return Found(unpacked, ref left);
        }
        catch (InvalidDataException)
        {
            return Unknown;
        }
    }

    /// <summary>Looks through a stream in pieces that overlap, so that no name falls between two.</summary>
    private static string? Found(Stream stream, ref long left, Action<long>? packed = null)
    {
        var (buffer, kept, first, begins) = (new byte[Piece + Before + LongestName], 0, 0, 0L);
        while (true)
        {
            var more = stream.ReadAtLeast(buffer.AsSpan(kept, Piece), Piece, throwOnEndOfStream: false);
            if ((left -= more) < 0) return Unknown;
            var piece = buffer.AsSpan(0, kept + more);
            var isLast = more < Piece;
            var end = isLast ? piece.Length : piece.Length - LongestName;
            for (var at = first; at < end && piece[at..end].IndexOf((byte)'/') is var next and >= 0; at++)
            {
                at += next;
                foreach (var (name, isSort, what) in Names) if (IsNamed(piece[at..], name) && (!isSort || IsSort(piece[Math.Max(0, at - Before)..at]))) return what;
                if (IsNamed(piece[at..], Packed)) packed?.Invoke(begins + at);
            }
            if (isLast) return null;
            piece[(end - Before)..].CopyTo(buffer);
            (begins, kept, first) = (begins + end - Before, Before + LongestName, Before);
        }
    }

    private static bool IsSort(ReadOnlySpan<byte> before) => before.Length == 0 || " \t\r\n\f\0<>[]()%"u8.Contains(before[^1]) || before.EndsWith("/S"u8) || before.EndsWith("/#53"u8);

    // A letter of a name may be written by its number (#4a).
    private static bool IsNamed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        var at = 0;
        foreach (var letter in name)
        {
            if (at < bytes.Length && bytes[at] == letter) at++;
            else if (at + 2 < bytes.Length && bytes[at] == '#' && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, null, out var meant) && meant == letter) at += 3;
            else return false;
        }
        return true;
    }
}
