namespace Dateline.Import.Pages;

/// <summary>Estimates how deep elements are nested before HTML is parsed: the parser's time grows with the square of the depth, so a hostile file must not reach it.</summary>
internal static class Nesting
{
    private const int Deepest = 5_000;

    // Elements that close by themselves, so that pages leave their end tags out.
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rp", "rt", "html", "head", "body", "colgroup",
    };

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') depth = Math.Max(0, depth - 1);
            if (!char.IsAsciiLetter(html[at + 1])) continue;
            var name = NameAt(html, at + 1);
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
            {
                at = html.IndexOf("</script", at, StringComparison.OrdinalIgnoreCase);
                if (at < 0) return false;
            }
            else if (!Uncounted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && ++depth > Deepest) return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> NameAt(string html, int from)
    {
        var end = from;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-')) end++;
        return html.AsSpan(from, end - from);
    }
}
