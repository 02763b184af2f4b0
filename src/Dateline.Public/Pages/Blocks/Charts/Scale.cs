namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Where numbers lie between the ends of a drawing, from 0 to 1.</summary>
/// <remarks>In doubles: two decimals may be too far apart to subtract, and drawing needs no more.</remarks>
public readonly record struct Scale(double Least, double Most)
{
    public double Nought => At(0.0);

    /// <summary>For lengths, such as bars: nought is always on it, so that they tell the truth.</summary>
    public static Scale OfLengths(IEnumerable<double> numbers)
    {
        var (least, most) = Ends(numbers.Append(0));
        return least == most ? new Scale(least, least + 1) : new Scale(least, most);
    }

    /// <summary>For places, such as dots: nought is left out where all of them lie far from it.</summary>
    public static Scale OfPlaces(IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 0) return OfLengths(numbers);
        var (least, most) = Ends(numbers);
        if (least == most || (least <= 0 && most >= 0)) return OfLengths(numbers);
        var range = most - least;
        if (range >= Math.Max(Math.Abs(least), Math.Abs(most)) / 3) return OfLengths(numbers);
        return new Scale(least - range * 0.1, most + range * 0.1);
    }

    /// <summary>The same, out to round numbers at both ends.</summary>
    public Scale Rounded(int steps)
    {
        var step = Ticks.Step(this, steps);
        var rounded = new Scale(Math.Floor(Least / step) * step, Math.Ceiling(Most / step) * step);
        // Numbers that differ in their last digit alone have no round number between them.
        return rounded.Most > rounded.Least ? rounded : this;
    }

    public double At(double number) => Math.Clamp((number - Least) / (Most - Least), 0, 1);

    public double At(decimal number) => At((double)number);

    private static (double, double) Ends(IEnumerable<double> numbers)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers) (least, most) = (Math.Min(least, number), Math.Max(most, number));
        return (least, most);
    }
}
