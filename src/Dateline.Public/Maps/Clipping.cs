namespace Dateline.Public.Maps;

/// <summary>Cuts rings and lines to a box.</summary>
internal static class Clipping
{
    /// <summary>What of a ring lies in the box, as one ring that may run along the box's edge (Sutherland and Hodgman, 1974).</summary>
    public static List<Point> Ring(List<Point> ring, double left, double right, double low, double high)
    {
        ring = Cut(ring, point => point.X >= left, (a, b) => AtX(a, b, left));
        ring = Cut(ring, point => point.X <= right, (a, b) => AtX(a, b, right));
        ring = Cut(ring, point => point.Y >= low, (a, b) => AtY(a, b, low));
        return Cut(ring, point => point.Y <= high, (a, b) => AtY(a, b, high));
    }

    /// <summary>The pieces of a line that lie in the box; the points just outside go along, as lines end beyond an edge.</summary>
    public static IEnumerable<List<Point>> Line(IReadOnlyList<Point> line, Func<Point, bool> holds)
    {
        var piece = new List<Point>();
        for (var i = 0; i < line.Count; i++)
        {
            if (holds(line[i]))
            {
                if (piece.Count == 0 && i > 0) piece.Add(line[i - 1]);
                piece.Add(line[i]);
            }
            else if (piece.Count > 0)
            {
                piece.Add(line[i]);
                yield return piece;
                piece = [];
            }
        }
        if (piece.Count > 1) yield return piece;
    }

    private static List<Point> Cut(List<Point> ring, Func<Point, bool> within, Func<Point, Point, Point> crossing)
    {
        var kept = new List<Point>(ring.Count + 4);
        if (ring.Count == 0) return kept;
        var before = ring[^1];
        var wasWithin = within(before);
        foreach (var point in ring)
        {
            var isWithin = within(point);
            if (isWithin != wasWithin) kept.Add(crossing(before, point));
            if (isWithin) kept.Add(point);
            (before, wasWithin) = (point, isWithin);
        }
        return kept;
    }

    private static Point AtX(Point a, Point b, double x) => new(x, a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X)));

    private static Point AtY(Point a, Point b, double y) => new(a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)), y);
}
