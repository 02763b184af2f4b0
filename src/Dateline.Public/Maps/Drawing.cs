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
            foreach (var ring in rings)
                if (Pencil.Area(ring) >= 4 * straight * straight) land.Draw(Pencil.Simplified(ring, straight), closed: true);
            foreach (var line in lines) borders.Draw(Pencil.Simplified(line, straight), closed: false);
            var drawing = new Drawing(land.ToString(), borders.ToString());
            if (drawing.Land.Length + drawing.Borders.Length <= mostCharacters) return drawing;
        }
    }

    private static IEnumerable<List<Point>> Rings(Sheet sheet)
    {
        var box = sheet.Degrees();
        foreach (var (outline, shift) in Near(Outlines.World.Land, sheet, box))
        {
            var ring = Clipping.Ring([.. outline.Points.Select(point => point with { X = point.X + shift })], box.West, box.East, box.South, box.North);
            if (ring.Count < 3) continue;
            var laid = Clipping.Ring([.. Bent(ring).Select(point => sheet.Lay(point.X, point.Y))], -Beyond, Sheet.Width + Beyond, -Beyond, sheet.Height + Beyond);
            if (laid.Count >= 3) yield return laid;
        }
    }

    private static IEnumerable<List<Point>> Lines(Sheet sheet)
    {
        var box = sheet.Degrees();
        foreach (var (outline, shift) in Near(Outlines.World.Borders, sheet, box))
        {
            // A point far from the sheet may come to lie anywhere on it: only what is near is laid.
            var near = Clipping.Line([.. outline.Points.Select(point => point with { X = point.X + shift })], point => point.X >= box.West && point.X <= box.East && point.Y >= box.South && point.Y <= box.North);
            foreach (var piece in near.SelectMany(piece => Clipping.Line([.. piece.Select(point => sheet.Lay(point.X, point.Y))], sheet.Holds))) yield return piece;
        }
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
