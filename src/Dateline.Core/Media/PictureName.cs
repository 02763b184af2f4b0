using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dateline.Core.Media;

/// <summary>A picture's name in the library, which says all that a page needs to hold its place: what it is, how large it is, and roughly how it looks.</summary>
/// <remarks>
/// Written <c>{SHA-256}-{width}x{height}-{four colours}</c>, in lower case. It follows from the picture alone, so a page is set without asking anybody for it,
/// and the same picture has the same name in every newsroom.
/// </remarks>
/// <param name="Hash">The SHA-256 of the file that was uploaded, in 64 hexadecimal digits.</param>
/// <param name="Width">Its width in pixels, as it is looked at.</param>
/// <param name="Height">Its height in pixels, as it is looked at.</param>
/// <param name="Colours">The colours of its quarters (left and right above, left and right below), three hexadecimal digits each.</param>
public sealed record PictureName(string Hash, int Width, int Height, string Colours)
{
    /// <summary>The longest side a picture may have.</summary>
    public const int MostSide = 30_000;

    private const int HashDigits = 64;
    private const int ColourDigits = 12;

    /// <summary>The colour of a quarter, from 0 to 3, as CSS and SVG write it.</summary>
    public string Colour(int quarter) => $"#{Colours.AsSpan(quarter * 3, 3)}";

    /// <summary>Reads a name; false for anything that this library does not give out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PictureName? name)
    {
        name = null;
        if (text is null || text.Split('-') is not [var hash, var size, var colours] || !IsHash(hash)) return false;
        if (size.Split('x') is not [var wide, var high] || Side(wide) is not { } width || Side(high) is not { } height) return false;
        if (colours.Length != ColourDigits || !colours.All(char.IsAsciiHexDigitLower)) return false;
        name = new PictureName(hash, width, height, colours);
        return true;
    }

    /// <summary>Whether this is the SHA-256 of something, as addresses write it.</summary>
    public static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The name as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash}-{Width}x{Height}-{Colours}");

    // Only as it is written by us, so that one picture never has two names.
    private static int? Side(string text) =>
        text is [>= '1' and <= '9', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side <= MostSide ? side : null;
}
