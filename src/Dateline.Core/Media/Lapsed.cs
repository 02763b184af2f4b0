using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Core.Media;

/// <summary>That a picture may not be shown any more.</summary>
/// <param name="Hash">The picture.</param>
/// <param name="At">When the right to show it ended.</param>
public sealed record Lapse(string Hash, DateTimeOffset At);

/// <summary>The pictures of something readers have that may not be shown any more. The newsroom's own version keeps them, so that they come back when the right is renewed.</summary>
public sealed record Lapsed(ValueList<Lapse> Pictures)
{
    /// <summary>The blocks as readers have them: the words stay, and a picture's place says that it ended.</summary>
    public ValueList<Block> Without(ValueList<Block> blocks) => [.. blocks.Select(Without)];

    /// <inheritdoc cref="Without(ValueList{Block})"/>
    public Block Without(Block block) => block switch
    {
        Image image when Names(image.Media) => image with { Media = null, Lapsed = true },
        Gallery { Items: { } items } gallery => gallery with { Items = [.. items.Select(item => Names(item.Media) ? item with { Media = null, Lapsed = true } : item)] },
        // What stands beside something else is left out; that goes on without it.
        Video video when Names(video.Poster) => video with { Poster = null },
        Audio audio when Names(audio.Artwork) => audio with { Artwork = null },
        Embed embed when Names(embed.Media) => embed with { Media = null, Alt = null },
        LinkCard card when Names(card.Media) => card with { Media = null },
        Document document when Names(document.FirstPage) => document with { FirstPage = null },
        _ => block,
    };

    private bool Names(string? media) => PictureName.TryParse(media, out var name) && Pictures.Any(lapse => lapse.Hash == name.Hash);
}
