using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>A paragraph.</summary>
public sealed record Paragraph : Block
{
    /// <summary>What it says.</summary>
    public RichText? Text { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems) =>
        Fields.Needed(Text, $"{path}.text", "This paragraph is empty; write it or take it out.", problems);
}

/// <summary>A heading inside a post.</summary>
public sealed record Subheading : Block
{
    /// <summary>What it says.</summary>
    public RichText? Text { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems) =>
        Fields.Needed(Text, $"{path}.text", "This subheading is empty; write it or take it out.", problems);
}

/// <summary>A quotation set apart.</summary>
public sealed record Quote : Block
{
    /// <summary>The words quoted.</summary>
    public RichText? Text { get; init; }

    /// <summary>Who said it.</summary>
    public string? Attribution { get; init; }

    /// <summary>Where it was said: a speech, a paper, a programme.</summary>
    public string? Source { get; init; }

    /// <summary>A link to where it was said.</summary>
    public string? SourceUrl { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Needed(Text, $"{path}.text", "This quotation is empty; add the words that were said.", problems);
        Fields.Short(Attribution, $"{path}.attribution", problems);
        Fields.Short(Source, $"{path}.source", problems);
        Fields.Link(SourceUrl, $"{path}.sourceUrl", problems);
    }
}

/// <summary>A pause between parts of a post.</summary>
public sealed record Divider : Block
{
    /// <inheritdoc/>
    public override void Check(string path, Problems problems) { }
}

/// <summary>A list, numbered or not.</summary>
public sealed record ListBlock : Block
{
    /// <summary>How deep lists may stand in lists.</summary>
    public const int MostNesting = 4;

    /// <summary>True for a numbered list.</summary>
    public bool Ordered { get; init; }

    /// <summary>Its items.</summary>
    public ValueList<ListItem>? Items { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems) => Check(Items, $"{path}.items", 1, finished: true, problems);

    /// <summary>Notes what even an unfinished list may not be: deeper than a page shows.</summary>
    internal void CheckNesting(string path, Problems problems) => Check(Items, $"{path}.items", 1, finished: false, problems);

    private static void Check(ValueList<ListItem>? items, string path, int depth, bool finished, Problems problems)
    {
        if (depth > MostNesting)
        {
            problems.Add(path, $"Lists may stand {MostNesting} deep in each other; move these items up.");
            return;
        }
        if (finished && !Fields.Some(items, 200, path, "This list has no items; add one or take the list out.", problems)) return;
        for (var i = 0; i < items?.Count; i++)
        {
            if (finished) Fields.Needed(items[i].Text, $"{path}[{i}].text", "This item is empty; write it or take it out.", problems);
            if (items[i].Items is { } inner) Check(inner, $"{path}[{i}].items", depth + 1, finished, problems);
        }
    }
}

/// <summary>An item of a list.</summary>
public sealed record ListItem
{
    /// <summary>What it says.</summary>
    public RichText? Text { get; init; }

    /// <summary>A list inside it.</summary>
    public ValueList<ListItem>? Items { get; init; }
}
