using NetVips;

namespace Dateline.Testing;

/// <summary>Pictures made for tests: waves of colour, another for each seed.</summary>
public static class Pictures
{
    public static byte[] Jpeg(int width, int height, int seed = 1)
    {
        using var image = Draw(width, height, seed);
        return image.JpegsaveBuffer(q: 85);
    }

    public static byte[] Png(int width, int height, int seed = 1, bool interlaced = false)
    {
        using var image = Draw(width, height, seed);
        return image.PngsaveBuffer(interlace: interlaced);
    }

    public static byte[] In(string ending, int width, int height)
    {
        using var image = Draw(width, height, 1);
        return image.WriteToBuffer(ending);
    }

    /// <summary>As a phone would store it: lying on its side, with the place where it was taken and the name of who took it.</summary>
    public static byte[] FromPhone(int width, int height)
    {
        using var image = Draw(width, height, 3).Mutate(file =>
        {
            file.Set(GValue.GIntType, "orientation", 6);
            file.Set(GValue.GStrType, "exif-ifd0-Artist", "Ana Sorrel (Ana Sorrel, ASCII, 11 components, 11 bytes)");
            file.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
            file.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "51/1 30/1 0/1");
        });
        return image.JpegsaveBuffer(q: 85);
    }

    public static byte[] WithHole(int width, int height)
    {
        using var image = Draw(width, height, 4);
        using var clear = image.Bandjoin(Image.Black(width, height));
        return clear.PngsaveBuffer();
    }

    private static Image Draw(int width, int height, int seed)
    {
        using var place = Image.Xyz(width, height);
        using var wave = (place * (seed * 7.0 / width)).Linear([1.0, 1.0], [seed, seed * 2.0]).Math(Enums.OperationMath.Sin) * 100 + 128;
        using var third = (wave[0] + wave[1]) / 2;
        return wave.Bandjoin(third).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
