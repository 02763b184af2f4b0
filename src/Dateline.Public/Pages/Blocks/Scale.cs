using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks;

/// <summary>Where the numbers of a chart lie between its ends, from 0 to 1; nought is always on it, so that lengths tell the truth.</summary>
internal readonly record struct Scale(decimal Least, decimal Most)
{
    public static Scale Of(Chart chart)
    {
        var numbers = (chart.Rows ?? []).SelectMany(row => row.Skip(1)).Select(cell => cell.Number ?? 0).Append(0).ToList();
        var (least, most) = (numbers.Min(), numbers.Max());
        return least == most ? new Scale(least, least + 1) : new Scale(least, most);
    }

    public double At(decimal number) => (double)((number - Least) / (Most - Least));

    public double Nought => At(0);
}
