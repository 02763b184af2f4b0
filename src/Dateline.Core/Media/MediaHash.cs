namespace Dateline.Core.Media;

/// <summary>The hash with which every name in the library begins, whatever it names.</summary>
public static class MediaHash
{
    private const int Length = 64;

    /// <summary>The hash in a name; null in what no library could have given.</summary>
    public static string? Of(string? name) => name is { Length: > Length } && name[Length] is '-' or '.' && PictureName.IsHash(name[..Length]) ? name[..Length] : null;
}
