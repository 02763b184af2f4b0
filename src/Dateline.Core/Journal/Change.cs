using System.Text.Json.Serialization;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;

namespace Dateline.Core.Journal;

/// <summary>One public change of a coverage, a value: what the journal keeps. It holds public values only, never HTML and never a draft.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(Upsert), "upsert")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Pinned), "pin")]
[JsonDerivedType(typeof(SummaryChanged), "summary")]
[JsonDerivedType(typeof(StatusChanged), "status")]
[JsonDerivedType(typeof(HeaderChanged), "header")]
[JsonDerivedType(typeof(Superseded), "void")]
public abstract record Change
{
    /// <summary>The post it is about, if it is about one.</summary>
    [JsonIgnore]
    public PostId? Target => this switch
    {
        Upsert(var post) => post.Id,
        Withdraw(var post) => post.Id,
        Remove(var id) => id,
        Pinned(var id) => id,
        Superseded(var id) => id,
        _ => null,
    };

    /// <summary>The post that thereby came to be the last of the newest twenty, when this change let one go from among them: an open page that shows twenty needs it.</summary>
    public PostId? Fill { get; init; }
}

/// <summary>A post was published or edited.</summary>
public sealed record Upsert(PublicPost Post) : Change;

/// <summary>A post was withdrawn; what is left is its notice.</summary>
public sealed record Withdraw(PublicPost Post) : Change;

/// <summary>A post was taken down.</summary>
public sealed record Remove(PostId Id) : Change;

/// <summary>Another post is kept at the top, or none.</summary>
public sealed record Pinned(PostId? Id = null) : Change;

/// <summary>The summary changed.</summary>
public sealed record SummaryChanged(Summary Summary) : Change;

/// <summary>The status changed.</summary>
public sealed record StatusChanged(Status Status) : Change;

/// <summary>Headline, standfirst, lead, contributors or neighbours changed.</summary>
public sealed record HeaderChanged(Header Header) : Change;

/// <summary>A change that a later one replaced; only its number is left.</summary>
public sealed record Superseded(PostId? Id = null) : Change;
