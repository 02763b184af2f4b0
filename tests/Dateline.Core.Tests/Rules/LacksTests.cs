using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Rules;
using Xunit;

namespace Dateline.Core.Tests.Rules;

/// <summary>What a post lacks, by the files of <c>spec/fixtures/checklist</c>, which the desk is held to as well.</summary>
public sealed class LacksTests
{
    private static readonly string Folder = Tree.Folder("spec", "fixtures", "checklist");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_missing_is_named_with_the_field_it_belongs_into(string name)
    {
        var fixture = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!;
        var content = fixture["content"].Deserialize(DatelineJson.Default.PostContent)!;
        Assert.Empty(content.Check(toPublish: true));
        Assert.Equal(
            fixture["lacks"]!.AsArray().Select(lack => ((string?)lack!["item"], (string?)lack["path"])),
            Lacks.Of(content).Select(lack => ((string?)JsonNamingPolicy.CamelCase.ConvertName(lack.Item.ToString()), (string?)lack.Path)));
        Assert.All(Lacks.Of(content), lack => Assert.EndsWith(".", lack.Sentence, StringComparison.Ordinal));
    }
}
