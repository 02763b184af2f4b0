using Dateline.Core.Media;
using NetVips;

namespace Dateline.Media;

/// <summary>Writes one rendition of a picture: turned as the camera was held, in the colours of the web, and without anything that the file said beside its pixels, the place above all.</summary>
/// <remarks>What it writes follows from the original and the rendition alone.</remarks>
internal static class Exposure
{
    private const int JpegQuality = 78;
    private const int WebpQuality = 76;
    private const int WebpEffort = 2;
    private const int AvifQuality = 52;

    // Higher is smaller and much slower: 3 makes all six of a picture of 24 megapixels in a few seconds.
    private const int AvifEffort = 3;

    public static void Write(string original, Rendition rendition, string file)
    {
        Vips.Prepare();
        using var sized = Image.Thumbnail(original, rendition.Width, height: PictureName.MostSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var flat = PictureReader.Flat(sized);
        switch (rendition.Format)
        {
            case PictureFormat.Jpg:
                flat.Jpegsave(file, q: JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
                break;
            case PictureFormat.Webp:
                flat.Webpsave(file, q: WebpQuality, effort: WebpEffort, keep: Enums.ForeignKeep.None);
                break;
            default:
                flat.Heifsave(file, q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, bitdepth: 8, keep: Enums.ForeignKeep.None);
                break;
        }
    }
}
