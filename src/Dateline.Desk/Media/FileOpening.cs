using System.Text;
using Dateline.Core.Media;
using Dateline.Media.Documents;

namespace Dateline.Desk.Media;

/// <summary>What a file means to be.</summary>
internal enum FileKind
{
    /// <summary>A picture, or nothing that is known; the picture's reader finds the sentence for that.</summary>
    Picture,

    /// <summary>Video or sound.</summary>
    Recording,

    /// <summary>Captions.</summary>
    Captions,

    /// <summary>A PDF.</summary>
    Document,
}

/// <summary>Guesses by the first bytes what a file means to be, so that it gets its bound and its reader. Whether it is that, its reader says.</summary>
internal static class FileOpening
{
    /// <summary>How much of a file is looked at.</summary>
    public const int Bytes = 256;

    // Files of pictures (HEIC, AVIF) are built like films.
    private static readonly string[] Pictures = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];
    private static readonly string[] Films = ["ftyp", "moov", "mdat", "wide", "free", "skip"];

    public static FileKind Of(ReadOnlySpan<byte> opening)
    {
        if (DocumentReader.IsOpening(opening)) return FileKind.Document;
        if (IsFilm(opening) || IsSound(opening)) return FileKind.Recording;
        return Captions.Opens(Encoding.UTF8.GetString(opening).TrimStart('\ufeff')) ? FileKind.Captions : FileKind.Picture;
    }

    private static bool IsFilm(ReadOnlySpan<byte> opening)
    {
        if (opening.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3])) return true;
        return opening.Length >= 12 && Films.Contains(Encoding.ASCII.GetString(opening[4..8])) && !Pictures.Contains(Encoding.ASCII.GetString(opening[8..12]));
    }

    private static bool IsSound(ReadOnlySpan<byte> opening) =>
        opening.StartsWith("ID3"u8) || opening.StartsWith("OggS"u8) || opening.StartsWith("fLaC"u8)
        || (opening.Length >= 12 && opening.StartsWith("RIFF"u8) && opening[8..12].SequenceEqual("WAVE"u8))
        // A frame of MP3 or AAC begins with eleven or twelve ones; a JPEG with ten at most.
        || (opening.Length >= 2 && opening[0] == 0xFF && (opening[1] & 0xE0) == 0xE0);
}
