using Dateline.Core.Media;
using NetVips;

namespace Dateline.Media;

/// <summary>Writes renditions of a picture: turned as the camera was held, in the colours of the web, and without anything that the file said beside its pixels, the place above all.</summary>
/// <remarks>What it writes of each follows from the original and the rendition alone, whatever else is written with it.</remarks>
internal static class Exposure
{
    private const int JpegQuality = 78;
    private const int WebpQuality = 76;
    private const int WebpEffort = 2;
    private const int AvifQuality = 52;

    // Higher is smaller and much slower: 3 makes all six of a picture of 24 megapixels in a few seconds.
    private const int AvifEffort = 3;

    /// <summary>Writes these forms of one width. Unpacking and shrinking a large picture costs as much as writing a small one, so it is done once for all of them.</summary>
    public static void Write(string original, int width, IReadOnlyList<(PictureFormat Format, string File)> forms)
    {
        Vips.Prepare();
        using var sized = Image.Thumbnail(original, width, height: PictureName.MostSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var flat = PictureReader.Flat(sized);
        using var pixels = forms.Count > 1 ? flat.CopyMemory() : flat.Copy();
        foreach (var (format, file) in forms) Write(pixels, format, file);
    }

    private static void Write(Image pixels, PictureFormat format, string file)
    {
        switch (format)
        {
            case PictureFormat.Jpg:
                pixels.Jpegsave(file, q: JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
                break;
            case PictureFormat.Webp:
                pixels.Webpsave(file, q: WebpQuality, effort: WebpEffort, keep: Enums.ForeignKeep.None);
                break;
            default:
                pixels.Heifsave(file, q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, bitdepth: 8, keep: Enums.ForeignKeep.None);
                break;
        }
    }
}
