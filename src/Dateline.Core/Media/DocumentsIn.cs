using Dateline.Core.Blocks;

namespace Dateline.Core.Media;

/// <summary>Which documents of the library something offers.</summary>
public static class DocumentsIn
{
    /// <summary>Every name of a document in these blocks, with the path of its field; also one that no library could have given.</summary>
    public static IEnumerable<(string Path, string Name)> Blocks(IEnumerable<Block> blocks) =>
        blocks.SelectMany((block, i) => block is Document { Media: { } media } ? [($"blocks[{i}].media", media)] : Array.Empty<(string, string)>());
}
