using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>The rows of a chart, type by type.</summary>
internal static class RowMaker
{
    /// <summary>Where a number is not known.</summary>
    public const string Unknown = "–";

    public static IEnumerable<Row> For(ChartType type, ChartData data, Scale scale, Figures figures, bool coloured) => type switch
    {
        ChartType.StackedBar when data.Series.Count > 1 => data.Rows.Select(row => Stacked(row, data.Series, scale, figures)),
        ChartType.Dot when data.Series.Count > 1 => data.Rows.Select(row => Dots(row, data.Series, scale, figures)),
        ChartType.Dot => data.Rows.Select(row => OneDot(row, scale, figures)),
        ChartType.Range when data.Series.Count > 1 => data.Rows.Select(row => Range(row, data.Series, scale, figures)),
        ChartType.Range => data.Rows.Select(row => OneDot(row, scale, figures)),
        _ when data.Series.Count > 1 => data.Rows.SelectMany(row => Grouped(row, data.Series, scale, figures)),
        _ => data.Rows.Select(row => OneBar(row.Name, Number(row, 0), coloured ? 1 : 0, scale, figures)),
    };

    /// <summary>How far a stack reaches to one side of nought.</summary>
    public static double Stack(ChartRow row, bool up) => row.Numbers.OfType<decimal>().Where(number => number > 0 == up).Sum(number => (double)number);

    private static decimal? Number(ChartRow row, int series) => series < row.Numbers.Count ? row.Numbers[series] : null;

    private static Row OneBar(string name, decimal? number, int colour, Scale scale, Figures figures)
    {
        if (number is not { } known) return new Row(name, new Strip { Tags = [new Tag(scale.Nought, Unknown)] });
        var at = scale.At(known);
        return new Row(name, new Strip { Bars = [new Bar(scale.Nought, at, colour)], Tags = [new Tag(at, figures.Of(known), Before: known < 0)] });
    }

    private static IEnumerable<Row> Grouped(ChartRow row, IReadOnlyList<string> series, Scale scale, Figures figures) =>
        series.Select((name, s) => OneBar(name, row.Numbers[s], s + 1, scale, figures) with { Under = true }).Prepend(new Row(row.Name, null));

    private static Row Stacked(ChartRow row, IReadOnlyList<string> series, Scale scale, Figures figures)
    {
        var (up, down) = (0.0, 0.0);
        var bars = new List<Bar>();
        for (var s = 0; s < series.Count; s++)
        {
            if (row.Numbers[s] is not { } number || number == 0) continue;
            ref var from = ref number > 0 ? ref up : ref down;
            bars.Add(new Bar(scale.At(from), scale.At(from + (double)number), s + 1));
            from += (double)number;
        }
        return new Row(row.Name, new Strip { Bars = bars }) { Parts = Parts(row, series, 0, figures), Number = Sum(row) is { } sum ? figures.Of(sum) : null };
    }

    private static Row OneDot(ChartRow row, Scale scale, Figures figures) => Number(row, 0) is { } number
        ? new Row(row.Name, new Strip { Track = true, Dots = [new Dot(scale.At(number), 0)], Tags = [new Tag(scale.At(number), figures.Of(number))] })
        : new Row(row.Name, new Strip { Track = true, Tags = [new Tag(0, Unknown)] });

    private static Row Dots(ChartRow row, IReadOnlyList<string> series, Scale scale, Figures figures)
    {
        var dots = row.Numbers.Select((number, s) => (number, s)).Where(one => one.number is not null).Select(one => new Dot(scale.At(one.number!.Value), one.s + 1)).ToList();
        Bar[] between = dots.Count > 1 ? [new Bar(dots.Min(dot => dot.At), dots.Max(dot => dot.At), 0)] : [];
        return new Row(row.Name, new Strip { Track = true, Bars = between, Dots = dots }) { Parts = Parts(row, series, 0, figures) };
    }

    // From the first number to the second; what follows is drawn over it as dots.
    private static Row Range(ChartRow row, IReadOnlyList<string> series, Scale scale, Figures figures)
    {
        var others = row.Numbers.Select((number, s) => (number, s)).Skip(2).Where(one => one.number is not null).Select(one => new Dot(scale.At(one.number!.Value), one.s)).ToList();
        var strip = new Strip { Track = true, Dots = others };
        var parts = Parts(row, series, 2, figures);
        if (row.Numbers[0] is not { } one || row.Numbers[1] is not { } other || one == other)
        {
            var known = row.Numbers[0] ?? row.Numbers[1];
            strip = known is { } end ? strip with { Dots = [new Dot(scale.At(end), 0), .. others], Tags = [new Tag(scale.At(end), figures.Of(end))] } : strip with { Tags = [new Tag(0, Unknown)] };
            return new Row(row.Name, strip) { Parts = parts };
        }
        var (from, to) = (Math.Min(one, other), Math.Max(one, other));
        return new Row(row.Name, strip with { Bars = [new Bar(scale.At(from), scale.At(to), 0)], Tags = [new Tag(scale.At(from), figures.Of(from), Before: true), new Tag(scale.At(to), figures.Of(to))] }) { Parts = parts };
    }

    // The colours of parts that follow a range begin anew.
    private static IReadOnlyList<Part> Parts(ChartRow row, IReadOnlyList<string> series, int from, Figures figures) =>
        [.. series.Select((name, s) => new Part(s + 1 - (from > 0 ? 1 : 0), name, row.Numbers[s] is { } number ? figures.Of(number) : Unknown)).Skip(from)];

    private static decimal? Sum(ChartRow row)
    {
        var total = new ChartData([""], [.. row.Numbers.Select(number => new ChartRow("", [number]))]);
        return total.Total(0);
    }
}
