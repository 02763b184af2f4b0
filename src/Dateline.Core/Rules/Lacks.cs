using Dateline.Core.Blocks;
using Dateline.Core.Posts;

namespace Dateline.Core.Rules;

/// <summary>Something a post lacks.</summary>
/// <param name="Item">What.</param>
/// <param name="Path">The field it belongs into.</param>
/// <param name="Sentence">What to do about it.</param>
/// <param name="Block">The block's id, when it is a block's.</param>
/// <param name="Picture">Which picture of a gallery.</param>
public sealed record Lack(Item Item, string Path, string Sentence, string? Block = null, int? Picture = null)
{
    /// <summary>Whether a picture or recording lacks it, which can wait while the words go out.</summary>
    public bool IsOfPicture => Item is Item.Alt or Item.Credit;
}

/// <summary>Finds what a post lacks, whatever the newsroom asks for. The desk finds the same as somebody types; both are held to <c>spec/fixtures/checklist</c>.</summary>
public static class Lacks
{
    private const string NoAlt = "This picture has no alt text; say what it shows, for those who do not see it.";
    private const string NoCredit = "Nobody is credited here; say whose it is.";
    private const string NoSource = "No source is given; say where this comes from.";

    /// <summary>All that it lacks, in reading order.</summary>
    public static IReadOnlyList<Lack> Of(PostContent content)
    {
        var lacks = new List<Lack>();
        if (!content.Bylines.Any(byline => Said(byline.Name))) lacks.Add(new Lack(Item.Byline, "bylines", "Nobody is named as the writer; add a byline."));
        for (var i = 0; i < content.Blocks.Count; i++) Add(content.Blocks[i], $"blocks[{i}]", lacks);
        return lacks;
    }

    private static void Add(Block block, string path, List<Lack> lacks)
    {
        switch (block)
        {
            case Image image: OfPicture(image.Picture, path, block.Id, null, lacks); break;
            case Gallery gallery:
                for (var i = 0; i < gallery.Items?.Count; i++) OfPicture(gallery.Items[i], $"{path}.items[{i}]", block.Id, i, lacks);
                break;
            case Video video: OfRecording(video.Media ?? video.Url, video.Credit, path, block.Id, lacks); break;
            // A programme's own name says whose it is.
            case Audio audio: OfRecording(audio.Media ?? audio.Url, Said(audio.Show) ? audio.Show : audio.Credit, path, block.Id, lacks); break;
            case Chart chart: OfSource(Said(chart.Source), $"{path}.source", block.Id, lacks); break;
            case Table table: OfSource(Said(table.Source), $"{path}.source", block.Id, lacks); break;
            case Quote quote:
                OfSource(Said(quote.Attribution) || Said(quote.Source) || quote.Text is null || quote.Text.IsBlank, $"{path}.attribution", block.Id, lacks);
                break;
            case Verification checks:
                for (var i = 0; i < checks.Items?.Count; i++)
                    OfSource(Said(checks.Items[i].Source) || Said(checks.Items[i].SourceUrl) || !Said(checks.Items[i].What), $"{path}.items[{i}].source", block.Id, lacks);
                break;
        }
        foreach (var (link, sentence) in LinkCheck.Faults(block)) lacks.Add(new Lack(Item.Links, $"{path}.{link}", sentence, block.Id));
    }

    private static void OfPicture(Picture picture, string path, string? block, int? number, List<Lack> lacks)
    {
        if (!Said(picture.Alt)) lacks.Add(new Lack(Item.Alt, $"{path}.alt", NoAlt, block, number));
        if (!Said(picture.Credit)) lacks.Add(new Lack(Item.Credit, $"{path}.credit", NoCredit, block, number));
    }

    private static void OfRecording(string? recording, string? credit, string path, string? block, List<Lack> lacks)
    {
        if (recording is not null && !Said(credit)) lacks.Add(new Lack(Item.Credit, $"{path}.credit", NoCredit, block));
    }

    private static void OfSource(bool given, string path, string? block, List<Lack> lacks)
    {
        if (!given) lacks.Add(new Lack(Item.Source, path, NoSource, block));
    }

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
