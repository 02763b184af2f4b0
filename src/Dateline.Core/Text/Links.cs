using Dateline.Core.Outcomes;

namespace Dateline.Core.Text;

/// <summary>Which addresses a writer may link to.</summary>
public static class Links
{
    /// <summary>The longest address, in characters.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>Takes web addresses, mail addresses and paths on this site; nothing that a browser would run (<c>javascript:</c>, <c>data:</c>).</summary>
    public static bool IsAllowed(string href)
    {
        // Browsers drop tabs and line breaks from an address, and blanks around it: "/\t/host" would be "//host".
        if (href.Length is 0 or > MostCharacters || Characters.Unprintable(href) || href.AsSpan().ContainsAny('\t', '\n', '\r') || href.Trim() != href) return false;
        // "//host" would leave the site while looking like a path on it; "/\host" is read the same by browsers.
        if (href[0] == '/') return href.Length == 1 || href[1] is not ('/' or '\\');
        return Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
    }

    /// <summary>Notes a problem when the address may not be linked to.</summary>
    public static void Check(string href, string path, Problems problems)
    {
        if (!IsAllowed(href)) problems.Add(path, "This link cannot be used; give an address that begins with https:// (or http://, mailto:, or / for this site).");
    }
}
