namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Round numbers along a scale.</summary>
internal static class Ticks
{
    /// <summary>The numbers at which a scale is marked: at most one more than the steps asked for.</summary>
    public static IReadOnlyList<double> Of(Scale scale, int steps)
    {
        var step = Step(scale, steps);
        var first = Math.Ceiling(scale.Least / step - Small);
        var ticks = new List<double>();
        for (var i = 0; i <= steps + 1 && (first + i) * step <= scale.Most + Small * step; i++) ticks.Add((first + i) * step);
        return ticks;
    }

    /// <summary>The smallest of 1, 2, 2.5 and 5, times a power of ten, of which no more than so many steps lie on the scale.</summary>
    public static double Step(Scale scale, int steps)
    {
        var least = (scale.Most - scale.Least) / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var times in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
            if (times * power >= least * (1 - Small)) return times * power;
        return 10 * power;
    }

    // Rounding of doubles, far below anything that can be seen.
    private const double Small = 1e-9;
}
