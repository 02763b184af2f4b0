using System.Buffers;
using System.Text;
using Dateline.Core.Outcomes;

namespace Dateline.Import.Sources;

/// <summary>The source as text: UTF-8, or UTF-16 that says so by its byte order mark. Anything else is refused, not guessed.</summary>
internal static class SourceText
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] LittleEndianMark = [0xFF, 0xFE];
    private static readonly byte[] BigEndianMark = [0xFE, 0xFF];

    public static Result<string> Decode(ReadOnlyMemory<byte> source)
    {
        var bytes = source.Span;
        if (bytes.StartsWith(LittleEndianMark)) return Utf16(bytes[2..], bigEndian: false);
        if (bytes.StartsWith(BigEndianMark)) return Utf16(bytes[2..], bigEndian: true);
        if (bytes.StartsWith(Utf8Mark)) bytes = bytes[3..];
        if (bytes.Contains((byte)0)) return NotText;
        if (FirstBad(bytes) is { } bad)
        {
            var line = 1 + bytes[..bad].Count((byte)'\n');
            return Refused($"Line {line:N0} holds a byte (0x{bytes[bad]:X2}) that is not UTF-8; save the text as UTF-8 and import it again.");
        }
        return Filled(Encoding.UTF8.GetString(bytes));
    }

    private static Result<string> Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            var text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0') ? NotText : Filled(text);
        }
        catch (DecoderFallbackException)
        {
            return Refused("This file says it is UTF-16 and is not; save the text as UTF-8 and import it again.");
        }
    }

    private static Result<string> Filled(string text) =>
        string.IsNullOrWhiteSpace(text) ? Refused("There is nothing in this file.") : text;

    private static int? FirstBad(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static Refusal NotText => Refused("This file is not text; import the copied text of a live page, a saved web page, or an export of Dateline.");

    private static Refusal Refused(string sentence) => new(RefusalKind.Invalid, sentence);
}
