using Dateline.Core.Blocks;
using Dateline.Public.Pages.Wording;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>What a chart says, in a sentence or a few, for whoever does not see it: the numbers themselves while they are few, else where they begin, end, and reach furthest.</summary>
internal static class InWords
{
    /// <summary>As many numbers as somebody can follow who only hears them.</summary>
    public const int MostNumbers = 8;

    /// <summary>As many series as are told; the table has them all.</summary>
    public const int MostSeries = 6;

    private const int MostExtremes = 3;

    public static string Of(Chart chart, Setting setting)
    {
        var (data, figures) = (ChartData.Of(chart), new Figures(setting, chart.Unit));
        var teller = new Teller(setting.Words, figures, data);
        var said = chart.Type switch
        {
            _ when data.Rows.Count == 0 || data.Series.Count == 0 => "",
            ChartType.Line or ChartType.Area => teller.EachSeries(teller.Course),
            ChartType.Range when data.Series.Count == 2 && data.Rows.Count <= MostNumbers => teller.Ranges(),
            _ when data.Series.Count == 1 => teller.Series(0),
            _ when data.Rows.Count * data.Series.Count <= MostNumbers => teller.EachRow(),
            _ => teller.EachSeries(teller.Series),
        };
        return said.Length > 0 && chart.Unit is { } unit && !figures.SayUnit ? setting.Words.Charts.Measured(unit, said) : said;
    }

    private sealed class Teller(Words words, Figures figures, ChartData data)
    {
        private readonly ChartWords _say = words.Charts;

        // A name that ends in a digit would run into its number.
        private readonly bool _apart = data.Rows.Select(row => row.Name).Concat(data.Series).Any(name => name.Length > 0 && char.IsDigit(name[^1]));

        public string Series(int s)
        {
            if (data.Rows.Count <= MostNumbers) return List(data.Rows.Select(row => Named(row.Name, row.Numbers[s])));
            var known = data.Rows.Where(row => row.Numbers[s] is not null).OrderByDescending(row => row.Numbers[s]).ToList();
            return known.Count == 0 ? _say.NoFigures
                : Begun(_say.Extremes(List(known.Take(MostExtremes).Select(row => Named(row.Name, row.Numbers[s]))), List(known.TakeLast(1).Select(row => Named(row.Name, row.Numbers[s]))), data.Rows.Count));
        }

        public string Course(int s)
        {
            var known = data.Rows.Where(row => row.Numbers[s] is not null).ToList();
            if (known.Count == 0) return _say.NoFigures;
            if (known.Count == 1) return Named(known[0].Name, known[0].Numbers[s]);
            var (first, last) = (known[0], known[^1]);
            var (highest, lowest) = (known.MaxBy(row => row.Numbers[s]), known.MinBy(row => row.Numbers[s]));
            var parts = new List<string> { Begun(_say.FromTo(Placed(first, s), Placed(last, s))) };
            if (highest != first && highest != last) parts.Add(_say.Highest(Placed(highest, s)));
            if (lowest != first && lowest != last) parts.Add(_say.Lowest(Placed(lowest, s)));
            return List(parts);
        }

        public string Ranges() => List(data.Rows.Select(row => row.Numbers[0] is { } from && row.Numbers[1] is { } to
            ? _say.Named(row.Name, _say.Between(figures.Of(Math.Min(from, to)), figures.Of(Math.Max(from, to))), _apart) : Named(row.Name, row.Numbers[0] ?? row.Numbers[1])));

        public string EachRow() => Sentences(data.Rows.Select(row => _say.Of(row.Name, List(data.Series.Select((name, s) => Named(name, row.Numbers[s]))))));

        public string EachSeries(Func<int, string> tell)
        {
            if (data.Series.Count == 1) return tell(0);
            var told = Enumerable.Range(0, Math.Min(MostSeries, data.Series.Count)).Select(s => _say.Of(data.Series[s], tell(s)));
            return Sentences(data.Series.Count > MostSeries ? told.Append(_say.MoreSeries(data.Series.Count - MostSeries)) : told);
        }

        // Words of ours that begin a sentence; those of a writer are left as they are.
        private string Begun(string said) => data.Series.Count > 1 ? said : char.ToUpperInvariant(said[0]) + said[1..];

        private string Named(string name, decimal? number) => number is { } known ? _say.Named(name, figures.Of(known), _apart) : _say.NoFigure(name);

        private string Placed(ChartRow row, int s) => _say.Placed(figures.Of(row.Numbers[s]!.Value), row.Name);

        private string List(IEnumerable<string> parts) => string.Join(words.Comma, parts);

        private static string Sentences(IEnumerable<string> parts) => string.Join(". ", parts);
    }
}
