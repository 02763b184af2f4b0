using System.Globalization;
using System.Text;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Draws paths on a sheet a thousand wide, which the page stretches to the width it has.</summary>
internal sealed class Tracer(double[] along, Func<double, double> y, bool mirrored)
{
    public const int Width = 1_000;

    /// <summary>A line; a number that is not known breaks it, since what lies between is not known either.</summary>
    public Trace Line(ChartData data, int series, bool filled)
    {
        var (line, area, dots) = (new StringBuilder(), new StringBuilder(), new List<(double, double)>());
        foreach (var run in Runs(data, series))
        {
            var points = run.Select(r => (X: X(r), Y: y((double)data.Rows[r].Numbers[series]!.Value))).ToList();
            line.Append('M').AppendJoin('L', points.Select(point => Point(point.X, point.Y)));
            if (points.Count == 1) dots.Add((At(run[0]), points[0].Y));
            if (filled && points.Count > 1) area.Append('M').Append(Point(points[0].X, y(0))).Append('L').AppendJoin('L', points.Select(point => Point(point.X, point.Y))).Append('L').Append(Point(points[^1].X, y(0))).Append('Z');
        }
        var last = Enumerable.Range(0, data.Rows.Count).LastOrDefault(r => data.Rows[r].Numbers[series] is not null, -1);
        if (last >= 0 && !dots.Contains((At(last), y((double)data.Rows[last].Numbers[series]!.Value)))) dots.Add((At(last), y((double)data.Rows[last].Numbers[series]!.Value)));
        return new Trace(data.Series.Count > 1 ? series + 1 : 0, line.ToString(), filled ? area.ToString() : null, dots);
    }

    /// <summary>An area on top of those before it.</summary>
    public Trace Band(ChartData data, int series)
    {
        double Below(int r, int through) => data.Rows[r].Numbers.Take(through).Sum(number => (double)(number ?? 0));
        var rows = Enumerable.Range(0, data.Rows.Count).ToList();
        var top = rows.Select(r => Point(X(r), y(Below(r, series + 1))));
        var bottom = rows.AsEnumerable().Reverse().Select(r => Point(X(r), y(Below(r, series))));
        return new Trace(series + 1, "", $"M{string.Join('L', top.Concat(bottom))}Z", []);
    }

    private double At(int row) => mirrored ? 1 - along[row] : along[row];

    private double X(int row) => At(row) * Width;

    private static IEnumerable<List<int>> Runs(ChartData data, int series)
    {
        var run = new List<int>();
        for (var r = 0; r < data.Rows.Count; r++)
        {
            if (data.Rows[r].Numbers[series] is not null) run.Add(r);
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
        if (run.Count > 0) yield return run;
    }

    private static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
}
