using System.Globalization;
using System.Text;

namespace Dateline.Public.Maps;

/// <summary>Writes rings and lines as the data of an SVG path: whole units, each point as its way from the one before.</summary>
internal sealed class Pencil
{
    private readonly StringBuilder _path = new();

    public override string ToString() => _path.ToString();

    public void Draw(List<Point> points, bool closed)
    {
        var (x, y) = ((int)Math.Round(points[0].X), (int)Math.Round(points[0].Y));
        var begun = _path.Length;
        _path.Append(CultureInfo.InvariantCulture, $"M{x}{(y < 0 ? "" : " ")}{y}l");
        var first = true;
        foreach (var point in points.Skip(1))
        {
            var (nextX, nextY) = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            if (nextX == x && nextY == y) continue;
            Number(nextX - x, first);
            Number(nextY - y, false);
            (x, y, first) = (nextX, nextY, false);
        }
        // A command without numbers is an error in the path, and a point is nothing to see.
        if (first) _path.Length = begun;
        else if (closed) _path.Append('z');
    }

    private void Number(int number, bool first)
    {
        if (!first && number >= 0) _path.Append(' ');
        _path.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    /// <summary>Leaves out points that stray less than this from a line between others (Douglas and Peucker, 1973).</summary>
    public static List<Point> Simplified(List<Point> line, double straight)
    {
        if (line.Count < 3) return line;
        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var parts = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (parts.TryPop(out var part))
        {
            var (most, at) = (0.0, -1);
            for (var i = part.From + 1; i < part.To; i++)
            {
                var strays = Distance(line[i], line[part.From], line[part.To]);
                if (strays > most) (most, at) = (strays, i);
            }
            if (most <= straight) continue;
            keep[at] = true;
            parts.Push((part.From, at));
            parts.Push((at, part.To));
        }
        return [.. line.Where((_, i) => keep[i])];
    }

    /// <summary>How much room a ring takes.</summary>
    public static double Area(List<Point> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }
        return Math.Abs(sum) / 2;
    }

    private static double Distance(Point point, Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = (dx * dx) + (dy * dy);
        var share = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        var (x, y) = (point.X - from.X - (share * dx), point.Y - from.Y - (share * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
