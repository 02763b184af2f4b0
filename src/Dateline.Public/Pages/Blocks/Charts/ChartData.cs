using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>A category and its number in each series; null where it is not known.</summary>
public readonly record struct ChartRow(string Name, IReadOnlyList<decimal?> Numbers);

/// <summary>A chart's numbers, whole and even. What a writer has not finished is missing here, never a reason to fail: a draft is looked at too.</summary>
public sealed record ChartData(IReadOnlyList<string> Series, IReadOnlyList<ChartRow> Rows)
{
    public static ChartData Of(Chart chart)
    {
        var series = (chart.Columns ?? []).Skip(1).ToList();
        var rows = (chart.Rows ?? []).Select(row => new ChartRow(row.Count > 0 ? row[0].ToString() : "", [.. series.Select((_, s) => s + 1 < row.Count ? row[s + 1].Number : null)]));
        var data = new ChartData(series, [.. rows]);
        return IsOfShares(chart) ? data.Ranked() : data;
    }

    /// <summary>True for the parts of a whole. They are drawn as bars, the largest first: lengths compare better than angles do.</summary>
    public static bool IsOfShares(Chart chart) => chart.Type is ChartType.Pie or ChartType.Donut;

    public IEnumerable<double> Numbers => Rows.SelectMany(row => row.Numbers).OfType<decimal>().Select(number => (double)number);

    /// <summary>One series alone.</summary>
    public ChartData Only(int series) => new([Series[series]], [.. Rows.Select(row => row with { Numbers = [row.Numbers[series]] })]);

    /// <summary>What a series comes to; null when one of its numbers is not known, or when it is more than a number holds.</summary>
    public decimal? Total(int series)
    {
        var sum = 0m;
        foreach (var row in Rows)
        {
            if (row.Numbers[series] is not { } number) return null;
            try { sum += number; }
            catch (OverflowException) { return null; }
        }
        return sum;
    }

    private ChartData Ranked() => Series.Count == 0 ? this : this with { Rows = [.. Rows.OrderByDescending(row => row.Numbers[0] ?? decimal.MinValue)] };
}
