using NetVips;

namespace Dateline.Server.Demo;

/// <summary>Paper, paint and a ruler, for the sample's pictures: flat shapes, one over another.</summary>
internal sealed class Canvas(int seed)
{
    public const int Width = 2_400;
    public const int Height = 1_600;

    private readonly byte[] _pixels = new byte[Width * Height * 3];
    private readonly Random _random = new(seed);

    /// <summary>A number between the two; the same each time the picture is drawn.</summary>
    public double Between(double least, double most) => least + (_random.NextDouble() * (most - least));

    /// <summary>One colour above running into another below.</summary>
    public void Wash(int top, int bottom, int above, int below)
    {
        for (var y = top; y < bottom; y++) Row(y, 0, Width, Mixed(above, below, (y - top) / (double)(bottom - top)));
    }

    public void Rectangle(double x, double y, double width, double height, int colour) => Polygon(colour, (x, y), (x + width, y), (x + width, y + height), (x, y + height));

    public void Line(double x1, double y1, double x2, double y2, double width, int colour)
    {
        var length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        var (across, down) = ((y2 - y1) / length * width / 2, (x1 - x2) / length * width / 2);
        Polygon(colour, (x1 + across, y1 + down), (x2 + across, y2 + down), (x2 - across, y2 - down), (x1 - across, y1 - down));
    }

    /// <summary>An ellipse, turned by so many degrees.</summary>
    public void Oval(double x, double y, double width, double height, int colour, double turned = 0)
    {
        var (sin, cos) = Math.SinCos(turned * Math.PI / 180);
        var points = new (double, double)[48];
        for (var i = 0; i < points.Length; i++)
        {
            var (up, along) = Math.SinCos(i * Math.Tau / points.Length);
            points[i] = (x + (along * width / 2 * cos) - (up * height / 2 * sin), y + (along * width / 2 * sin) + (up * height / 2 * cos));
        }
        Polygon(colour, points);
    }

    public void Polygon(int colour, params ReadOnlySpan<(double X, double Y)> points)
    {
        var crossings = new List<double>();
        var (top, bottom) = (double.MaxValue, double.MinValue);
        foreach (var (_, y) in points) (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        for (var y = Math.Max(0, (int)top); y < Math.Min(Height, bottom + 1); y++)
        {
            crossings.Clear();
            for (var i = 0; i < points.Length; i++)
            {
                var (from, to) = (points[i], points[(i + 1) % points.Length]);
                if (from.Y <= y == to.Y <= y) continue;
                crossings.Add(from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)));
            }
            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2) Row(y, (int)crossings[i], (int)crossings[i + 1], colour);
        }
    }

    /// <summary>A small figure, standing at this point.</summary>
    public void Figure(double x, double y, double size, int coat)
    {
        Rectangle(x - (size * 0.11), y - (size * 0.45), size * 0.09, size * 0.45, 0x23272d);
        Rectangle(x + (size * 0.02), y - (size * 0.45), size * 0.09, size * 0.45, 0x23272d);
        Oval(x, y - (size * 0.55), size * 0.36, size * 0.55, coat);
        Oval(x, y - (size * 0.9), size * 0.2, size * 0.22, 0xc49a7c);
    }

    /// <summary>Between two colours.</summary>
    public static int Mixed(int one, int other, double share)
    {
        int Part(int shift) => (int)((((one >> shift) & 0xff) * (1 - share)) + (((other >> shift) & 0xff) * share)) << shift;
        return Part(16) | Part(8) | Part(0);
    }

    public byte[] Jpeg()
    {
        using var image = NetVips.Image.NewFromMemory(_pixels, Width, Height, 3, Enums.BandFormat.Uchar);
        using var coloured = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return coloured.JpegsaveBuffer(q: 82);
    }

    private void Row(int y, int from, int to, int colour)
    {
        for (var x = Math.Max(0, from); x < Math.Min(Width, to); x++)
        {
            var at = ((y * Width) + x) * 3;
            (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
        }
    }
}
