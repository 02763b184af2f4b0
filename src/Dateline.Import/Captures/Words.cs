using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>What the shape of a line tells, whatever it says.</summary>
internal static partial class Words
{
    private const string Closing = "\"'”’»)]";

    /// <summary>True when the line ends as a sentence does.</summary>
    public static bool EndsAsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd(Closing);
        return end.Length > 0 && end[^1] is '.' or '?' or '!' or '…' or ':' or ';' or '。' or '؟';
    }

    /// <summary>The words without the marks that a copied page puts after outside links. The address is lost in copying, so nothing else is left of the link.</summary>
    public static string WithoutLinkMarks(string text) => LinkMark().Replace(text, "");

    // "Internal, external" is English; everywhere else the word after a comma is the mark.
    [GeneratedRegex(@"(?<!\binternal), external\b(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkMark();

    /// <summary>True for a line of several words, each beginning as a name does.</summary>
    public static bool AllCapitalised(string text, int fewest, int most)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Count(word => NameWord().IsMatch(word));
        return capitals >= fewest && words.Length <= most && char.IsUpper(text[0]) && words.All(word => NameWord().IsMatch(word) || Particle().IsMatch(word));
    }

    [GeneratedRegex(@"^(?:(?:[dlO]|al|el|as|ad|ash|Mc|Mac)['’\-])?\p{Lu}[\p{L}\p{M}\d'’‘.\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(?:de|da|das|do|dos|di|del|della|der|den|du|la|le|van|von|zu|bin|bint|ibn|al|el|ap|y|e|of|for|and|&)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
