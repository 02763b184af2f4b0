using Dateline.Core.Blocks;

namespace Dateline.Public.Maps;

/// <summary>Where a wider map of the same place stands on the sheet, and what it shows.</summary>
internal sealed record Inset(Point At, Drawing Drawing, Point Dot);

/// <summary>A locator map, ready to be set: where some places lie, by coasts and borders. Pure: the same places give the same map.</summary>
internal sealed record Locator
{
    /// <summary>The most characters of a map's outlines, and of those in its corner; with names and all a map stays under twelve kilobytes.</summary>
    public const int MostOutline = 8_000, MostInset = 2_500;

    public const int InsetWidth = 320, InsetHeight = 200;

    /// <summary>Below this, in kilometres, a corner shows where in the world it is.</summary>
    public const int NeedsInset = 900;

    private const int InsetAcross = 2_400;
    private const int Edge = 16;

    // Bars shorter than this share of the map say little, longer ones are in the way.
    private const double LongestBar = 0.24;

    private Locator(Sheet sheet, IReadOnlyList<(Point At, string Name)> places)
    {
        Sheet = sheet;
        Drawing = Drawing.Of(sheet, MostOutline);
        (Named, Dots) = Labels.Place(sheet, places);
    }

    public Sheet Sheet { get; }

    public Drawing Drawing { get; }

    /// <summary>Whether names stand on the map, or numbers that the list explains.</summary>
    public bool Named { get; }

    public IReadOnlyList<Dot> Dots { get; }

    public Inset? Inset { get; private init; }

    /// <summary>The scale bar in kilometres; null where a map is of so much that no bar is true for all of it.</summary>
    public int? Bar { get; private init; }

    public int Height => Sheet.Height;

    /// <summary>The map of a block; null when none of its places lies anywhere yet.</summary>
    public static Locator? Of(Map map)
    {
        var places = (map.Places ?? []).Where(place => place is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 })
            .Select(place => (Point: new Point(place.Longitude!.Value, place.Latitude!.Value), Name: place.Name ?? "")).ToList();
        // One that lies nowhere yet would give the others wrong numbers.
        if (places.Count == 0 || places.Count != map.Places!.Count) return null;
        var points = places.Select(place => place.Point).ToList();
        var sheet = Sheet.For(points, map.Across);
        var locator = new Locator(sheet, [.. places.Select(place => (sheet.Lay(place.Point), place.Name))]);
        return locator with { Bar = BarOf(sheet), Inset = locator.Wider(points) };
    }

    private static int? BarOf(Sheet sheet)
    {
        if (sheet.Across > 4_000) return null;
        var most = sheet.Across * LongestBar;
        var ten = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return (int)(ten * (most >= 5 * ten ? 5 : most >= 2 * ten ? 2 : 1));
    }

    // In the corner that is free: what it would hide is more than what it tells.
    private Inset? Wider(List<Point> points)
    {
        if (Sheet.Across >= NeedsInset) return null;
        var corners = new Point[] { new(Sheet.Width - InsetWidth - Edge, Edge), new(Edge, Edge), new(Sheet.Width - InsetWidth - Edge, Height - InsetHeight - Edge) };
        var free = Array.FindIndex(corners, corner => !Dots.Any(dot => Touches(dot, corner)));
        if (free < 0) return null;
        // Where the map itself is the middle; drawn on a sheet of its own, a quarter as wide.
        var wide = Sheet.For([new Point(Sheet.Projection.Centre.X, Sheet.Projection.Centre.Y)], InsetAcross, Sheet.Width * InsetHeight / InsetWidth);
        return new Inset(corners[free], Drawing.Of(wide, MostInset), wide.Lay(points[0]));
    }

    private static bool Touches(Dot dot, Point corner)
    {
        const double letter = 24, near = 60;
        var reach = dot.Text.Length * letter;
        var (left, right) = dot.Anchor switch { "start" => (dot.At.X, dot.TextAt.X + reach), "end" => (dot.TextAt.X - reach, dot.At.X), _ => (dot.At.X - (reach / 2), dot.At.X + (reach / 2)) };
        return left < corner.X + InsetWidth + near && right > corner.X - near && dot.At.Y < corner.Y + InsetHeight + near && dot.At.Y > corner.Y - near;
    }
}
