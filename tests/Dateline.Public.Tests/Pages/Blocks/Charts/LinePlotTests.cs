using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Blocks.Charts;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class LinePlotTests
{
    private static readonly Gen<(ChartData Data, ChartType Type, string? Unit, bool Small)> Any =
        Gen.Select(AnyChart.Of(ChartType.Line, ChartType.Area), Gen.Bool, (chart, small) => (ChartData.Of(chart), chart.Type, chart.Unit, small))
            .Where(chart => chart.Type == ChartType.Line || chart.Item1.Series.Count == 1 || LinePlot.IsStackable(chart.Item1));

    [Fact]
    public void No_label_lies_over_another_or_leaves_the_chart_on_any_screen() => Any.Sample((data, type, unit, small) =>
    {
        if (Lay(data, type, unit, small) is not { } plot) return;
        Assert.True(plot.Ends.All(end => end.Top >= -0.01 && end.Top + end.Height <= plot.Height + LinePlot.LineHeight), "A label leaves the chart.");
        var ends = plot.Ends.OrderBy(end => end.Top).ToList();
        Assert.True(ends.Zip(ends.Skip(1)).All(pair => pair.First.Top + pair.First.Height <= pair.Second.Top + 0.01), "A label beside the lines lies over another.");
        Assert.True(plot.Ends.SelectMany(end => end.Lines).All(line => TextWidth.Of(line, LinePlot.Size) + LinePlot.Lead <= plot.Gutter), "A label is wider than its room.");
        Assert.True(plot.Marks.Zip(plot.Marks.Skip(1)).All(pair => Math.Abs(pair.First.Y - pair.Second.Y) >= LinePlot.LineHeight), "The numbers of the scale lie over each other.");
        foreach (var width in small ? (int[])[132, 200] : [288, 328, 640])
        {
            var room = width - plot.Gutter - plot.Inset;
            var feet = (plot.Feet ?? []).Select(foot => FootNames.Reach(foot, room)).ToList();
            Assert.True(feet.All(foot => foot.From >= -0.01 && foot.To <= room + 0.01), "A name leaves the chart.");
            Assert.True(feet.Zip(feet.Skip(1)).All(pair => pair.First.To + FootNames.Apart <= pair.Second.From + 0.01), "A name below lies over another.");
        }
    });

    [Fact]
    public void What_has_no_room_beside_the_lines_is_drawn_apart_never_cut() => Any.Sample((data, type, unit, small) =>
    {
        if (Lay(data, type, unit, small) is not { } plot || data.Series.Count == 1) return;
        foreach (var (name, s) in data.Series.Select((name, s) => (name, s)).Where(one => data.Rows.Any(row => row.Numbers[one.s] is not null)))
            Assert.Equal(name, string.Join(' ', plot.Ends.Single(end => end.Series == s + 1).Lines.Skip(1)));
    });

    [Fact]
    public void A_number_that_is_not_known_breaks_the_line()
    {
        var data = new ChartData(["Level"], [new("1", [3m]), new("2", [null]), new("3", [4m]), new("4", [5m])]);
        var trace = Lay(data, ChartType.Line, null, small: false)!.Traces.Single();
        Assert.Equal(2, trace.Path.Count(c => c == 'M'));
        Assert.Equal(2, trace.Dots.Count);
    }

    [Fact]
    public void Times_lie_as_far_apart_as_they_are()
    {
        Assert.Equal([0, 0.25, 1], Along.Of(["1960", "1970", "2000"]));
        Assert.Equal([0, 0.25, 1], Along.Of(["06:00", "08:00", "14:00"]));
        Assert.Equal([0, 0.5, 1], Along.Of(["2025-02-01", "2025-02-03", "2025-02-05"]));
        Assert.Equal([0, 0.5, 1], Along.Of(["2000", "1990", "2010"]));
        Assert.Equal([0, 0.5, 1], Along.Of(["Mon", "Tue", "Sun"]));
        Assert.Equal([0.5], Along.Of(["now"]));
    }

    [Fact]
    public void A_page_from_right_to_left_has_its_past_on_the_right()
    {
        var data = new ChartData(["Level"], [new("1", [3m]), new("2", [4m])]);
        var figures = new Figures(Setting.For(Sample.Style, Arabic.Coverage, Sample.Now), null);
        var plot = LinePlot.Of(ChartType.Line, data, figures, LinePlot.ScaleOf(ChartType.Line, data, small: false), small: false, mirrored: true)!;
        Assert.StartsWith("M1000 ", plot.Traces[0].Path, StringComparison.Ordinal);
        Assert.Equal(0, plot.Traces[0].Dots.Single().At);
    }

    private static LinePlot? Lay(ChartData data, ChartType type, string? unit, bool small) =>
        LinePlot.Of(type, data, new Figures(Setting.For(Sample.Style, Sample.Coverage, Sample.Now), unit), LinePlot.ScaleOf(type, data, small), small, mirrored: false);
}
