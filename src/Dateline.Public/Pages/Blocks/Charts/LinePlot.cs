using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>A mark of the scale: a line across, with its number above it.</summary>
public readonly record struct Mark(double Y, string? Text, bool Nought);

/// <summary>The name of a row below the drawing.</summary>
/// <param name="Anchor">start, middle or end: which part of it stands at its place.</param>
public readonly record struct Foot(double At, string Text, string Anchor);

/// <summary>A line, or a filled one, with a dot at its end and wherever a number stands alone.</summary>
public sealed record Trace(int Series, string Path, string? Filled, IReadOnlyList<(double At, double Y)> Dots);

/// <summary>What stands beside the end of a line: its number and, where there are several, its name.</summary>
/// <param name="From">The height of the end of its line.</param>
/// <param name="Top">Where the label begins.</param>
public sealed record End(int Series, double From, double Top, IReadOnlyList<string> Lines)
{
    public double Height => Lines.Count * LinePlot.LineHeight;
}

/// <summary>A chart of lines or areas. Places along it are shares of its width, heights are pixels: so it fills any screen, and no letter is ever scaled.</summary>
public sealed record LinePlot
{
    public const double Size = 13, LineHeight = 16, Lead = 12;

    /// <summary>The widest label beside a line, in pixels; a longer one is set in lines.</summary>
    public const double MostLabel = 112;

    private const int MostLines = 3;

    private const double MostInset = 72, Aside = 6;

    public required double Head { get; init; }

    /// <summary>From the top to the foot of the scale.</summary>
    public required double Height { get; init; }

    /// <summary>The room for the numbers of the scale before the drawing; nought where they are so wide that they stand in it.</summary>
    public required double Inset { get; init; }

    /// <summary>The room for labels after the drawing.</summary>
    public required double Gutter { get; init; }

    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>Null where not even the first and the last name have room beside each other; they are set as text then.</summary>
    public required IReadOnlyList<Foot>? Feet { get; init; }

    public required IReadOnlyList<Trace> Traces { get; init; }

    public required IReadOnlyList<End> Ends { get; init; }

    /// <summary>Lays the chart out; null when its labels do not fit beside it, and each series is better drawn alone.</summary>
    public static LinePlot? Of(ChartType type, ChartData data, Figures figures, Scale scale, bool small, bool mirrored)
    {
        var (head, height, steps) = small ? (18.0, 84.0, 2) : (20.0, 208.0, 4);
        double Y(double number) => Math.Round(height - scale.At(number) * (height - head), 1);
        var along = Along.Of([.. data.Rows.Select(row => row.Name)]);
        var tracer = new Tracer(along, Y, mirrored);
        var stacked = type == ChartType.Area && data.Series.Count > 1;
        var traces = Enumerable.Range(0, data.Series.Count).Select(s => stacked ? tracer.Band(data, s) : tracer.Line(data, s, type == ChartType.Area)).ToList();
        if (Labelled(data, figures, Y, stacked, height) is not { } ends) return null;
        var gutter = Math.Ceiling(ends.SelectMany(end => end.Lines.Select((line, i) => TextWidth.Of(line, Size, bold: i == 0))).DefaultIfEmpty(0).Max() + Lead);
        var ticks = Ticks.Of(scale, steps).Select(tick => (At: Y(tick), Text: figures.Of(tick), Nought: tick == 0)).ToList();
        var inset = Math.Ceiling(ticks.Select(tick => TextWidth.Of(tick.Text, Size)).DefaultIfEmpty(0).Max() + Aside);
        if (inset > (small ? MostInset / 2 : MostInset)) inset = 0;
        var width = (small ? SmallestPanel : RowsPlot.Narrowest) - inset - gutter;
        return new LinePlot
        {
            Head = head,
            Height = height,
            Gutter = gutter,
            Inset = inset,
            Marks = [.. ticks.Select(tick => new Mark(tick.At, inset > 0 || TextWidth.Of(tick.Text, Size) <= width ? tick.Text : null, tick.Nought))],
            Feet = FootNames.Of(data, along, width),
            Traces = traces,
            Ends = ends,
        };
    }

    /// <summary>What two panels beside each other have on the narrowest phone.</summary>
    public const double SmallestPanel = 132;

    /// <summary>The scale of all series together.</summary>
    public static Scale ScaleOf(ChartType type, ChartData data, bool small)
    {
        var steps = small ? 2 : 4;
        if (type == ChartType.Area && data.Series.Count > 1 && IsStackable(data) && !small) return Scale.OfLengths(data.Rows.Select(row => RowMaker.Stack(row, up: true))).Rounded(steps);
        return (type == ChartType.Area ? Scale.OfLengths(data.Numbers) : Scale.OfPlaces([.. data.Numbers])).Rounded(steps);
    }

    /// <summary>Areas stand on top of each other when every number is known and none is below nought.</summary>
    public static bool IsStackable(ChartData data) => data.Rows.All(row => row.Numbers.All(number => number >= 0));

    private static List<End>? Labelled(ChartData data, Figures figures, Func<double, double> y, bool stacked, double height)
    {
        var ends = new List<End>();
        for (var s = 0; s < data.Series.Count; s++)
        {
            if (data.Rows.LastOrDefault(row => row.Numbers[s] is not null) is not { Name: not null } last) continue;
            var number = last.Numbers[s]!.Value;
            var below = stacked ? last.Numbers.Take(s).Sum(one => (double)(one ?? 0)) : 0;
            var from = stacked ? (y(below) + y(below + (double)number)) / 2 : y((double)number);
            var said = TextWidth.Of(figures.Of(number), Size, bold: true) <= MostLabel ? figures.Of(number) : figures.Shortest((double)number);
            if (Wrapped(data.Series.Count > 1 ? data.Series[s] : "") is not { } name) return null;
            ends.Add(new End(data.Series.Count > 1 ? s + 1 : 0, from, 0, [said, .. name]));
        }
        var centres = Spread.Of([.. ends.Select(end => end.From)], [.. ends.Select(end => end.Height)], height + LineHeight / 2);
        return centres is null ? null : [.. ends.Select((end, i) => end with { Top = centres[i] - end.Height / 2 })];
    }

    private static List<string>? Wrapped(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (TextWidth.Of(word, Size) > MostLabel) return null;
            if (lines.Count > 0 && TextWidth.Of($"{lines[^1]} {word}", Size) <= MostLabel) lines[^1] += $" {word}";
            else lines.Add(word);
        }
        return lines.Count <= MostLines ? lines : null;
    }
}
