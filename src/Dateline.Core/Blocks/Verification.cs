using System.Text.Json.Serialization;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>What a check came to.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Finding>))]
public enum Finding
{
    /// <summary>Nothing is known yet: the safe default.</summary>
    Unconfirmed,

    /// <summary>It is so.</summary>
    Confirmed,

    /// <summary>Some of it is so.</summary>
    Partly,

    /// <summary>Good sources contradict each other.</summary>
    Disputed,

    /// <summary>It is not so.</summary>
    False,

    /// <summary>It is real, and from another day.</summary>
    [JsonStringEnumMemberName("old footage")]
    OldFootage,
}

/// <summary>What the newsroom checked, and what it found.</summary>
public sealed record Verification : Block
{
    /// <summary>The claims or pictures that were checked.</summary>
    public ValueList<VerifiedItem>? Items { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (!Fields.Some(Items, 50, $"{path}.items", "Nothing is checked here yet; say what is.", problems)) return;
        for (var i = 0; i < Items!.Count; i++) Items[i].Check($"{path}.items[{i}]", problems);
    }
}

/// <summary>One claim or picture that was checked.</summary>
public sealed record VerifiedItem
{
    /// <summary>What is checked.</summary>
    public string? What { get; init; }

    /// <summary>Where it was filmed or happened.</summary>
    public string? Where { get; init; }

    /// <summary>When it was filmed or happened.</summary>
    public string? When { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>A link to where it comes from.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>How it was established.</summary>
    public RichText? How { get; init; }

    /// <summary>What the check came to.</summary>
    public Finding Finding { get; init; }

    internal void Check(string path, Problems problems)
    {
        Fields.Needed(What, $"{path}.what", "Say what is being checked.", problems);
        Fields.Short(Where, $"{path}.where", problems);
        Fields.Short(When, $"{path}.when", problems);
        Fields.Short(Source, $"{path}.source", problems);
        Fields.Link(SourceUrl, $"{path}.sourceUrl", problems);
        How?.Check($"{path}.how", problems);
    }
}
