using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks;

/// <summary>Where the numbers of a chart lie between its ends, from 0 to 1.</summary>
internal readonly record struct Scale(decimal Least, decimal Most)
{
    /// <summary>For lengths, such as bars: nought is always on it, so that they tell the truth.</summary>
    public static Scale Of(Chart chart)
    {
        var numbers = Numbers(chart).Append(0).ToList();
        var (least, most) = (numbers.Min(), numbers.Max());
        return least == most ? new Scale(least, least + 1) : new Scale(least, most);
    }

    /// <summary>For a line, which tells by its slope: where all of it lies far from nought, nought is left out and the foot of the scale is named.</summary>
    public static Scale OfLine(Chart chart)
    {
        var numbers = Numbers(chart).ToList();
        if (chart.Type != ChartType.Line || numbers.Count == 0 || numbers.Min() <= 0) return Of(chart);
        var (least, most) = (numbers.Min(), numbers.Max());
        var range = most - least;
        if (range == 0 || range >= most / 3) return Of(chart);
        // A round number below the line, with room for itself under it.
        var step = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)range)));
        return step == 0 ? Of(chart) : new Scale(Math.Max(0, Math.Floor((least - range * 0.15m) / step) * step), most);
    }

    // Two decimals may be too far apart to subtract; doubles are not, and drawing needs no more.
    public double At(decimal number) => ((double)number - (double)Least) / ((double)Most - (double)Least);

    public double Nought => At(0);

    private static IEnumerable<decimal> Numbers(Chart chart) => (chart.Rows ?? []).SelectMany(row => row.Skip(1)).Select(cell => cell.Number).OfType<decimal>();
}
