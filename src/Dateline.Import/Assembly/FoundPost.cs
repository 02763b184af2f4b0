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

    public PostContent Content => new() { Headline = Headline, Label = Label, Bylines = Bylines, Blocks = [.. Blocks], Time = Time };
}
