using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>Tells a picture's description that stands alone, without "Image source", from a sentence of the post. When in doubt it is a sentence: a paragraph loses nothing.</summary>
internal static partial class AltText
{
    private const int Longest = 1_000;

    /// <param name="text">The line.</param>
    /// <param name="tight">True when the next post follows without a blank line, as after a picture and not after a paragraph.</param>
    public static bool IsLike(string text, bool tight)
    {
        if (text.Length > Longest || !Picture().IsMatch(text)) return false;
        return !Words.EndsAsSentence(text) || (tight && Showing().IsMatch(text));
    }

    private const string Kinds = "(?:graphic|infographic|logo|(?:bar |pie |line )?chart|graph|diagram|map|photo|photograph|picture|image|screenshot|screengrab|still|illustration|drawing|cartoon|portrait|headshot|poster|composite|table)";

    // "A … graphic, which gives", "The logo for": an article, then within a few words the kind of picture, and not the doer of what follows.
    [GeneratedRegex(@"^(?:An?|The|Two|Three|This)\s+(?:[^\s,.]+\s+){0,5}?" + Kinds + @"s?(?:,|$|\s+(?:of|for|from|with|that|which|showing|shows|depicting|taken|in|on)\b)|^(?:Headshot|Portrait|Close-up|Aerial view|Screenshot|Graphic|Map|Chart) (?:of|showing)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(Kinds + @"s?,? (?:showing|depicting)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Showing();
}
