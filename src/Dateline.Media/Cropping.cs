using NetVips;

namespace Dateline.Media;

/// <summary>A part of a picture, in pixels of the picture as it is looked at.</summary>
public sealed record Crop(int Left, int Top, int Width, int Height)
{
    /// <summary>The shortest side of a part, in pixels: of less there is nothing to see.</summary>
    public const int LeastSide = 50;
}

/// <summary>Writes a part of a picture as a picture of its own, turned as the camera was held, and without anything that the file said beside its pixels and their colours.</summary>
public static class Cropping
{
    // It is an original from now on: renditions are made of it, and may not be seen to be made twice.
    private const int Quality = 95;

    /// <summary>Writes the part to a file: as PNG where something shines through, otherwise as JPEG.</summary>
    /// <remarks>What it writes follows from the original and the part alone, so the same part cut again is the same picture.</remarks>
    public static void Write(string original, Crop crop, string file)
    {
        Vips.Prepare();
        // Not in the order of the file: a picture that was held upright is read across.
        using var whole = Image.NewFromFile(original, access: Enums.Access.Random, failOn: Enums.FailOn.Error);
        using var turned = whole.Autorot();
        using var part = turned.Crop(crop.Left, crop.Top, crop.Width, crop.Height);
        if (part.HasAlpha()) part.Pngsave(file, keep: Enums.ForeignKeep.Icc);
        else part.Jpegsave(file, q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.Icc);
    }
}
