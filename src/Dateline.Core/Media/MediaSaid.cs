using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Core.Media;

/// <summary>What a post says of the files that it shows, as details of the library. So what somebody typed once, in a hurry, is found by its words later.</summary>
public static class MediaSaid
{
    /// <summary>What these blocks say of each file, by its hash; of one that they show twice what they say first, of one they say nothing of nothing.</summary>
    public static IReadOnlyDictionary<string, MediaDetails> In(IEnumerable<Block> blocks)
    {
        var said = new Dictionary<string, MediaDetails>(StringComparer.Ordinal);
        foreach (var (name, details) in blocks.SelectMany(Of))
            if (MediaHash.Of(name) is { } hash && details != Nothing) said.TryAdd(hash, details);
        return said;
    }

    private static readonly MediaDetails Nothing = new();

    // Stills, artwork and first pages are left out: the words beside them are of something else.
    private static IEnumerable<(string? Name, MediaDetails Details)> Of(Block block) => block switch
    {
        Image image => [(image.Media, new() { Alt = Told(image.Alt), Caption = Told(image.Caption), Credit = Told(image.Credit), CreditKind = image.CreditKind })],
        Gallery gallery => (gallery.Items ?? []).Select(item => (item.Media, new MediaDetails { Alt = Told(item.Alt), Caption = Told(item.Caption), Credit = Told(item.Credit), CreditKind = item.CreditKind })),
        Video video => [(video.Media, new() { Caption = Told(video.Caption), Credit = Told(video.Credit) })],
        Audio audio => [(audio.Media, new() { Caption = Told(string.Join(" · ", new[] { audio.Show, audio.Episode, audio.Caption?.PlainText }.Where(part => !string.IsNullOrWhiteSpace(part)))), Credit = Told(audio.Credit) })],
        Document document => [(document.Media, new() { Caption = Told(document.Title), Credit = Told(document.Source) })],
        _ => [],
    };

    private static string? Told(RichText? text) => Told(text?.PlainText);

    // A caption in a post may be longer than a detail of the library.
    private static string? Told(string? text) => text?.Trim() is { Length: > 0 } told ? told.Length <= Fields.MostShort ? told : Shortened(told) : null;

    private static string Shortened(string text) => text[..(char.IsHighSurrogate(text[Fields.MostShort - 1]) ? Fields.MostShort - 1 : Fields.MostShort)];
}
