using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Browser;

/// <summary>The tests that look at the sample day's pages.</summary>
[CollectionDefinition]
public sealed class OnTheSampleDay : ICollectionFixture<SampleDay>;

/// <summary>A server on which the sample pages have been played to their end, and a page with every kind of block: something of all that readers can be shown.</summary>
public sealed class SampleDay : IAsyncLifetime
{
    private const string Main = "carrenmouth-barrier";

    private readonly TurnedClock _clock = new();

    public RunningServer Server { get; private set; } = null!;

    /// <summary>Every sort of page, by what it is called.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = new Dictionary<string, string>
    {
        ["live"] = $"/live/{Main}",
        ["older"] = $"/live/{Main}/page/1",
        ["closed"] = "/live/carrenmouth-storm-day-one",
        ["Arabic"] = "/live/coast-railway-ar",
        ["every block"] = "/live/every-block",
        ["post"] = $"/live/{Main}/posts/{Id(Step("publish"))}",
        ["withdrawn"] = $"/live/{Main}/posts/{Id(Step("withdraw"))}",
        ["list"] = "/",
        ["not found"] = "/live/nothing-here",
    };

    public static TheoryData<string> PageNames => [.. Pages.Keys];

    public Uri Address(string page) => new(Server.Address, Pages[page]);

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.Start(_clock, settings => settings with { Demo = true });
        foreach (var step in Read()["then"]!.AsArray()) await _clock.Passes(TimeSpan.FromSeconds(step!["afterSeconds"]!.GetValue<double>()));
        var last = Id(Read()["then"]!.AsArray().Last(step => (string?)step!["do"] == "publish")!);
        await Bound.Until(async () =>
        {
            using var answer = await Server.Http.GetAsync($"/live/{Main}/posts/{last}");
            return answer.IsSuccessStatusCode;
        }, "the sample day is over");
        await Server.Begins("every-block");
        foreach (var file in Directory.EnumerateFiles(Tree.At("spec", "fixtures", "blocks"), "*.full.json").Order())
        {
            var block = JsonSerializer.Deserialize(await File.ReadAllTextAsync(file), DatelineJson.Default.Block)!;
            await Server.Publishes("every-block", new PostContent { Headline = $"A post with this: {block.GetType().Name}", Blocks = [block] });
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static JsonObject Step(string does) => Read()["then"]!.AsArray().First(step => (string?)step!["do"] == does)!.AsObject();

    private static string Id(JsonNode of) => (string)of["id"]!;

    private static JsonNode Read() => JsonNode.Parse(File.ReadAllText(Tree.At("samples", $"{Main}.json")))!;
}
