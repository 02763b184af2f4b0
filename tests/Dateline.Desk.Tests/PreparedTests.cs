using Xunit;

namespace Dateline.Desk.Tests;

public sealed class PreparedTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    // Words of this test alone: the list of live pages shows what the others released.
    private string Lost { get; } = $"Aldermoor lose final {Guid.NewGuid():N}";

    private string Won { get; } = $"Aldermoor win final {Guid.NewGuid():N}";

    [Fact]
    public async Task One_version_is_released_and_the_others_are_nowhere_that_readers_can_look()
    {
        var (posts, wins, loses) = await Prepared("final");
        var released = (await newsroom.Editor.Put($"{posts}/{wins}", $$"""{"headline":"{{Won}}","publish":true}""", ("If-Match", "*"))).Is(200);
        Assert.Equal("published", released["state"]);
        Assert.Contains(Won, (await newsroom.Anonymous.Get("/live/final")).Text, StringComparison.Ordinal);
        var aside = (await newsroom.Editor.Get($"{posts}/{loses}")).Is(200);
        Assert.Equal(("set-aside", Lost, wins), (aside["state"], aside["headline"], (string?)aside.Json["setAside"]!["for"]));

        // By no road: not by publishing, scheduling, flagging, restoring, copying or moving it.
        await newsroom.Begins("another-page");
        foreach (var (verb, body) in new[] { ("publish", "{}"), ("schedule", """{"at":"2027-01-01T00:00:00Z"}"""), ("flags", """{"keyEvent":true}"""), ("restore", """{"revision":1}"""), ("copy", """{"to":"another-page"}"""), ("move", """{"to":"another-page"}""") })
            (await newsroom.Editor.Post($"{posts}/{loses}/{verb}", body)).Refuses(409);
        (await newsroom.Editor.Put($"{posts}/{loses}", $$"""{"headline":"{{Lost}}, again","publish":true}""", ("If-Match", "*"))).Refuses(409);
        (await newsroom.Editor.Put($"{posts}/{wins}", $$"""{"headline":"{{Won}} by a goal"}""", ("If-Match", "*"))).Is(200);

        foreach (var path in new[]
        {
            "/", "/live/final", "/live/final.json", "/live/final.json?page=1", "/live/final/page/1", "/live/final/changes?after=0", $"/live/final/posts/{wins}", $"/live/final/posts/{loses}",
            "/live/final/feed.atom", "/live/final/feed.rss", "/live/final/feed.json", "/live/another-page.json",
        })
        {
            var said = (await newsroom.Anonymous.Get(path)).Text;
            foreach (var secret in new[] { Lost, "Loses", "\"Wins\"", "prepared", "set-aside" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        }
        using var stream = await newsroom.Anonymous.Follows("final");
        Assert.All(await stream.ChangesTo(2), change => Assert.DoesNotContain(Lost, change.Data, StringComparison.Ordinal));
        Assert.Equal(["set aside", "saved"], (await newsroom.Editor.Get($"{posts}/{loses}/revisions")).Json["revisions"]!.AsArray().Select(each => (string?)each!["did"]).Where(did => did != "prepared"));
        Assert.Contains("“Wins” was released", (await newsroom.Admin.Get($"/api/v1/audit?about=live/final/posts/{loses}&did=set aside")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_released_by_its_schedule_sets_the_others_aside_too()
    {
        var (posts, wins, loses) = await Prepared("scheduled-final");
        var (first, second) = (newsroom.Clock.GetUtcNow().AddMinutes(10), newsroom.Clock.GetUtcNow().AddMinutes(20));
        (await newsroom.Editor.Post($"{posts}/{wins}/schedule", $$"""{"at":"{{second:yyyy-MM-ddTHH:mm:ssZ}}"}""")).Is(202);
        (await newsroom.Editor.Post($"{posts}/{loses}/schedule", $$"""{"at":"{{first:yyyy-MM-ddTHH:mm:ssZ}}"}""")).Is(202);
        using var stream = await newsroom.Anonymous.Follows("scheduled-final");
        newsroom.Clock.SetUtcNow(second);
        newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Contains(Lost, (await stream.ChangesTo(1))[^1].Data, StringComparison.Ordinal);
        Assert.Equal("set-aside", (await newsroom.Editor.Get($"{posts}/{wins}"))["state"]);
        Assert.DoesNotContain(Won, (await newsroom.Anonymous.Get("/live/scheduled-final")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_renamed_and_dropped_and_the_others_know()
    {
        var (posts, wins, loses) = await Prepared("dropped");
        (await newsroom.OtherReporter.Patch($"{posts}/{wins}/versions", """{"name":"Mine"}""")).Refuses(403);
        (await newsroom.Reporter.Patch($"{posts}/{wins}/versions", """{"name":"loses"}""")).Refuses(422, "name");
        (await newsroom.Reporter.Patch($"{posts}/{wins}/versions", """{"name":"Wins on penalties"}""")).Is(200);
        Assert.Equal(["Wins on penalties", "Loses"], Names(await newsroom.Editor.Get($"{posts}/{loses}")));
        var draws = (await newsroom.Reporter.Post($"{posts}/{loses}/versions", """{"name":"Draws"}""")).Is(201).Id;
        Assert.Equal("set-aside", (await newsroom.Reporter.Delete($"{posts}/{loses}/versions")).Is(200)["state"]);
        Assert.Equal(["Wins on penalties", "Draws"], Names(await newsroom.Editor.Get($"{posts}/{draws}")));
        (await newsroom.Reporter.Delete($"{posts}/{draws}/versions")).Is(200);
        Assert.Empty(Names(await newsroom.Editor.Get($"{posts}/{wins}")));
        // Nothing is left to set aside, and what was dropped stays as it was.
        (await newsroom.Editor.Post($"{posts}/{wins}/publish")).Is(200);
        Assert.Null((string?)(await newsroom.Editor.Get($"{posts}/{loses}")).Json["setAside"]!["for"]);
        Assert.Contains("dropped", (await newsroom.Admin.Get($"/api/v1/audit?about=live/dropped/posts/{loses}")).Text, StringComparison.Ordinal);

        static IEnumerable<string?> Names(Answered post) => (post.Json["prepared"]?.AsArray() ?? []).Select(each => (string?)each!["name"]);
    }

    [Fact]
    public async Task The_wrong_one_is_taken_down_and_the_right_one_taken_up()
    {
        var (posts, wins, loses) = await Prepared("wrong-one");
        (await newsroom.Editor.Post($"{posts}/{loses}/publish")).Is(200);
        (await newsroom.Editor.Post($"{posts}/{loses}/take-down")).Is(200);
        Assert.Equal("draft", (await newsroom.Editor.Post($"{posts}/{wins}/take-up")).Is(200)["state"]);
        (await newsroom.Editor.Post($"{posts}/{wins}/publish")).Is(200);
        Assert.Contains(Won, (await newsroom.Anonymous.Get("/live/wrong-one")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_prepares_versions_of_their_own_posts_and_each_says_what_the_others_are_called()
    {
        var (posts, wins, loses) = await Prepared("own-versions");
        (await newsroom.OtherReporter.Post($"{posts}/{wins}/versions", """{"name":"Draws"}""")).Refuses(403);
        var draws = (await newsroom.Reporter.Post($"{posts}/{loses}/versions", """{"name":"Draws"}""")).Is(201);
        foreach (var id in new[] { wins, loses, draws.Id })
            Assert.Equal([$"Wins {wins}", $"Loses {loses}", $"Draws {draws.Id}"], (await newsroom.Editor.Get($"{posts}/{id}")).Json["prepared"]!.AsArray().Select(each => $"{each!["name"]} {each["id"]}"));
        Assert.Equal(Lost, draws["headline"]);
        (await newsroom.Editor.Post($"{posts}/{wins}/move", """{"to":"own-versions-2"}""")).Refuses(422, "to");
        await newsroom.Begins("own-versions-2");
        Assert.Contains("stay together", (await newsroom.Editor.Post($"{posts}/{wins}/move", """{"to":"own-versions-2"}""")).Refuses(409)["title"], StringComparison.Ordinal);
    }

    private async Task<(string Posts, string Wins, string Loses)> Prepared(string slug)
    {
        var posts = await newsroom.Begins(slug);
        var wins = (await newsroom.Reporter.Post(posts, $$"""{"headline":"{{Won}}"}""")).Is(201).Id;
        (await newsroom.Reporter.Post($"{posts}/{wins}/versions", """{"name":"Loses"}""")).Refuses(422, "own");
        var loses = (await newsroom.Reporter.Post($"{posts}/{wins}/versions", """{"name":"Loses","own":"Wins"}""")).Is(201);
        Assert.Equal(Won, loses["headline"]);
        (await newsroom.Reporter.Put($"{posts}/{loses.Id}/draft", $$"""{"headline":"{{Lost}}"}""", ("If-Match", "*"))).Is(200);
        return (posts, wins, loses.Id);
    }
}
