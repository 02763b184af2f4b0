namespace Dateline.Import.Captures;

/// <summary>A place among the lines of a post, from which the parts of its body are taken one after the other.</summary>
internal sealed class LineCursor(IReadOnlyList<Line> lines)
{
    private int _at;

    /// <summary>Goes past blank lines; false at the end.</summary>
    public bool AtLine()
    {
        while (_at < lines.Count && lines[_at].IsBlank) _at++;
        return _at < lines.Count;
    }

    public Line Current => lines[_at];

    public Line Take() => lines[_at++];

    /// <summary>The next line that says something; null at the end.</summary>
    public Line? TakeNext() => AtLine() ? Take() : null;

    /// <summary>The line after the current one that says something, and whether a blank one parts the two.</summary>
    public (Line Line, bool Apart)? Following()
    {
        for (var i = _at + 1; i < lines.Count; i++)
            if (!lines[i].IsBlank) return (lines[i], i > _at + 1);
        return null;
    }

    /// <summary>True when the current line is the last that says something.</summary>
    public bool IsLast => Following() is null;

    /// <summary>The current line and those that follow it without a blank one, at most this many.</summary>
    public IReadOnlyList<Line> Group(int most)
    {
        var group = new List<Line>();
        for (var i = _at; i < lines.Count && !lines[i].IsBlank && group.Count < most; i++) group.Add(lines[i]);
        return group;
    }

    public void Skip(int count) => _at += count;
}
