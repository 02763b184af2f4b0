using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Assembly;

/// <summary>Splits a block that is longer than its kind may be into several that say the same.</summary>
internal static class BlockSplitting
{
    private const int MostItems = 200;
    private const int MostShort = 1_000;

    public static IEnumerable<Block> Split(Block block) => block switch
    {
        Paragraph { Text: { } text } => RichTextSplitting.Split(text).Select(piece => new Paragraph { Text = piece }),
        Subheading { Text: { } text } => RichTextSplitting.Split(text).Select(piece => new Subheading { Text = piece }),
        Quote { Text: { } text } quote => RichTextSplitting.Split(text).Select(piece => quote with { Text = piece }),
        ListBlock { Items: { } items } list => items.SelectMany(Split).Chunk(MostItems).Select(chunk => list with { Items = [.. chunk] }),
        Image { Alt: { Length: > MostShort } alt } image => Paragraphs(alt[Cut(alt)..]).Prepend(image with { Alt = alt[..Cut(alt)] }),
        _ => [block],
    };

    private static IEnumerable<ListItem> Split(ListItem item)
    {
        var inner = item.Items is { } items ? items.SelectMany(Split).ToList() : [];
        var texts = item.Text is { } text ? RichTextSplitting.Split(text).ToList() : [];
        for (var i = 0; i < texts.Count - 1; i++) yield return new ListItem { Text = texts[i] };
        var last = texts.Count > 0 ? texts[^1] : item.Text;
        yield return new ListItem { Text = last, Items = inner.Count == 0 ? null : [.. inner.Take(MostItems)] };
        foreach (var further in inner.Skip(MostItems)) yield return further;
    }

    private static int Cut(string alt) => alt.LastIndexOf(' ', MostShort - 1) is > 0 and var space ? space : MostShort;

    private static IEnumerable<Block> Paragraphs(string text) =>
        RichTextSplitting.Split(RichText.Plain(text.Trim())).Select(piece => new Paragraph { Text = piece });
}
