using Dateline.Core.Blocks;

namespace Dateline.Core.Media;

/// <summary>Which files of the library something shows: pictures, recordings and documents alike.</summary>
public static class MediaIn
{
    /// <summary>Every name in these blocks, with the path of its field; also one that no library could have given.</summary>
    public static IEnumerable<(string Path, string Name)> Blocks(IReadOnlyCollection<Block> blocks) => [.. PicturesIn.Blocks(blocks), .. RecordingsIn.Blocks(blocks), .. DocumentsIn.Blocks(blocks)];

    /// <summary>The same for what stands at the top of a page.</summary>
    public static IEnumerable<(string Path, string Name)> Lead(Block? lead) => [.. PicturesIn.Lead(lead), .. RecordingsIn.Lead(lead)];

    /// <summary>The hashes of what these blocks show, each once.</summary>
    public static IReadOnlyCollection<string> Hashes(IReadOnlyCollection<Block> blocks) => Blocks(blocks).Select(found => MediaHash.Of(found.Name)).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
