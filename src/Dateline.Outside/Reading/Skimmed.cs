using System.Text;

namespace Dateline.Outside.Reading;

/// <summary>Of a page's markup the few elements that say what it is: <c>meta</c>, <c>link</c> and <c>title</c>, wherever they stand. A parser's time grows with the square of the depth of what it reads, and these have none.</summary>
internal static class Skimmed
{
    /// <summary>The most elements taken; the ones that matter stand first.</summary>
    public const int Most = 1_000;

    private static readonly string[] Opaque = ["script", "style", "noscript", "template", "textarea", "svg"];

    public static string Of(string html)
    {
        var taken = new StringBuilder("<!doctype html><head>");
        var unclosed = new HashSet<string>();
        var count = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length && count < Most;)
        {
            var next = at + 1;
            if (string.CompareOrdinal(html, at + 1, "!--", 0, 3) == 0)
            {
                next = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            }
            else if (Opaque.FirstOrDefault(name => Begins(html, at + 1, name)) is { } opaque && !unclosed.Contains(opaque))
            {
                next = html.IndexOf($"</{opaque}", at + 1, StringComparison.OrdinalIgnoreCase);
                // What is never closed hides nothing, and is not looked for again.
                if (next < 0 && unclosed.Add(opaque)) next = at + 1;
            }
            else if (Begins(html, at + 1, "meta") || Begins(html, at + 1, "link"))
            {
                next = End(html, at);
                if (next > 0) taken.Append(html, at, next - at);
                count++;
            }
            else if (Begins(html, at + 1, "title"))
            {
                next = html.IndexOf("</title", at, StringComparison.OrdinalIgnoreCase);
                if (next > 0) taken.Append(html, at, next - at).Append("</title>");
                count++;
            }
            if (next < 0) break;
            at = html.IndexOf('<', Math.Max(next, at + 1));
        }
        return taken.ToString();
    }

    private static bool Begins(string html, int at, string name) =>
        at + name.Length < html.Length && string.Compare(html, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && html[at + name.Length] is ' ' or '>' or '/' or '\t' or '\n' or '\r';

    // The end of a tag, past any ">" within quotes.
    private static int End(string html, int at)
    {
        var quote = '\0';
        for (var i = at; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ') quote = c;
            else if (c == '>') return i + 1;
        }
        return -1;
    }
}
