using System.Text.Json.Serialization;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>How a chart is drawn.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChartType>))]
public enum ChartType
{
    /// <summary>Bars, ranked as given.</summary>
    Bar,

    /// <summary>Bars side by side for each series.</summary>
    GroupedBar,

    /// <summary>Bars on top of each other.</summary>
    StackedBar,

    /// <summary>A line over time.</summary>
    Line,

    /// <summary>A filled line over time.</summary>
    Area,

    /// <summary>Shares of a whole.</summary>
    Pie,

    /// <summary>Shares of a whole, with a hole.</summary>
    Donut,

    /// <summary>Dots on a scale.</summary>
    Dot,

    /// <summary>From one value to another.</summary>
    Range,
}

/// <summary>A chart from data: its numbers are the block, the drawing is the page's.</summary>
public sealed record Chart : Block
{
    /// <summary>How it is drawn.</summary>
    public ChartType Type { get; init; }

    /// <summary>What it shows.</summary>
    public string? Title { get; init; }

    /// <summary>What the numbers are: %, people, £bn.</summary>
    public string? Unit { get; init; }

    /// <summary>The time it covers.</summary>
    public string? Period { get; init; }

    /// <summary>Whose numbers they are.</summary>
    public string? Source { get; init; }

    /// <summary>What a reader should know to read it right.</summary>
    public string? Note { get; init; }

    /// <summary>The category's name, then the series' names.</summary>
    public ValueList<string>? Columns { get; init; }

    /// <summary>A category, then a number for each series.</summary>
    public ValueList<ValueList<Cell>>? Rows { get; init; }

    /// <summary>What the numbers say, for whoever does not see the drawing; when absent, the page says it from the numbers.</summary>
    public string? Summary { get; init; }

    /// <summary>True when each series is to have a small drawing of its own, all to the same scale.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SmallMultiples { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Needed(Title, $"{path}.title", "This chart has no title; say what it shows.", problems);
        Fields.Short(Unit, $"{path}.unit", problems);
        Fields.Short(Period, $"{path}.period", problems);
        Fields.Short(Source, $"{path}.source", problems);
        Fields.Short(Note, $"{path}.note", problems);
        Fields.Short(Summary, $"{path}.summary", problems);
        if (!Grid.Check(Columns, Rows, path, problems)) return;
        if (Columns!.Count < 2) problems.Add($"{path}.columns", "A chart needs a column of categories and at least one of numbers.");
        for (var r = 0; r < Rows!.Count; r++)
        {
            for (var c = 1; c < Rows[r].Count; c++)
            {
                if (Rows[r][c].Words is { } words) problems.Add($"{path}.rows[{r}][{c}]", $"“{words}” is not a number; a chart draws numbers only. Leave the cell empty if the number is not known.");
            }
        }
    }
}

/// <summary>A table.</summary>
public sealed record Table : Block
{
    /// <summary>What it shows.</summary>
    public string? Title { get; init; }

    /// <summary>The columns' names.</summary>
    public ValueList<string>? Columns { get; init; }

    /// <summary>The rows, a cell for each column.</summary>
    public ValueList<ValueList<Cell>>? Rows { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose numbers they are.</summary>
    public string? Source { get; init; }

    /// <summary>What a reader should know to read it right.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Short(Title, $"{path}.title", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Source, $"{path}.source", problems);
        Fields.Short(Note, $"{path}.note", problems);
        Grid.Check(Columns, Rows, path, problems);
    }
}

/// <summary>Rows under columns, as charts and tables have them.</summary>
internal static class Grid
{
    private const int MostColumns = 20;
    private const int MostRows = 500;

    public static bool Check(ValueList<string>? columns, ValueList<ValueList<Cell>>? rows, string path, Problems problems)
    {
        if (!Fields.Some(columns, MostColumns, $"{path}.columns", "Name the columns.", problems)
            | !Fields.Some(rows, MostRows, $"{path}.rows", "There are no rows; add the numbers.", problems)) return false;
        for (var i = 0; i < columns!.Count; i++) Fields.Short(columns[i], $"{path}.columns[{i}]", problems);
        var even = true;
        for (var r = 0; r < rows!.Count; r++)
        {
            if (rows[r].Count != columns.Count)
            {
                problems.Add($"{path}.rows[{r}]", $"This row has {rows[r].Count} cells where there are {columns.Count} columns.");
                even = false;
            }
            for (var c = 0; c < rows[r].Count; c++) Fields.Short(rows[r][c].Words, $"{path}.rows[{r}][{c}]", problems);
        }
        return even;
    }
}

/// <summary>The state of a game, an election, a count.</summary>
public sealed record Scoreboard : Block
{
    /// <summary>What is being counted.</summary>
    public string? Title { get; init; }

    /// <summary>Where it stands: "Half-time", "412 of 650 declared".</summary>
    public string? Status { get; init; }

    /// <summary>The sides, in the order to be shown.</summary>
    public ValueList<Side>? Sides { get; init; }

    /// <summary>What a reader should know to read it right.</summary>
    public string? Note { get; init; }

    /// <summary>Whose numbers they are.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Short(Title, $"{path}.title", problems);
        Fields.Short(Status, $"{path}.status", problems);
        Fields.Short(Note, $"{path}.note", problems);
        Fields.Short(Source, $"{path}.source", problems);
        if (!Fields.Some(Sides, 50, $"{path}.sides", "This scoreboard has no sides; name them.", problems)) return;
        for (var i = 0; i < Sides!.Count; i++)
        {
            Fields.Needed(Sides[i].Name, $"{path}.sides[{i}].name", "This side has no name.", problems);
            Fields.Short(Sides[i].Score, $"{path}.sides[{i}].score", problems);
            Fields.Short(Sides[i].Detail, $"{path}.sides[{i}].detail", problems);
        }
    }
}

/// <summary>One side of a scoreboard.</summary>
public sealed record Side
{
    /// <summary>Who.</summary>
    public string? Name { get; init; }

    /// <summary>The score as it is written: "2", "231–4", "48.1%".</summary>
    public string? Score { get; init; }

    /// <summary>Scorers, change on last time, and the like.</summary>
    public string? Detail { get; init; }
}
