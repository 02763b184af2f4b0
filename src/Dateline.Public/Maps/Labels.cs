using System.Globalization;

namespace Dateline.Public.Maps;

/// <summary>A place on the sheet.</summary>
/// <param name="Text">What stands at it: its name, or its number in the list below.</param>
/// <param name="TextAt">Where that stands.</param>
/// <param name="Anchor">Which end of it: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
internal sealed record Dot(Point At, string Text, Point TextAt, string Anchor);

/// <summary>Writes the places' names where they hide neither a place nor each other; where that cannot be, numbers stand for all of them.</summary>
internal static class Labels
{
    /// <summary>The most places that are named on the map itself; more would be a list in disorder.</summary>
    public const int MostNamed = 8;

    // As the stylesheet has it on a phone, where letters are largest beside the map: the height of a line, and the width of a letter on average.
    private const double Line = 48;
    private const double Letter = 24;
    private const double Radius = 12;
    private const double Gap = 22;

    /// <summary>Whether they are named, and where everything stands.</summary>
    public static (bool Named, IReadOnlyList<Dot> Dots) Place(Sheet sheet, IReadOnlyList<(Point At, string Name)> places)
    {
        if (places.Count <= MostNamed && Named(sheet, places) is { } named) return (true, named);
        return (false, [.. places.Select((place, i) => new Dot(place.At, (i + 1).ToString(CultureInfo.InvariantCulture), place.At, "middle"))]);
    }

    private static List<Dot>? Named(Sheet sheet, IReadOnlyList<(Point At, string Name)> places)
    {
        var taken = places.Select(place => new Box(place.At.X - Radius, place.At.Y - Radius, place.At.X + Radius, place.At.Y + Radius)).ToList();
        var dots = new List<Dot>();
        foreach (var (at, name) in places)
        {
            var width = Math.Max(1, new StringInfo(name).LengthInTextElements) * Letter;
            var choices = new (Point At, string Anchor, Box Box)[]
            {
                (at with { X = at.X + Gap }, "start", new(at.X + Gap, at.Y - (Line / 2), at.X + Gap + width, at.Y + (Line / 2))),
                (at with { X = at.X - Gap }, "end", new(at.X - Gap - width, at.Y - (Line / 2), at.X - Gap, at.Y + (Line / 2))),
                (at with { Y = at.Y - Gap - (Line / 2) }, "middle", new(at.X - (width / 2), at.Y - Gap - Line, at.X + (width / 2), at.Y - Gap)),
                (at with { Y = at.Y + Gap + (Line / 2) }, "middle", new(at.X - (width / 2), at.Y + Gap, at.X + (width / 2), at.Y + Gap + Line)),
            };
            var free = Array.FindIndex(choices, choice => choice.Box.Within(sheet) && !taken.Any(choice.Box.Meets));
            if (free < 0) return null;
            taken.Add(choices[free].Box);
            dots.Add(new Dot(at, name, choices[free].At, choices[free].Anchor));
        }
        return dots;
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Within(Sheet sheet) => Left >= 8 && Top >= 8 && Right <= Sheet.Width - 8 && Bottom <= sheet.Height - 8;

        public bool Meets(Box other) => Left < other.Right && Right > other.Left && Top < other.Bottom && Bottom > other.Top;
    }
}
