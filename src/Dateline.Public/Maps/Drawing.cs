namespace Dateline.Public.Maps;

/// <summary>Land and borders on a sheet, as SVG paths of bounded size.</summary>
internal sealed record Drawing(string Land, string Borders)
{
    // What of a sheet's edge is drawn beyond it, so that no line ends in sight.
    private const double Beyond = 4;

    // A step of degrees that is bent on the sheet, where the outlines' own points lie far apart.
    private const double Longest = 1;

    /// <summary>Draws what lies on the sheet, as finely as so many characters allow.</summary>
    public static Drawing Of(Sheet sheet, int mostCharacters)
    {
        var rings = Rings(sheet).ToList();
        var lines = Lines(sheet).ToList();
        for (var straight = 0.7; ; straight *= 1.5)
        {
            var (land, borders) = (new Pencil(), new Pencil());
            rings = [.. rings.Select(ring => Pencil.Simplified(ring, straight)).Where(ring => Pencil.Area(ring) >= 4 * straight * straight)];
            lines = [.. lines.Select(line => Pencil.Simplified(line, straight))];
            foreach (var ring in rings) land.Draw(ring, closed: true);
            foreach (var line in lines) borders.Draw(line, closed: false);
            var drawing = new Drawing(land.ToString(), borders.ToString());
            if (drawing.Land.Length + drawing.Borders.Length <= mostCharacters) return drawing;
        }
    }

    private static IEnumerable<List<Point>> Rings(Sheet sheet)
    {
        var box = sheet.Degrees();
        foreach (var (outline, shift) in Near(Outlines.World.Land, sheet, box))
        {
            // What is no larger than a dot of the pen is not drawn.
            if (Math.Max(outline.East - outline.West, outline.North - outline.South) * Projection.Around / 360 * sheet.Scale < 2) continue;
            var ring = Shifted(outline, shift);
            if (outline.West + shift < box.West || outline.East + shift > box.East || outline.South < box.South || outline.North > box.North) ring = Clipping.Ring(ring, box.West, box.East, box.South, box.North);
            if (ring.Count < 3) continue;
            var laid = Clipping.Ring(Laid(Bent(ring), sheet), -Beyond, Sheet.Width + Beyond, -Beyond, sheet.Height + Beyond);
            if (laid.Count >= 3) yield return laid;
        }
    }

    private static IEnumerable<List<Point>> Lines(Sheet sheet)
    {
        var box = sheet.Degrees();
        foreach (var (outline, shift) in Near(Outlines.World.Borders, sheet, box))
        {
            // A point far from the sheet may come to lie anywhere on it: only what is near is laid.
            var near = Clipping.Line(Shifted(outline, shift), point => point.X >= box.West && point.X <= box.East && point.Y >= box.South && point.Y <= box.North);
            foreach (var piece in near.SelectMany(piece => Clipping.Line(Laid(piece, sheet), sheet.Holds))) yield return piece;
        }
    }

    private static List<Point> Shifted(Outline outline, double shift)
    {
        var points = new List<Point>(outline.Points.Length);
        foreach (var point in outline.Points) points.Add(point with { X = point.X + shift });
        return points;
    }

    // Points that come to lie within a dot of the pen of each other are one: of the whole world, thirty in one.
    private static List<Point> Laid(IEnumerable<Point> points, Sheet sheet)
    {
        var laid = new List<Point>();
        foreach (var point in points)
        {
            var at = sheet.Lay(point.X, point.Y);
            if (laid.Count == 0 || Math.Abs(at.X - laid[^1].X) + Math.Abs(at.Y - laid[^1].Y) >= 1) laid.Add(at);
        }
        return laid;
    }

    // The outlines are cut at 180 degrees; counted from the middle of a sheet they may lie once around the world from it.
    private static IEnumerable<(Outline Outline, double Shift)> Near(IReadOnlyList<Outline> outlines, Sheet sheet, (double West, double East, double South, double North) box)
    {
        foreach (var outline in outlines)
        {
            if (outline.North < box.South || outline.South > box.North) continue;
            for (var shift = -sheet.Projection.Centre.X - 360; shift <= -sheet.Projection.Centre.X + 360; shift += 360)
                if (outline.East + shift >= box.West && outline.West + shift <= box.East) yield return (outline, shift);
        }
    }

    private static IEnumerable<Point> Bent(List<Point> ring)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
            yield return from;
            var steps = (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Longest);
            for (var step = 1; step <= steps; step++)
                yield return new Point(from.X + ((to.X - from.X) * step / (steps + 1)), from.Y + ((to.Y - from.Y) * step / (steps + 1)));
        }
    }
}
