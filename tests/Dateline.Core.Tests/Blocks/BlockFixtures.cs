using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Json;

namespace Dateline.Core.Tests.Blocks;

/// <summary>The files of <c>spec/fixtures/blocks</c>: for each kind <c>kind.full.json</c>, <c>kind.minimal.json</c> and, where it can be refused, <c>kind.refused.json</c>.</summary>
internal static class BlockFixtures
{
    private static readonly string Folder = Tree.Folder("spec", "fixtures", "blocks");

    /// <summary>The closed set: each kind's name and type.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Kinds = typeof(Block).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType);

    /// <summary>The files' names without <c>.json</c>, such as <c>quote.full</c>.</summary>
    public static readonly IReadOnlyList<string> Names =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!.AsObject();

    public static Block Parse(JsonNode json) => json.Deserialize(DatelineJson.Default.Block)!;
}
