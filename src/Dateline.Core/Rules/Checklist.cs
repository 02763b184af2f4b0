using System.Text.Json.Serialization;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;

namespace Dateline.Core.Rules;

/// <summary>How firmly something is asked for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Ask>))]
public enum Ask
{
    /// <summary>Said before publishing; it stops nothing.</summary>
    Warn,

    /// <summary>Not asked for.</summary>
    Off,

    /// <summary>Nothing goes out without it; of a picture, the picture alone waits.</summary>
    Must,
}

/// <summary>What is looked for in a post.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Item>))]
public enum Item
{
    /// <summary>The words for those who do not see a picture.</summary>
    Alt,

    /// <summary>Whose picture or recording it is.</summary>
    Credit,

    /// <summary>Who wrote the post.</summary>
    Byline,

    /// <summary>Where words and numbers come from.</summary>
    Source,

    /// <summary>Links that say where they lead, and lead where readers can go.</summary>
    Links,
}

/// <summary>What the newsroom asks of a post before readers get it, item by item.</summary>
/// <remarks>Alt text and credit never hold words back: the words go out, and the picture waits (<see cref="Waiting"/>).</remarks>
public sealed record Checklist
{
    /// <inheritdoc cref="Item.Alt"/>
    public Ask Alt { get; init; }

    /// <inheritdoc cref="Item.Credit"/>
    public Ask Credit { get; init; }

    /// <inheritdoc cref="Item.Byline"/>
    public Ask Byline { get; init; }

    /// <inheritdoc cref="Item.Source"/>
    public Ask Source { get; init; }

    /// <inheritdoc cref="Item.Links"/>
    public Ask Links { get; init; }

    /// <summary>How firmly an item is asked for.</summary>
    public Ask this[Item item] => item switch
    {
        Item.Alt => Alt,
        Item.Credit => Credit,
        Item.Byline => Byline,
        Item.Source => Source,
        _ => Links,
    };

    /// <summary>What keeps these words from readers.</summary>
    public IReadOnlyList<Problem> Stops(PostContent content)
    {
        var problems = new Problems();
        foreach (var lack in Lacks.Of(content))
            if (this[lack.Item] == Ask.Must && !lack.IsOfPicture) problems.Add(lack.Path, lack.Sentence);
        return problems.Found;
    }

    /// <summary>The pictures and recordings that wait, because something is missing that the newsroom insists on.</summary>
    public Waiting HoldsBack(PostContent content) =>
        new([.. Lacks.Of(content).Where(lack => lack.IsOfPicture && this[lack.Item] == Ask.Must).Select(lack => new WaitingPiece(lack.Block!, lack.Picture)).Distinct()]);
}
