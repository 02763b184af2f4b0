using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Posts;

namespace Dateline.Core.Tests.Samples;

/// <summary>A file of <c>samples/</c>: a live page, the posts that it already has, and what then happens to it.</summary>
internal sealed class Sample
{
    public const string Main = "carrenmouth-barrier";

    private Sample(JsonObject file) => File = file;

    private JsonObject File { get; }

    public static IReadOnlyList<string> Names =>
        [.. Directory.GetFiles(Tree.Folder("samples"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static Sample Read(string name) =>
        new(JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Tree.Folder("samples"), $"{name}.json")))!.AsObject());

    public JsonObject Coverage => File["coverage"]!.AsObject();

    /// <summary>The posts there at the beginning, oldest first.</summary>
    public IReadOnlyList<JsonObject> Already => [.. File["already"]!.AsArray().Select(post => post!.AsObject())];

    public IReadOnlyList<JsonObject> Then => [.. File["then"]!.AsArray().Select(step => step!.AsObject())];

    /// <summary>Every post that readers get, before what becomes of it.</summary>
    public IReadOnlyList<JsonObject> Published => [.. Already, .. Then.Where(step => Does(step) == "publish")];

    public static string Does(JsonObject step) => (string)step["do"]!;

    public static PostId Id(JsonObject entry) =>
        PostId.TryParse((string?)entry["id"], out var id) ? id : throw new InvalidDataException($"{entry["id"]} is no id of a post.");

    /// <summary>What a post says, without the flags that stand beside its content.</summary>
    public static PostContent Content(JsonObject entry)
    {
        var post = entry["post"]!.DeepClone().AsObject();
        foreach (var flag in new[] { "breaking", "keyEvent", "pinned" }) post.Remove(flag);
        return post.Deserialize(DatelineJson.Default.PostContent)!;
    }

    public static bool? Flag(JsonNode? flags, string name) => (bool?)flags?[name];
}
