using System.IO.Compression;

namespace Dateline.Public.Maps;

/// <summary>A point on the globe or on a sheet: east and north in degrees, or right and down in units of the sheet.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A line of the world's outlines with the box it lies in, in degrees.</summary>
internal sealed record Outline(Point[] Points)
{
    public double West { get; } = Points.Min(point => point.X);

    public double East { get; } = Points.Max(point => point.X);

    public double South { get; } = Points.Min(point => point.Y);

    public double North { get; } = Points.Max(point => point.Y);
}

/// <summary>Coasts and borders of the world (Natural Earth, public domain), flat and cut at 180 degrees; <c>web/atlas</c> makes the file and says what is in it. Read once, when the first map is drawn.</summary>
internal sealed class Outlines
{
    /// <summary>Steps of a degree in the file.</summary>
    private const double Units = 500;

    private static readonly Lazy<Outlines> Read = new(() => new Outlines());

    private Outlines()
    {
        using var file = typeof(Outlines).Assembly.GetManifestResourceStream("outlines.bin") ?? throw new InvalidOperationException("The outlines are not part of this build.");
        using var unpacked = new BufferedStream(new BrotliStream(file, CompressionMode.Decompress), 64 * 1024);
        Land = Lines(unpacked);
        Borders = Lines(unpacked);
    }

    public static Outlines World => Read.Value;

    /// <summary>Rings of land, and of water within it.</summary>
    public IReadOnlyList<Outline> Land { get; }

    /// <summary>Borders on land, as Natural Earth draws them.</summary>
    public IReadOnlyList<Outline> Borders { get; }

    private static Outline[] Lines(Stream file)
    {
        var lines = new Outline[Number(file)];
        for (var i = 0; i < lines.Length; i++)
        {
            var points = new Point[Number(file)];
            var (x, y) = (0, 0);
            for (var p = 0; p < points.Length; p++) points[p] = new Point((x += Signed(file)) / Units, (y += Signed(file)) / Units);
            lines[i] = new Outline(points);
        }
        return lines;
    }

    private static int Signed(Stream file)
    {
        var number = Number(file);
        return (number >> 1) ^ -(number & 1);
    }

    private static int Number(Stream file)
    {
        for (int number = 0, shift = 0; ; shift += 7)
        {
            var piece = file.ReadByte();
            if (piece < 0) throw new EndOfStreamException();
            number |= (piece & 127) << shift;
            if (piece < 128) return number;
        }
    }
}
