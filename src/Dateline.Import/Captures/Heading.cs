using Dateline.Core.Posts;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Third stage: what a post's heading says.</summary>
/// <param name="Headline">The headline, if it has one.</param>
/// <param name="Label">The line before the headline.</param>
/// <param name="Breaking">True when "Breaking" follows the time.</param>
/// <param name="Body">The lines that follow, and before them those of the heading that could not be placed.</param>
internal sealed record Heading(string? Headline, Label? Label, bool Breaking, IReadOnlyList<Line> Body)
{
    private const int MostTitle = 150;

    public static Heading Of(Segment segment, Remarks remarks)
    {
        var lines = segment.Heading.ToList();
        var body = segment.Body.ToList();
        var breaking = segment.Stamp is { Breaking: true } || TakeBreaking(body);
        if (lines.Count == 0 && segment.Stamp is not null && TakeTitle(body) is { } title) lines.Add(title);
        var headline = lines.Count == 0 ? (Line?)null : lines[^1];
        if (headline is not null) lines.RemoveAt(lines.Count - 1);
        if (segment.Stamp is null && headline is { } read && WithoutBrokenTime(read, remarks) is var (kept, time))
        {
            headline = kept;
            body.Insert(0, time);
        }
        breaking |= lines.RemoveAll(line => Labels.IsBreaking(line.Text)) > 0;
        var label = TakeLabel(lines);
        foreach (var line in lines) remarks.Add(line.Number, $"This line of a heading was kept as a paragraph: {Remarks.Quote(line.Text)}");
        return new Heading(headline is { IsBlank: false } words ? Words.WithoutLinkMarks(words.Text) : null, label, breaking, [.. lines, .. body]);
    }

    private static bool TakeBreaking(List<Line> body)
    {
        var first = body.FindIndex(line => !line.IsBlank);
        if (first < 0 || !Labels.IsBreaking(body[first].Text)) return false;
        body.RemoveRange(0, first + 1);
        return true;
    }

    // Where a time comes first, the headline is the line below it, unless that line is a sentence or a name.
    private static Line? TakeTitle(List<Line> body)
    {
        var first = body.FindIndex(line => !line.IsBlank);
        if (first < 0 || !body.Skip(first + 1).Any(line => !line.IsBlank)) return null;
        var title = body[first];
        if (title.Text.Length > MostTitle || Words.EndsAsSentence(title.Text) || Markers.IsAny(title.Text) || ListItemLine.Of(title) is not null || PersonLine.IsNames(title.Text)) return null;
        body.RemoveRange(0, first + 1);
        return title;
    }

    private static Label? TakeLabel(List<Line> lines)
    {
        if (lines.Count == 0 || !Labels.HasShape(lines[0].Text) || Label.Of(lines[0].Text) is not { } label) return null;
        lines.RemoveAt(0);
        return label;
    }

    // "Headlinepublished at noon", or a heading that breaks off after "published at".
    private static (Line Headline, Line Time)? WithoutBrokenTime(Line line, Remarks remarks)
    {
        var at = line.Text.LastIndexOf("published at", StringComparison.Ordinal);
        if (at <= 0 || char.IsWhiteSpace(line.Text[at - 1])) return null;
        remarks.Add(line.Number, $"This time could not be read and was kept as a paragraph: {Remarks.Quote(line.Text[at..])}");
        return (line.Saying(line.Text[..at]), line.Saying(line.Text[at..]));
    }
}
