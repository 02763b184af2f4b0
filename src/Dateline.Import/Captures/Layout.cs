namespace Dateline.Import.Captures;

/// <summary>What can be told of a capture as a whole before its posts are known.</summary>
/// <param name="Timed">True when headings end with a time.</param>
/// <param name="Numbered">True when posts have numbers; then a number at the margin may be a post's.</param>
/// <param name="NumberColumn">The column of the posts' numbers, when text stands further in than they do; then no number further in is a post's.</param>
internal sealed record Layout(bool Timed, bool Numbered, int? NumberColumn)
{
    private const int Step = 2;
    private const int MostHeadingLines = 3;

    public static Layout Of(IReadOnlyList<Line> lines)
    {
        var stamped = Enumerable.Range(0, lines.Count).FirstOrDefault(i => Stamp.At(lines[i].Text) is { Glued: true }, -1);
        var timed = stamped >= 0;
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => PostNumber.Of(lines[i]) is not null && (!timed || StampAfter(lines, i) is not null), -1);
        var numbered = first >= 0 && (!timed || StampAfter(lines, first) == stamped || lines.Any(line => PostNumber.Of(line) is { } number && Stamp.At(number.Rest) is not null));
        return new Layout(timed, numbered, numbered ? ColumnOf(lines, first) : null);
    }

    private static int? ColumnOf(IReadOnlyList<Line> lines, int first)
    {
        var column = lines[first].Indent;
        var text = lines.Skip(first).Where(line => !line.IsBlank && PostNumber.Of(line) is null).ToList();
        var further = text.Count(line => line.Indent >= column + Step);
        return text.Count > 0 && further * 10 >= text.Count * 8 ? column : null;
    }

    /// <summary>True when a number in this column can be a post's.</summary>
    public bool AllowsNumberAt(int indent) => Numbered && (NumberColumn is not { } column || indent < column + Step);

    /// <summary>The line that ends the heading which begins at this numbered line: the one with the time, past labels. Null when no time follows.</summary>
    public static int? StampAfter(IReadOnlyList<Line> lines, int numbered)
    {
        var passed = 0;
        var labelled = true;
        for (var i = numbered; i < lines.Count && passed <= MostHeadingLines; i++)
        {
            if (lines[i].IsBlank) continue;
            if (i > numbered && PostNumber.Of(lines[i]) is not null) return null;
            if (Stamp.At(lines[i].Text) is { } stamp && (stamp.Glued || passed == 0 || (passed == 1 && labelled))) return i;
            var words = i == numbered ? PostNumber.Of(lines[i])!.Value.Rest : lines[i].Text;
            if (words.Length > 0 && !Labels.HasShape(words) && !NextIsBareStamp(lines, i)) return null;
            labelled = words.Length == 0 || Labels.IsKnown(words);
            passed++;
        }
        return null;
    }

    /// <summary>True when the next line that says anything is a time and nothing else, so that this one is its headline whatever its shape.</summary>
    private static bool NextIsBareStamp(IReadOnlyList<Line> lines, int line)
    {
        for (var i = line + 1; i < lines.Count; i++)
            if (!lines[i].IsBlank) return Stamp.At(lines[i].Text) is { Before.Length: 0 };
        return false;
    }
}
