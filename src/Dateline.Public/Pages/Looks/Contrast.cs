using System.Globalization;

namespace Dateline.Public.Pages.Looks;

/// <summary>Contrast between two colours, as WCAG 2 computes it.</summary>
public static class Contrast
{
    /// <summary>The least contrast of any text on a page: between the 4.5 of WCAG's AA and the 7 of AAA.</summary>
    public const double Least = 6;

    public const string LightPaper = "#fcfbf8";
    public const string DarkPaper = "#121417";

    /// <summary>From 1 (the same) to 21 (black on white); colours as #rrggbb.</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
