using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Xunit;

namespace Dateline.Public.Tests.Live;

/// <summary>The frames that this server writes are the ones that the specification shows, and that other readers are written against.</summary>
public sealed partial class FrameShapeTests
{
    private static readonly string Fixtures = Tree.At("spec", "fixtures", "changes");

    public static TheoryData<string> FixtureNames => [.. Directory.EnumerateFiles(Fixtures, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public async Task Every_frame_that_is_shown_is_one_that_is_sent(string fixture)
    {
        var shown = Shape(JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Fixtures, $"{fixture}.json"))));
        Assert.Contains(shown, await Sent());
    }

    [Fact]
    public async Task Every_frame_that_is_sent_is_one_that_is_shown_but_for_what_any_may_carry()
    {
        var shown = Directory.EnumerateFiles(Fixtures, "*.json").Select(file => Bare(Shape(JsonElement.Parse(File.ReadAllText(file))))).ToHashSet();
        foreach (var shape in await Sent()) Assert.Contains(Bare(shape), shown);
    }

    /// <summary>The shapes of the frames of a day on which everything happens: as they are sent at once, and as they are read back later.</summary>
    private static async Task<HashSet<string>> Sent()
    {
        using var newsroom = new TestNewsroom();
        using var room = new PublicRoom(newsroom);
        var shapes = new HashSet<string>();
        await newsroom.Begins("storm");
        var posts = new List<Post>();
        for (var i = 1; i <= 22; i++) posts.Add(await newsroom.Publishes("storm", $"Post {i}", TestNewsroom.Morning.AddMinutes(i - 60)));
        await room.Live("storm");

        await Does(() => newsroom.Publishes("storm", "Plain"));
        await Does(() => newsroom.Flags("storm", posts[20].Id, breaking: true, keyEvent: true));
        await Does(() => newsroom.Pins("storm", posts[20].Id));
        await Does(() => newsroom.Pins("storm", null));
        await Does(() => newsroom.Withdraws("storm", posts[19].Id, "It was not so."));
        await Does(() => newsroom.TakesDown("storm", posts[18].Id));
        await Does(() => newsroom.Edits("storm", posts[17].Id, posts[17].Live! with { Time = new ShownTime(TestNewsroom.Morning.AddHours(-9)) }));
        for (var i = 0; i < 2; i++) await Does(() => newsroom.Edits("storm", new CoverageEdit { Headline = $"The storm {i}" }));
        for (var i = 0; i < 2; i++) await Does(() => newsroom.Edits("storm", new CoverageEdit { Summary = [RichText.Plain($"Point {i}")] }));
        await Does(() => newsroom.Turns("storm", CoverageStatus.Closed));

        using var later = new PublicRoom(newsroom);
        foreach (var frame in (await (await later.Live("storm")).After(0, int.MaxValue, CancellationToken.None))) shapes.Add(Shape(JsonElement.Parse(frame.Json.Span)));
        return shapes;

        async Task Does(Func<Task> something)
        {
            var live = await room.Live("storm");
            var head = live.Edition.Head;
            await something();
            await room.Looks();
            foreach (var frame in live.Log.After(head, int.MaxValue)!) shapes.Add(Shape(JsonElement.Parse(frame.Json.Span)));
        }
    }

    // The op, then each property with its type; of sections only that there are some, since which ones depends on what was touched.
    private static string Shape(JsonElement frame) =>
        $"{frame.GetProperty("op").GetString()} {string.Join(' ', frame.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(Shape))}";

    private static string Bare(string shape) => Carried().Replace(shape, "");

    [GeneratedRegex(@" (sections:Object|fill:\([^)]*\))")]
    private static partial Regex Carried();

    private static string Shape(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => $"{property.Name}:Boolean",
        JsonValueKind.Object when property.NameEquals("fill") => $"fill:({string.Join(' ', property.Value.EnumerateObject().OrderBy(inner => inner.Name, StringComparer.Ordinal).Select(Shape))})",
        var kind => $"{property.Name}:{kind}",
    };
}
