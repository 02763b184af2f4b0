using Dateline.Core.Text;

namespace Dateline.Import.Assembly;

/// <summary>Splits a text that is longer than one field may be at the last space before the bound.</summary>
internal static class RichTextSplitting
{
    public static IEnumerable<RichText> Split(RichText text)
    {
        if (text.Runs.Sum(run => run.Text.Length) <= RichText.MostCharacters)
        {
            yield return text;
            yield break;
        }
        List<Run> piece = [];
        var room = RichText.MostCharacters;
        foreach (var run in text.Runs)
        {
            var rest = run.Text;
            while (rest.Length > room)
            {
                var cut = Cut(rest, room);
                if (cut > 0) piece.Add(run with { Text = rest[..cut] });
                if (piece.Count > 0) yield return new RichText([.. piece]);
                (piece, room, rest) = ([], RichText.MostCharacters, rest[cut..]);
            }
            if (rest.Length > 0) piece.Add(run with { Text = rest });
            room -= rest.Length;
        }
        if (piece.Count > 0) yield return new RichText([.. piece]);
    }

    // After a space where there is one, otherwise anywhere but inside a surrogate pair.
    private static int Cut(string text, int room)
    {
        if (room == 0) return 0;
        var space = text.LastIndexOf(' ', room - 1);
        if (space > 0) return space + 1;
        return char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }
}
