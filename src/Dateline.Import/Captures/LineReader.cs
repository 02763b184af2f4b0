using System.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>First stage: the text as lines, with their numbers and indents.</summary>
internal static class LineReader
{
    private const int TabColumns = 4;

    // Only the breaks that text files have: a form feed or line separator inside a line is no line of an editor's.
    public static List<Line> Read(string text, Remarks remarks)
    {
        var lines = new List<Line>();
        for (var at = 0; at <= text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var found ? found : text.Length - at;
            lines.Add(Of(text.AsSpan(at, length), lines.Count + 1, remarks));
            at += length;
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }
        return lines;
    }

    private static Line Of(ReadOnlySpan<char> raw, int number, Remarks remarks)
    {
        if (HoldsControls(raw))
        {
            remarks.Add(number, "A control character in this line was taken out.");
            raw = WithoutControls(raw);
        }
        var words = raw.TrimStart();
        return new Line(number, Columns(raw[..^words.Length]), Spaced(words.TrimEnd().Trim(Invisible).ToString()));
    }

    // A space that does not break is as good as any in a time, a marker or a name; in a sentence it stays.
    private static string Spaced(string text)
    {
        if (!text.Contains('\u00a0', StringComparison.Ordinal)) return text;
        var plain = text.Replace('\u00a0', ' ');
        return Stamp.At(plain) is not null || Markers.IsAny(plain) || PersonLine.IsNames(plain) || PersonLine.IsRole(plain) ? plain : text;
    }

    // Zero-width characters that pages put around words and that nobody sees: space, non-joiner at an edge, byte order mark.
    private const string Invisible = "\u200b\u200c\ufeff \u00a0";

    private static int Columns(ReadOnlySpan<char> space)
    {
        var columns = 0;
        foreach (var c in space) columns += c == '\t' ? TabColumns : 1;
        return columns;
    }

    private static bool HoldsControls(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (IsControl(c)) return true;
        return false;
    }

    private static string WithoutControls(ReadOnlySpan<char> line)
    {
        var kept = new StringBuilder(line.Length);
        foreach (var c in line)
            if (!IsControl(c)) kept.Append(c);
        return kept.ToString();
    }

    private static bool IsControl(char c) => (c < ' ' && c != '\t') || c is '\u007f' or '\ufffe' or '\uffff';
}
