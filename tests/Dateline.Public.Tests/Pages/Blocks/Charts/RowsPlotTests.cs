using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Blocks.Charts;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class RowsPlotTests
{
    private static readonly Gen<(ChartData Data, ChartType Type, string? Unit)> Any =
        AnyChart.Of(ChartType.Bar, ChartType.GroupedBar, ChartType.StackedBar, ChartType.Pie, ChartType.Donut, ChartType.Dot, ChartType.Range).Select(chart => (ChartData.Of(chart), chart.Type, chart.Unit));

    private static readonly int[] Widths = [288, 328, 640];

    [Fact]
    public void No_number_lies_over_another_or_leaves_the_chart_on_any_screen() => Any.Sample((data, type, unit) =>
    {
        var plot = Lay(data, type, unit);
        foreach (var width in Widths)
        {
            // The stylesheet: names take 32 % and 12 pixels where they stand beside.
            var beside = plot.Names == Names.Beside || (plot.Names == Names.AboveOnPhones && width >= 640);
            var (after, before) = (RowsPlot.Rooms[plot.After], RowsPlot.Rooms[plot.Before]);
            var strip = (beside ? width * 0.68 - 12 : width) - after - before;
            Assert.True(strip >= 40, $"A strip of {strip} pixels shows nothing.");
            foreach (var tags in plot.Rows.Select(row => row.Strip?.Tags ?? []))
            {
                var reach = tags.Select(tag => tag.Before ? (From: tag.At * strip - tag.Width, To: tag.At * strip) : (From: tag.At * strip, To: tag.At * strip + tag.Width)).OrderBy(tag => tag.From).ToList();
                Assert.True(reach.All(tag => tag.From >= -before - 0.001 && tag.To <= strip + after + 0.001), "A number leaves the chart.");
                Assert.True(reach.Zip(reach.Skip(1)).All(pair => pair.First.To <= pair.Second.From + 0.001), "A number lies over another.");
            }
        }
    });

    [Fact]
    public void Every_number_that_is_known_is_said_beside_what_it_says() => Any.Sample((data, type, unit) =>
    {
        var figures = new Figures(Setting.For(Sample.Style, Sample.Coverage, Sample.Now), unit);
        var said = Lay(data, type, unit).Rows.SelectMany(row => (row.Strip?.Tags ?? []).Select(tag => tag.Text).Concat(row.Parts.Select(part => part.Number)).Append(row.Number ?? "")).ToList();
        var all = string.Join(' ', said);
        foreach (var number in data.Rows.SelectMany(row => row.Numbers).OfType<decimal>()) Assert.Contains(figures.Of(number), all, StringComparison.Ordinal);
    });

    [Fact]
    public void Bars_are_as_long_as_their_numbers_are_great() => Gen.Int[1, 1000].Array[2, 9].Sample(numbers =>
    {
        var data = new ChartData(["n"], [.. numbers.Select((number, i) => new ChartRow($"{i}", [number]))]);
        var lengths = Lay(data, ChartType.Bar, null).Rows.Select(row => row.Strip!.Bars[0].To - row.Strip.Bars[0].From).ToList();
        return numbers.Zip(lengths).All(bar => Math.Abs(bar.Second - (double)bar.First / numbers.Max()) < 1e-9);
    });

    [Fact]
    public void Shares_of_a_whole_are_ranked_and_what_is_not_known_comes_last()
    {
        var data = ChartData.Of(new Chart { Type = ChartType.Donut, Title = "Shares", Columns = ["Who", "%"], Rows = [["A", 12m], ["B", new Cell()], ["C", 60m], ["D", 28m]] });
        Assert.Equal(["C", "D", "A", "B"], data.Rows.Select(row => row.Name));
        Assert.Null(data.Total(0));
        Assert.Equal(60, data.Only(0).Rows[0].Numbers[0]);
    }

    private static RowsPlot Lay(ChartData data, ChartType type, string? unit) =>
        RowsPlot.Of(type, data, new Figures(Setting.For(Sample.Style, Sample.Coverage, Sample.Now), unit), coloured: false);
}
