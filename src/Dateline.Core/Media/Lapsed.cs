using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Core.Media;

/// <summary>That a file of the library may not be shown any more.</summary>
/// <param name="Hash">The file.</param>
/// <param name="At">When the right to show it ended.</param>
public sealed record Lapse(string Hash, DateTimeOffset At);

/// <summary>The pictures, recordings and documents of something readers have that may not be shown any more. The newsroom's own version keeps them, so that they come back when the right is renewed.</summary>
/// <param name="Media">Each of them; kept under the name from when there were pictures alone.</param>
public sealed record Lapsed([property: JsonPropertyName("pictures")] ValueList<Lapse> Media)
{
    /// <summary>The blocks as readers have them: the words stay, and the place of what ended says so.</summary>
    public ValueList<Block> Without(ValueList<Block> blocks) => [.. blocks.Select(Without)];

    /// <inheritdoc cref="Without(ValueList{Block})"/>
    public Block Without(Block block) => block switch
    {
        Image image when Names(image.Media) => image with { Media = null, Lapsed = true },
        Gallery { Items: { } items } gallery => gallery with { Items = [.. items.Select(item => Names(item.Media) ? item with { Media = null, Lapsed = true } : item)] },
        // The still is a frame of the film, so it goes with it; captions serve nobody alone, and the transcript stays as words do.
        Video video when Names(video.Media) => video with { Media = null, Poster = null, Captions = null, Lapsed = true },
        Audio audio when Names(audio.Media) => audio with { Media = null, Artwork = Kept(audio.Artwork), Lapsed = true },
        // What stands beside something else is left out; that goes on without it.
        Video video => video with { Poster = Kept(video.Poster), Captions = Kept(video.Captions) },
        Audio audio => audio with { Artwork = Kept(audio.Artwork) },
        Embed embed when Names(embed.Media) => embed with { Media = null, Alt = null },
        LinkCard card when Names(card.Media) => card with { Media = null },
        Document document when Names(document.Media) => document with { Media = null, FirstPage = null, Lapsed = true },
        Document document when Names(document.FirstPage) => document with { FirstPage = null },
        _ => block,
    };

    private string? Kept(string? media) => Names(media) ? null : media;

    private bool Names(string? media) => MediaHash.Of(media) is { } hash && Media.Any(lapse => lapse.Hash == hash);
}
