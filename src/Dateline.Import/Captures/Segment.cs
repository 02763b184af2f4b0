namespace Dateline.Import.Captures;

/// <summary>The lines of one post, and its heading as far as the layout gives it away.</summary>
internal sealed record Segment
{
    /// <summary>The line it begins at, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The headline with what stands between it and the post's number: labels, each a line.</summary>
    public required IReadOnlyList<Line> Heading { get; init; }

    /// <summary>The time; null when the capture gives none.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>What follows the heading.</summary>
    public required IReadOnlyList<Line> Body { get; init; }

    /// <summary>True when the next post's number follows without a blank line.</summary>
    public bool EndsTight { get; init; }
}
