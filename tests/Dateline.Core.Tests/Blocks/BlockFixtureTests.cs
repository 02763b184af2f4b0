using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Blocks;

public class BlockFixtureTests
{
    public static TheoryData<string> Kinds => [.. BlockFixtures.Kinds.Keys];

    public static TheoryData<string> Complete => [.. BlockFixtures.Names.Where(name => !name.EndsWith(".refused", StringComparison.Ordinal))];

    public static TheoryData<string> Refused => [.. BlockFixtures.Names.Where(name => name.EndsWith(".refused", StringComparison.Ordinal))];

    [Fact]
    public void Every_kind_has_its_fixtures_and_there_are_no_others()
    {
        // A divider has nothing in it that could be wrong.
        var expected = BlockFixtures.Kinds.Keys.SelectMany(kind => kind == "divider"
            ? [$"{kind}.full", $"{kind}.minimal"]
            : new[] { $"{kind}.full", $"{kind}.minimal", $"{kind}.refused" });

        // A picture, recording or document is there or it lapsed: no one fixture shows both.
        Assert.Equal(expected.Concat(["audio.lapsed", "document.lapsed", "image.lapsed", "video.lapsed"]).Order(StringComparer.Ordinal), BlockFixtures.Names);
    }

    [Theory, MemberData(nameof(Complete))]
    public void A_block_is_written_as_it_was_read(string name)
    {
        var json = BlockFixtures.Read(name);
        var block = BlockFixtures.Parse(json);

        var written = JsonSerializer.Serialize(block, DatelineJson.Relaxed.Block);

        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(written)), $"{name} was written as {written}");
        Assert.Equal(block, BlockFixtures.Parse(JsonNode.Parse(written)!));
    }

    [Theory, MemberData(nameof(Complete))]
    public void A_fixture_is_of_the_kind_in_its_name(string name)
    {
        var kind = name.Split('.')[0];

        Assert.IsType(BlockFixtures.Kinds[kind], BlockFixtures.Parse(BlockFixtures.Read(name)));
    }

    [Theory, MemberData(nameof(Complete))]
    public void A_complete_block_can_be_published(string name) =>
        Assert.Empty(new PostContent { Blocks = [BlockFixtures.Parse(BlockFixtures.Read(name))] }.Check(toPublish: true));

    [Theory, MemberData(nameof(Refused))]
    public void An_incomplete_block_is_refused_with_the_field_and_what_to_do(string name)
    {
        var fixture = BlockFixtures.Read(name);
        var content = new PostContent { Blocks = [BlockFixtures.Parse(fixture["block"]!)] };

        var expected = fixture["problems"]!.AsArray().Select(problem => new Problem((string)problem!["path"]!, (string)problem["sentence"]!));
        Assert.Equal(expected, content.Check(toPublish: true));
    }

    [Theory, MemberData(nameof(Refused))]
    public void An_incomplete_block_can_be_kept_while_it_is_being_written(string name) =>
        Assert.Empty(new PostContent { Blocks = [BlockFixtures.Parse(BlockFixtures.Read(name)["block"]!)] }.Check(toPublish: false));

    [Theory, MemberData(nameof(Kinds))]
    public void A_full_fixture_uses_every_field_of_its_kind(string kind) =>
        Assert.Empty(Unused(BlockFixtures.Kinds[kind], [.. BlockFixtures.Names.Where(name => name == $"{kind}.full" || name == $"{kind}.lapsed").Select(BlockFixtures.Read)], []));

    // A type is looked at once: a list within a list has the fields that its outer items show.
    private static IEnumerable<string> Unused(Type type, IReadOnlyList<JsonNode> found, HashSet<Type> seen)
    {
        var info = DatelineJson.Default.GetTypeInfo(type)!;
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            return Unused(info.ElementType!, [.. found.SelectMany(list => list.AsArray()).OfType<JsonNode>()], seen);
        if (info.Kind != JsonTypeInfoKind.Object || !seen.Add(type)) return [];
        // What is not written as JSON is listed without a way to get it.
        return info.Properties.Where(field => field.Get is not null).SelectMany(field =>
        {
            JsonNode[] values = [.. found.Select(value => value[field.Name]).OfType<JsonNode>()];
            return values.Length == 0 ? [$"{type.Name}.{field.Name}"] : Unused(field.PropertyType, values, seen);
        });
    }
}
