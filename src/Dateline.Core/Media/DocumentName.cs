using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dateline.Core.Media;

/// <summary>A document's name in the library, which says all that a page tells of it: how many pages it has, and how large it is.</summary>
/// <remarks>Written <c>{SHA-256}-{pages}-{bytes}.pdf</c>. It follows from the file alone, and the hyphen after the hash is how what is published is found, as in <see cref="PictureName"/>.</remarks>
/// <param name="Hash">The SHA-256 of the file, in 64 hexadecimal digits.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record DocumentName(string Hash, int Pages, int Bytes)
{
    /// <summary>The most pages of a document.</summary>
    public const int MostPages = 5_000;

    /// <summary>The largest document, in bytes.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    /// <summary>What a document is called at its address.</summary>
    public const string File = "document.pdf";

    private const string Ending = ".pdf";

    /// <summary>Reads a name; false for anything that this library does not give out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DocumentName? name)
    {
        name = null;
        if (text is null || !text.EndsWith(Ending, StringComparison.Ordinal) || text[..^Ending.Length].Split('-') is not [var hash, var pages, var bytes] || !PictureName.IsHash(hash)) return false;
        if (Number(pages, MostPages) is not { } many || Number(bytes, MostBytes) is not { } large) return false;
        name = new DocumentName(hash, many, large);
        return true;
    }

    /// <summary>The name as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash}-{Pages}-{Bytes}{Ending}");

    // Only as it is written by us, so that one document never has two names.
    private static int? Number(string text, int most) =>
        text is [>= '1' and <= '9', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}

/// <summary>What came of asking for a file of the library.</summary>
/// <param name="Content">The file, to be read from anywhere in it and closed; null when there is none.</param>
/// <param name="Busy">True when it cannot be had at this moment.</param>
public sealed record Lent(Stream? Content, bool Busy = false);

/// <summary>Gives a document as it was uploaded. Whether somebody may see it is asked before, by whoever asks.</summary>
public delegate Task<Lent> Lend(string hash, CancellationToken cancellation);
