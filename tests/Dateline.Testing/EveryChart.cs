using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Testing;

/// <summary>A chart of every type, and of the cases that are hard to draw: nothing known, far apart, many, long, below nought.</summary>
public static class EveryChart
{
    public static readonly IReadOnlyList<Chart> Kinds =
    [
        Simple(ChartType.Bar, "The highest tides at Port Merrow", "metres above datum", [["2025", 5.31m], ["1965", 5.28m], ["1953", 5.02m], ["2013", 4.87m]]) with { Period = "1953–2025", Note = "The gauge was moved in 1971." },
        Simple(ChartType.Pie, "Who paid for the barrier", "%", [["The county", 22.5m], ["The state", 51m], ["The harbour and its users", 17.5m], ["Donations", 9m]]),
        Simple(ChartType.Bar, "How trade changed after each flood", "%", [["Fish", -12.4m], ["Timber", 3.1m], ["Grain", -4m], ["Passengers", -31m], ["Cranes and heavy lifts", 0m], ["Fuel", new Cell()]]),
        new Chart { Type = ChartType.GroupedBar, Title = "Homes without power", Source = "Merrow Power", Columns = ["District", "Monday", "Tuesday"], Rows = [["Lower Town", 3200m, 410m], ["Harbour", 1150m, 96m], ["Hill", 40m, new Cell()]] },
        new Chart { Type = ChartType.StackedBar, Title = "Where people slept", Unit = "people", Columns = ["Night", "Schools", "Halls", "With friends"], Rows = [["Sunday", 410m, 120m, 260m], ["Monday", 1860m, 640m, 1110m], ["Tuesday", 930m, 305m, 870m]] },
        new Chart
        {
            Type = ChartType.Line, Title = "The water at the gates through the day", Unit = "metres", Source = "Harbour office", Columns = ["Time", "Sea side", "River side"],
            Rows = [["06:00", 2.1m, 1.9m], ["10:00", 3.4m, 2.2m], ["14:00", 4.9m, 2.4m], ["18:00", 5.31m, 2.6m], ["21:00", 4.6m, 2.7m]],
        },
        new Chart
        {
            Type = ChartType.Line, Title = "The gauges, hour by hour", Unit = "metres", Columns = ["Hour", "Quay", "Bridge", "Upper Merrow", "The weir at St Brannoc's"],
            Rows = [.. Enumerable.Range(0, 24).Select(h => Row($"{h:00}:00", Round(3 + 2 * Math.Sin(h / 4.0)), h is 9 or 10 ? new Cell() : Round(3.1 + 1.6 * Math.Sin(h / 4.0 - 0.4)), Round(2 + h / 20.0), Round(1.9 + h / 21.0)))],
        },
        new Chart { Type = ChartType.Area, Title = "Pumped out of the Lower Town", Unit = "million litres", Columns = ["Hour", "Fixed pumps", "Mobile pumps", "Fire engines"], Rows = [["20:00", 1m, 0m, 0m], ["22:00", 4m, 0.5m, 0.4m], ["00:00", 5m, 2m, 1.1m], ["02:00", 5.2m, 4.4m, 1.8m], ["04:00", 5.1m, 6m, 1.2m]] },
        new Chart { Type = ChartType.Area, Title = "Calls to the flood line", Unit = "calls an hour", Columns = ["Hour", "Calls"], Rows = [["18:00", 40m], ["19:00", 320m], ["20:00", 890m], ["21:00", 1240m], ["22:00", 610m], ["23:00", 200m]] },
        Simple(ChartType.Dot, "Wind at the coast stations", "km/h", [["Merrow Head", 112m], ["Quay", 87m], ["Airfield", 104m]]),
        new Chart { Type = ChartType.Dot, Title = "What a flood policy costs", Unit = "£", Columns = ["District", "2015", "2025"], Rows = [["Lower Town", 310m, 1240m], ["Harbour", 280m, 900m], ["Hill", 120m, 145m]] },
        new Chart { Type = ChartType.Range, Title = "Expected water level, by gauge", Unit = "metres", Columns = ["Gauge", "From", "To"], Rows = [["Quay", 4.1m, 5.2m], ["Bridge", -0.4m, 1.7m], ["Weir", 2m, 2m]] },
        new Chart { Type = ChartType.Line, SmallMultiples = true, Title = "Rain in the five valleys", Unit = "mm", Columns = ["Day", "Merrow", "Little Merrow", "Brannoc", "Pell", "Carn"], Rows = [.. Enumerable.Range(1, 9).Select(d => Row($"{d} Feb", Round(d % 4 * 7), Round(d * 2), Round(20 - d), Round(d % 3 * 9), Round(d)))] },
        new Chart { Type = ChartType.Bar, SmallMultiples = true, Title = "Beds by kind of place", Columns = ["District", "Schools", "Halls"], Rows = [["Lower Town", 600m, 80m], ["Harbour", 220m, 140m], ["Hill", 0m, 310m]] },
        Simple(ChartType.Bar, "One number alone", "£bn", [["The new barrier", 2.4m]]),
        Simple(ChartType.Bar, "Numbers far apart", null, [["A grain of sand, in grams", 0.0000027m], ["The barrier, in grams", 48_000_000_000m], ["The largest number", decimal.MaxValue]]),
        Simple(ChartType.Bar, "Long names", "votes", [["Raise the barrier by two metres and move the pumping station to the hill", 1204m], ["Donaudampfschifffahrtsgesellschaft an der unteren Merrow", 655m], ["No", 88m]]),
    ];

    /// <summary>Forty rows, and twenty series: what a writer may do, though it would be two charts.</summary>
    public static readonly IReadOnlyList<Chart> Large =
    [
        Simple(ChartType.Bar, "Forty gauges", "m", [.. Enumerable.Range(1, 40).Select(i => Row($"Gauge {i}", Round(60.0 / i)))]),
        new Chart { Type = ChartType.Line, Title = "Nine series", Columns = ["Year", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"], Rows = [["2001", 1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m], ["2002", 9m, 8m, 7m, 6m, 5m, 4m, 3m, 2m, 1m]] },
    ];

    private static ValueList<Cell> Row(string name, params Cell[] numbers) => [name, .. numbers];

    private static Cell Round(double number) => new(Math.Round((decimal)number, 2));

    private static Chart Simple(ChartType type, string title, string? unit, ValueList<ValueList<Cell>> rows) =>
        new() { Type = type, Title = title, Unit = unit, Source = "Harbour office", Columns = ["What", "Number"], Rows = rows };
}
