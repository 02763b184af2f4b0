using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dateline.Core.Media;

/// <summary>The forms a picture is served in.</summary>
public enum PictureFormat
{
    /// <summary>The smallest, for browsers that know it.</summary>
    Avif,

    /// <summary>For nearly every other browser.</summary>
    Webp,

    /// <summary>For everything else that shows pictures.</summary>
    Jpg,
}

/// <summary>One of the sizes and forms in which a picture is served. There are eighteen of each picture and no others, so nobody can ask a server to make more.</summary>
/// <param name="Hash">The picture.</param>
/// <param name="Width">One of <see cref="Widths"/>.</param>
/// <param name="Format">The form.</param>
public sealed record Rendition(string Hash, int Width, PictureFormat Format)
{
    /// <summary>The six widths, from a small phone to a wide screen of twice the density.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 480, 720, 960, 1440, 2160];

    /// <summary>Every rendition of a picture.</summary>
    public static IEnumerable<Rendition> Of(string hash) => Enum.GetValues<PictureFormat>().SelectMany(format => Widths.Select(width => new Rendition(hash, width, format)));

    /// <summary>The widths that are of use for a picture this wide: up to the first that shows all of it. A picture is never enlarged.</summary>
    public static IEnumerable<int> WidthsFor(int width) => Widths.Where((each, i) => i == 0 || Widths[i - 1] < width);

    /// <summary>Reads a rendition from the parts of its address, such as <c>960.webp</c>.</summary>
    public static bool TryParse(string hash, string file, [NotNullWhen(true)] out Rendition? rendition)
    {
        rendition = null;
        if (!PictureName.IsHash(hash) || file.Split('.') is not [var size, var ending] || Widths.FirstOrDefault(each => each.ToString(CultureInfo.InvariantCulture) == size) is not (> 0 and var width)) return false;
        foreach (var format in Enum.GetValues<PictureFormat>())
            if (Ending(format) == ending) rendition = new Rendition(hash, width, format);
        return rendition is not null;
    }

    /// <summary>The name of its file: <c>960.webp</c>.</summary>
    public string File => string.Create(CultureInfo.InvariantCulture, $"{Width}.{Ending(Format)}");

    /// <summary>What a browser is told that it is.</summary>
    public string ContentType => Format == PictureFormat.Jpg ? "image/jpeg" : $"image/{Ending(Format)}";

    private static string Ending(PictureFormat format) => format switch
    {
        PictureFormat.Avif => "avif",
        PictureFormat.Webp => "webp",
        _ => "jpg",
    };
}

/// <summary>What came of asking for a rendition.</summary>
/// <param name="Path">Its file; null when there is none.</param>
/// <param name="Busy">True when there is none because more are being made than this machine can do at once.</param>
public sealed record Developed(string? Path, bool Busy = false);

/// <summary>Gives a rendition as a file, and makes it first when it is missing. Whether somebody may see it is asked before, by whoever asks.</summary>
public delegate Task<Developed> Develop(Rendition rendition, CancellationToken cancellation);
