namespace Dateline.Public.Maps;

/// <summary>What a map shows: a projection, and how many units of the sheet a kilometre takes.</summary>
internal sealed class Sheet
{
    /// <summary>How wide a sheet is, in units of its own; half a pixel each, as it is looked at on a desk.</summary>
    public const int Width = 1280;

    /// <summary>What a map of one place shows from side to side, in kilometres: its coast, and how far the next one is.</summary>
    public const int Usual = 300;

    /// <summary>The least that is shown: less would show straight lines where the outlines know no more.</summary>
    public const int Least = Core.Blocks.Map.LeastAcross;

    /// <summary>The most that a map of a region shows; beyond it the whole world is.</summary>
    public const int MostRegion = 12_000;

    // How much of a map stays free at each side of its outermost places, for their names.
    private const double Margin = 0.16;

    private Sheet(Projection projection, double across, int height) => (Projection, Across, Height) = (projection, across, height);

    public Projection Projection { get; }

    /// <summary>Kilometres from side to side.</summary>
    public double Across { get; }

    public int Height { get; }

    public bool IsWorld => Projection is Whole;

    public double Scale => Width / Across;

    /// <summary>The sheet for some places: as wide as is wished, and wide enough for all of them.</summary>
    /// <param name="height">In units.</param>
    public static Sheet For(IReadOnlyList<Point> places, double? wished = null, int height = Width * 5 / 8)
    {
        var centre = new Point(MiddleEast(places), (places.Min(place => place.Y) + places.Max(place => place.Y)) / 2);
        var around = new Around(centre);
        var laid = places.Select(place => around.Lay(place)).ToList();
        var needed = Math.Max(2 * laid.Max(point => Math.Abs(point.X)), 2 * laid.Max(point => Math.Abs(point.Y)) * Width / height) / (1 - (2 * Margin));
        var across = Math.Max(Math.Max(needed, Least), wished ?? (places.Count == 1 ? Usual : 0));
        return across <= MostRegion ? new Sheet(around, across, height) : new Sheet(new Whole(centre), Projection.Around, Width / 2);
    }

    /// <summary>Where a place comes to lie on the sheet.</summary>
    public Point Lay(Point place) => Put(Projection.Lay(place));

    public Point Lay(double east, double north) => Put(Projection.Lay(east, north));

    private Point Put(Point kilometres) => new((kilometres.X * Scale) + (Width / 2.0), (kilometres.Y * Scale) + (Height / 2.0));

    /// <summary>The box of degrees that holds all of the sheet: east of its middle, and north.</summary>
    public (double West, double East, double South, double North) Degrees()
    {
        if (Projection is not Around around) return (-180, 180, -90, 90);
        var edge = Edge().Select(around.Find).ToList();
        var (south, north) = (edge.Min(point => point.Y), edge.Max(point => point.Y));
        var (west, east) = (edge.Min(point => point.X), edge.Max(point => point.X));
        // Around a pole all of the east and the west lie on the sheet.
        foreach (var pole in new[] { 90, -90 })
            if (pole * around.Centre.Y > 0 && Holds(Lay(0, pole))) (west, east, south, north) = (-180, 180, Math.Min(south, pole), Math.Max(north, pole));
        var spare = (north - south) * 0.05;
        return (Math.Max(-180, west - spare), Math.Min(180, east + spare), Math.Max(-90, south - spare), Math.Min(90, north + spare));
    }

    public bool Holds(Point point) => point is { X: >= 0 and <= Width, Y: >= 0 } && point.Y <= Height;

    private IEnumerable<Point> Edge()
    {
        const int steps = 32;
        var (right, down) = (Across / 2, Height / Scale / 2);
        for (var i = 0; i <= steps; i++)
        {
            var (x, y) = (right * ((2.0 * i / steps) - 1), down * ((2.0 * i / steps) - 1));
            yield return new Point(x, -down);
            yield return new Point(x, down);
            yield return new Point(-right, y);
            yield return new Point(right, y);
        }
    }

    // The middle of the shortest stretch that holds all of them: two places either side of the antimeridian are near each other.
    private static double MiddleEast(IReadOnlyList<Point> places)
    {
        var sorted = places.Select(place => Projection.Wrapped(place.X)).Order().ToList();
        var (widest, after) = (sorted[0] + 360 - sorted[^1], 0);
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i] - sorted[i - 1] > widest) (widest, after) = (sorted[i] - sorted[i - 1], i);
        return Projection.Wrapped(sorted[after] + ((360 - widest) / 2));
    }
}
