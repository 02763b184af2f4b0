using Dateline.Core.Blocks;

namespace Dateline.Core.Media;

/// <summary>Which pictures of the library something shows.</summary>
public static class PicturesIn
{
    /// <summary>Every name of a picture in these blocks, with the path of its field; also one that no library could have given.</summary>
    public static IEnumerable<(string Path, string Name)> Blocks(IEnumerable<Block> blocks) =>
        blocks.SelectMany((block, i) => Of(block).Where(found => found.Name is not null).Select(found => ($"blocks[{i}].{found.Path}", found.Name!)));

    /// <summary>The same for what stands at the top of a page.</summary>
    public static IEnumerable<(string Path, string Name)> Lead(Block? lead) =>
        lead is null ? [] : Of(lead).Where(found => found.Name is not null).Select(found => ($"lead.{found.Path}", found.Name!));

    /// <summary>The same for one block, with paths inside it.</summary>
    public static IEnumerable<(string Path, string? Name)> Of(Block block) => block switch
    {
        Image image => [("media", image.Media)],
        Gallery gallery => (gallery.Items ?? []).Select((picture, i) => ($"items[{i}].media", picture.Media)),
        Video video => [("poster", video.Poster)],
        Audio audio => [("artwork", audio.Artwork)],
        Embed embed => [("media", embed.Media)],
        LinkCard card => [("media", card.Media)],
        Document document => [("firstPage", document.FirstPage)],
        _ => [],
    };
}
