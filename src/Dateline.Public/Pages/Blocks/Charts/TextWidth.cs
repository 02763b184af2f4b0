namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>How wide text will be at most, before any browser has set it.</summary>
/// <remarks>The advances are the widest among the typefaces that systems set this page in (San Francisco, Segoe UI, Roboto, Noto Sans, Liberation Sans), in thousandths of the type size. A label that fits by these fits.</remarks>
internal static class TextWidth
{
    private const int Wide = 1_000;

    /// <summary>The width of text of so many pixels' size; bold takes a little more.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes()) sum += Advance(rune.Value);
        return sum / 1000.0 * size * (bold ? 1.08 : 1);
    }

    private static int Advance(int letter) => letter switch
    {
        >= '0' and <= '9' => 625,
        ' ' or '\u00a0' or '\u202f' => 290,
        '.' or ',' or ':' or ';' or '\'' or '!' or '|' or 'i' or 'j' or 'l' => 320,
        'f' or 'r' or 't' or 'I' or '(' or ')' or '[' or ']' or '-' or '/' => 400,
        'm' or 'M' or 'w' or 'W' or '%' or '@' or '—' => Wide,
        >= 'a' and <= 'z' => 635,
        >= 'A' and <= 'Z' => 790,
        // Marks that direct the line take no room.
        0x200e or 0x200f or 0x061c => 0,
        < 0x0250 => 800,
        >= 0x0590 and < 0x0780 => 780,
        >= 0x0300 and < 0x0370 => 0,
        < 0x1100 => 850,
        >= 0x2000 and < 0x2060 => 600,
        _ => Wide,
    };
}
