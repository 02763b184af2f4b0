using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Media;

namespace Dateline.Public.Pages.Sheets;

/// <summary>The picture that stands for a page where it is shared: the one at its top, when that is a picture of our own.</summary>
internal static class ShareImage
{
    private const int Width = 1440;

    public static string? Of(Header header, Setting setting) =>
        header.Lead is Image { Media: { } media, Warning: null } && PictureName.TryParse(media, out var picture) ? setting.Whole(new Rendition(picture.Hash, Width, PictureFormat.Jpg)) : null;
}
