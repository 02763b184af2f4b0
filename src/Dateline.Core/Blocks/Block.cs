using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Blocks;

/// <summary>One piece of a post's body. The kinds are a closed set: a page renders each of them, a fixture shows each of them, and nothing else is a block.</summary>
/// <remarks>Blocks compare by value. JSON: an object with its <c>kind</c>, in any place among its fields.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Subheading), "subheading")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(Gallery), "gallery")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(Audio), "audio")]
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Embed), "embed")]
[JsonDerivedType(typeof(LinkCard), "linkCard")]
[JsonDerivedType(typeof(Verification), "verification")]
[JsonDerivedType(typeof(Map), "map")]
[JsonDerivedType(typeof(Document), "document")]
[JsonDerivedType(typeof(Poll), "poll")]
[JsonDerivedType(typeof(Scoreboard), "scoreboard")]
[JsonDerivedType(typeof(Timeline), "timeline")]
[JsonDerivedType(typeof(Qa), "qa")]
[JsonDerivedType(typeof(Divider), "divider")]
public abstract record Block
{
    /// <summary>Names the block within its post, for merging and for updates in place; null until the post is taken in.</summary>
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    /// <summary>Notes what a reader would miss or a page could not show.</summary>
    public abstract void Check(string path, Problems problems);
}
