using System.Collections.ObjectModel;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Import.Assembly;

/// <summary>A post as a reader found it in its source: not yet named, numbered or held to the limits.</summary>
internal sealed record FoundPost
{
    /// <summary>Where it begins in the source, counted from 1; 0 when that cannot be said.</summary>
    public int Line { get; init; }

    /// <summary>What the source calls it, when the source has a name for it.</summary>
    public string? SourceName { get; init; }

    public string? Headline { get; init; }
    public Label? Label { get; init; }
    public bool Breaking { get; init; }
    public ValueList<Byline> Bylines { get; init; } = [];
    public ShownTime Time { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What a post without headline and blocks still says: its label and its names, as paragraphs.</summary>
    public FoundPost Worded() => this with { Label = null, Bylines = [], Blocks = [.. Said().Select(words => new Paragraph { Text = RichText.Plain(words) })] };

    private IEnumerable<string> Said() =>
        Bylines.Select(Words)
            .Prepend(Label?.Reads(ReadOnlyDictionary<string, string>.Empty))
            .OfType<string>();

    /// <summary>All that a byline says, in a row.</summary>
    public static string Words(Byline byline) => string.Join(", ", new[] { byline.Name, byline.Role, byline.Organisation, byline.Location }.Where(part => part is not null));

    public PostContent Content => new() { Headline = Headline, Label = Label, Bylines = Bylines, Blocks = [.. Blocks], Time = Time };
}
