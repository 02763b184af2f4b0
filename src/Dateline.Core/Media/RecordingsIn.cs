using Dateline.Core.Blocks;

namespace Dateline.Core.Media;

/// <summary>Which recordings of the library something shows.</summary>
public static class RecordingsIn
{
    /// <summary>Every name of a video, sound or captions in these blocks, with the path of its field; also one that no library could have given.</summary>
    public static IEnumerable<(string Path, string Name)> Blocks(IEnumerable<Block> blocks) => blocks.SelectMany((block, i) => Of(block).Select(found => ($"blocks[{i}].{found.Path}", found.Name)));

    /// <summary>The same for what stands at the top of a page.</summary>
    public static IEnumerable<(string Path, string Name)> Lead(Block? lead) => lead is null ? [] : Of(lead).Select(found => ($"lead.{found.Path}", found.Name));

    private static IEnumerable<(string Path, string Name)> Of(Block block)
    {
        var (media, captions) = block switch
        {
            Video video => (video.Media, video.Captions),
            Audio audio => (audio.Media, null),
            _ => (null, null),
        };
        if (media is not null) yield return ("media", media);
        if (captions is not null) yield return ("captions", captions);
    }
}
