using System.Text;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using NetVips;

namespace Dateline.Media;

/// <summary>A file that was found to be a picture, by decoding all of it.</summary>
/// <param name="Width">As it is looked at: turned as the camera was held.</param>
/// <param name="Height">The same.</param>
/// <param name="Colours">The colours of its quarters, as <see cref="PictureName.Colours"/> has them.</param>
/// <param name="Kind">What it is, whatever it was called: <c>jpeg</c>, <c>png</c>, <c>webp</c>, <c>gif</c>, <c>avif</c>.</param>
public sealed record SeenPicture(int Width, int Height, string Colours, string Kind);

/// <summary>Looks at a file that somebody sent. Nothing that it says of itself is believed before its pixels are there.</summary>
public static class PictureReader
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    /// <summary>The most pixels of a picture: what cameras make, and what this machine decodes without being noticed.</summary>
    public const long MostPixels = 64_000_000;

    /// <summary>The most pixels of one that is stored in several passes, which can only be decoded as a whole, in memory.</summary>
    public const long MostInPasses = 40_000_000;

    private static readonly byte[][] OfPhones = [.. new[] { "ftypheic", "ftypheix", "ftyphevc", "ftypmif1" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>What the file is, or why it cannot be taken.</summary>
    public static Result<SeenPicture> Look(string file)
    {
        Vips.Prepare();
        Image? header = null;
        try
        {
            header = Image.NewFromFile(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        }
        catch (VipsException)
        {
            return NoPicture(file);
        }
        using (header)
        {
            if (TooLarge(header) is { } refusal) return refusal;
            var kind = Kind(header);
            if (kind is null) return NoPicture(file);
            var turned = header.Contains("orientation") && header.Get("orientation") is int and >= 5 and <= 8;
            try
            {
                return new SeenPicture(turned ? header.Height : header.Width, turned ? header.Width : header.Height, Colours(file), kind);
            }
            catch (VipsException)
            {
                return Refusal.OfFile("This picture is damaged, or was cut off on its way: it cannot be shown to its end. Send it again, or save it anew.");
            }
        }
    }

    private static Refusal? TooLarge(Image header)
    {
        var pixels = (long)header.Width * header.Height;
        if (header.Width > PictureName.MostSide || header.Height > PictureName.MostSide)
            return Refusal.OfFile($"This picture is {header.Width:N0} by {header.Height:N0} pixels; make no side longer than {PictureName.MostSide:N0} and send it again.");
        if (pixels > MostPixels)
            return Refusal.OfFile($"This picture has {pixels / 1_000_000:N0} megapixels; reduce it to at most {MostPixels / 1_000_000} and send it again.");
        if (pixels > MostInPasses && header.Contains("interlaced"))
            return Refusal.OfFile($"This picture has {pixels / 1_000_000:N0} megapixels stored in passes; save it without “progressive” or “interlaced”, or with at most {MostInPasses / 1_000_000} megapixels.");
        return null;
    }

    // Decodes every pixel, which is how a file that ends too early or lies is found out, and sees the four quarters.
    private static string Colours(string file)
    {
        using var whole = Image.NewFromFile(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        using var small = whole.ThumbnailImage(64, 64, size: Enums.Size.Force);
        using var turned = small.Autorot();
        using var flat = Flat(turned);
        using var quarters = flat.Shrink(32, 32);
        var bytes = quarters.Cast(Enums.BandFormat.Uchar).WriteToMemory<byte>();
        return string.Concat(bytes.Take(12).Select(level => ((level * 15 + 127) / 255).ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Three channels without transparency, over white: as a picture lies on paper, in the dark too.</summary>
    internal static Image Flat(Image image)
    {
        using var coloured = image.Colourspace(Enums.Interpretation.Srgb);
        return coloured.HasAlpha() ? coloured.Flatten(background: [255, 255, 255]) : coloured.Copy();
    }

    private static string? Kind(Image header) => header.Get("vips-loader") switch
    {
        string loader when loader.StartsWith("jpegload", StringComparison.Ordinal) => "jpeg",
        string loader when loader.StartsWith("pngload", StringComparison.Ordinal) => "png",
        string loader when loader.StartsWith("webpload", StringComparison.Ordinal) => "webp",
        string loader when loader.StartsWith("gifload", StringComparison.Ordinal) => "gif",
        string loader when loader.StartsWith("heifload", StringComparison.Ordinal) => "avif",
        _ => null,
    };

    // Only a guess at what somebody meant to send, for the sentence.
    private static Refusal NoPicture(string file)
    {
        var buffer = new byte[1_024];
        using var stream = File.OpenRead(file);
        var opening = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (opening.IndexOf("<svg"u8) >= 0) return Refusal.OfFile("SVG drawings are not taken, as they can carry programs; save it as PNG and send that.");
        foreach (var brand in OfPhones)
            if (opening.IndexOf(brand) == 4) return Refusal.OfFile("This is a HEIC picture, which browsers do not show; save it as JPEG and send that.");
        return Refusal.OfFile("This file is no picture that can be read. Save it as JPEG or PNG and send it again.");
    }
}
