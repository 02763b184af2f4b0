namespace Dateline.Public.Pages.Wording;

/// <summary>What a page says of a chart's numbers where nobody wrote it.</summary>
public sealed record ChartWords
{
    /// <summary>A name and its number; set apart by a colon where the name ends in a digit.</summary>
    public required Func<string, string, bool, string> Named { get; init; }

    public required Func<string, string> NoFigure { get; init; }

    public required string NoFigures { get; init; }

    /// <summary>A number and where it was: 4.83 (high water).</summary>
    public required Func<string, string, string> Placed { get; init; }

    public required Func<string, string, string> FromTo { get; init; }

    public required Func<string, string> Highest { get; init; }

    public required Func<string, string> Lowest { get; init; }

    public required Func<string, string, string> Between { get; init; }

    /// <summary>The highest, the lowest, and how many there are in all.</summary>
    public required Func<string, string, int, string> Extremes { get; init; }

    /// <summary>What is told of one row or series, after its name.</summary>
    public required Func<string, string, string> Of { get; init; }

    public required Func<int, string> MoreSeries { get; init; }

    /// <summary>What was told, in its unit.</summary>
    public required Func<string, string, string> Measured { get; init; }

    public required string Total { get; init; }
}
