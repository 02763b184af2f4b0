using System.Text;
using Dateline.Core.Text;

namespace Dateline.Outside.Reading;

/// <summary>Words that somebody else's server sent, as a writer might have typed them: one line, without what cannot be shown, and no longer than a post has use for.</summary>
internal static class Tidy
{
    public const int MostTitle = 300;
    public const int MostSentence = 500;

    /// <summary>The longest quotation taken in, in characters: the longest posts there are.</summary>
    public const int MostQuotation = 5_000;

    /// <summary>The words; null when nothing is left of them.</summary>
    public static string? Line(string? text, int most)
    {
        if (text is null) return null;
        var line = new StringBuilder(Math.Min(text.Length, most + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            // A replaced half of a pair is no word of anybody's; marks that turn the direction of what follows would reach into our own words.
            if (rune == Rune.ReplacementChar || rune.Value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069)) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!Characters.Unprintable(rune.ToString())) line.Append(rune);
            if (line.Length > most) break;
        }
        var words = line.ToString().TrimEnd();
        if (words.Length > most) words = Cut(words, most);
        return words.Length == 0 ? null : words;
    }

    private static string Cut(string words, int most)
    {
        var space = words.LastIndexOf(' ', most - 2);
        var cut = words[..(space > most / 2 ? space : most - 2)];
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut) + " …";
    }
}
