using System.Globalization;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Where the rows of a line chart lie along it, from 0 to 1.</summary>
internal static class Along
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM", "d MMM yyyy", "MMM yyyy", "d MMMM yyyy", "MMMM yyyy"];

    /// <summary>Rows named by rising years, days or times of day lie as far apart as these do; all others lie evenly.</summary>
    public static double[] Of(IReadOnlyList<string> names)
    {
        if (names.Count == 1) return [0.5];
        foreach (var read in (Func<string, double?>[])[Year, Day, TimeOfDay])
        {
            var at = names.Select(read).ToList();
            if (at.Any(one => one is null) || !at.Zip(at.Skip(1)).All(pair => pair.First < pair.Second)) continue;
            return [.. at.Select(one => (one!.Value - at[0]!.Value) / (at[^1]!.Value - at[0]!.Value))];
        }
        return [.. names.Select((_, i) => i / (names.Count - 1.0))];
    }

    private static double? Year(string name) => name.Length == 4 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static double? Day(string name) => DateTime.TryParseExact(name, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Ticks : null;

    private static double? TimeOfDay(string name) => TimeSpan.TryParseExact(name, ["h\\:mm", "hh\\:mm"], CultureInfo.InvariantCulture, out var time) ? time.Ticks : null;
}
