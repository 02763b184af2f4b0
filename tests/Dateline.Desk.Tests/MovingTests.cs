using Xunit;

namespace Dateline.Desk.Tests;

public sealed class MovingTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Words = "The lock gates are open";

    [Fact]
    public async Task A_published_post_that_is_moved_is_gone_from_the_first_page_and_on_the_second_under_the_same_words()
    {
        var (from, to, id) = await Published("wrong", "right");
        (await newsroom.Editor.Post($"{from}/{id}/flags", """{"pinned":true}""")).Is(200);
        var shown = (await newsroom.Anonymous.Get("/live/wrong.json")).Json["posts"]![0]!;
        var moved = (await newsroom.Editor.Post($"{from}/{id}/move", """{"to":"right"}""")).Is(201);
        Assert.Equal(("published", "wrong", id), (moved["state"], (string?)moved.Json["from"]!["slug"], (string?)moved.Json["from"]!["post"]));

        foreach (var path in new[] { "/live/wrong", "/live/wrong.json", "/live/wrong/changes?after=0", "/live/wrong/page/1", "/live/wrong/feed.atom", $"/live/wrong/posts/{id}" })
            Assert.DoesNotContain(Words, (await newsroom.Anonymous.Get(path)).Text, StringComparison.Ordinal);
        (await newsroom.Anonymous.Get($"/live/wrong/posts/{id}")).Is(404);
        Assert.Contains(Words, (await newsroom.Anonymous.Get($"/live/right/posts/{moved.Id}")).Is(200).Text, StringComparison.Ordinal);
        var there = (await newsroom.Anonymous.Get("/live/right.json")).Json["posts"]![0]!;
        foreach (var same in new[] { "headline", "publishedAt", "firstPublishedAt", "blocks", "bylines", "keyEvent", "revision" })
            Assert.Equal(shown[same]?.ToJsonString(), there[same]?.ToJsonString());
        Assert.Contains("\"op\":\"remove\"", (await newsroom.Anonymous.Get("/live/wrong/changes?after=0")).Text, StringComparison.Ordinal);

        var left = (await newsroom.Editor.Get($"{from}/{id}")).Is(200);
        Assert.Equal(("taken-down", "right", moved.Id), (left["state"], (string?)left.Json["movedTo"]!["slug"], (string?)left.Json["movedTo"]!["post"]));
        Assert.Equal(["moved to live/right/posts/" + moved.Id], await Audited($"live/wrong/posts/{id}", "moved"));
        Assert.Equal(["moved here from live/wrong/posts/" + id], await Audited($"live/right/posts/{moved.Id}", "moved here"));
        Assert.Contains("right", (await newsroom.Editor.Post($"{from}/{id}/move", """{"to":"right"}""")).Refuses(409)["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_a_draft_there_and_the_post_stays_here()
    {
        var (from, to, id) = await Published("copied", "copy");
        var copy = (await newsroom.Editor.Post($"{from}/{id}/copy", """{"to":"copy"}""")).Is(201);
        Assert.Equal(("draft", Words, "Ana"), (copy["state"], copy["headline"], (string?)copy.Json["bylines"]![0]!["name"]));
        Assert.Equal("copied", (string?)copy.Json["from"]!["slug"]);
        Assert.Equal(copy.Id, (await newsroom.Editor.Get($"{to}?state=draft")).Json["posts"]![0]!["id"]!.ToString());
        Assert.Empty((await newsroom.Anonymous.Get("/live/copy.json")).Json["posts"]!.AsArray());
        Assert.Contains(Words, (await newsroom.Anonymous.Get("/live/copied")).Text, StringComparison.Ordinal);
        Assert.Equal(["copied from live/copied/posts/" + id], await Audited($"live/copy/posts/{copy.Id}", "copied"));
    }

    [Fact]
    public async Task Drafts_move_without_a_public_trace_and_stay_filed_or_scheduled()
    {
        var (from, to) = (await newsroom.Begins("drafts-from"), await newsroom.Begins("drafts-to"));
        var filed = (await newsroom.Reporter.Post(from, $$"""{"headline":"{{Words}}"}""")).Is(201).Id;
        (await newsroom.Reporter.Post($"{from}/{filed}/file", """{"note":"By phone"}""")).Is(200);
        var scheduled = (await newsroom.Editor.Post(from, """{"headline":"Later today"}""")).Is(201).Id;
        (await newsroom.Editor.Post($"{from}/{scheduled}/schedule", $$"""{"at":"{{newsroom.Clock.GetUtcNow().AddMinutes(30):yyyy-MM-ddTHH:mm:ssZ}}"}""")).Is(202);
        var heads = (await Head("drafts-from"), await Head("drafts-to"));

        var arrived = (await newsroom.Editor.Post($"{from}/{filed}/move", """{"to":"drafts-to"}""")).Is(201);
        Assert.Equal(("filed", "By phone", "Rita"), (arrived["state"], (string?)arrived.Json["filed"]!["note"], arrived["createdBy"]));
        var later = (await newsroom.Editor.Post($"{from}/{scheduled}/move", """{"to":"drafts-to"}""")).Is(201);
        Assert.Equal("scheduled", later["state"]);
        Assert.Equal(heads, (await Head("drafts-from"), await Head("drafts-to")));
        Assert.Empty((await newsroom.Editor.Get($"{from}?state=filed")).Json["posts"]!.AsArray());
        Assert.Equal(2, (await newsroom.Editor.Get($"{from}?state=set-aside")).Json["posts"]!.AsArray().Count);
        Assert.Contains("drafts-to", (await newsroom.Reporter.Put($"{from}/{filed}/draft", """{"headline":"Still writing here"}""", ("If-Match", "*"))).Refuses(409)["title"], StringComparison.Ordinal);
        (await newsroom.Reporter.Put($"{to}/{arrived.Id}/draft", """{"headline":"Writing on there"}""", ("If-Match", "*"))).Is(200);
    }

    [Fact]
    public async Task What_cannot_be_moved_is_refused_with_a_sentence_and_nothing_happens()
    {
        var (from, _, id) = await Published("stays", "elsewhere");
        await newsroom.Begins("over", "closed");
        await newsroom.Begins("unseen-page", "draft");
        foreach (var verb in new[] { "copy", "move" })
        {
            (await newsroom.Editor.Post($"{from}/{id}/{verb}", "{}")).Refuses(422, "to");
            (await newsroom.Editor.Post($"{from}/{id}/{verb}", """{"to":"stays"}""")).Refuses(422, "to");
            (await newsroom.Editor.Post($"{from}/{id}/{verb}", """{"to":"nowhere"}""")).Refuses(422, "to");
            Assert.Contains("closed", (await newsroom.Editor.Post($"{from}/{id}/{verb}", """{"to":"over"}""")).Refuses(409)["title"], StringComparison.Ordinal);
            (await newsroom.Reporter.Post($"{from}/{id}/{verb}", """{"to":"elsewhere"}""")).Refuses(403);
            (await newsroom.Editor.Post($"{from}/{id}/{verb}", """{"to":"elsewhere"}""", ("If-Match", "\"9\""))).Refuses(409);
        }
        Assert.Contains("open that page", (await newsroom.Editor.Post($"{from}/{id}/move", """{"to":"unseen-page"}""")).Refuses(409)["title"], StringComparison.Ordinal);
        Assert.Contains(Words, (await newsroom.Anonymous.Get("/live/stays")).Text, StringComparison.Ordinal);
        Assert.Empty((await newsroom.Editor.Get("/api/v1/coverages/elsewhere/posts")).Json["posts"]!.AsArray());
    }

    [Fact]
    public async Task Sent_twice_it_is_moved_once()
    {
        var (from, to, id) = await Published("twice-from", "twice-to");
        var first = (await newsroom.Editor.Post($"{from}/{id}/move", """{"to":"twice-to"}""", ("Idempotency-Key", "m1"))).Is(201);
        Assert.Equal(first.Text, (await newsroom.Editor.Post($"{from}/{id}/move", """{"to":"twice-to"}""", ("Idempotency-Key", "m1"))).Is(201).Text);
        Assert.Single((await newsroom.Editor.Get(to)).Json["posts"]!.AsArray());
    }

    private async Task<(string From, string To, string Id)> Published(string slug, string other)
    {
        var (from, to) = (await newsroom.Begins(slug), await newsroom.Begins(other));
        var id = (await newsroom.Editor.Post(from, $$"""{"headline":"{{Words}}","bylines":[{"name":"Ana"}],"blocks":[{"kind":"paragraph","text":"Boats pass."}],"keyEvent":true,"publish":true}""")).Is(201).Id;
        return (from, to, id);
    }

    private async Task<string?> Head(string slug) => (await newsroom.Anonymous.Get($"/live/{slug}.json"))["seq"];

    private async Task<IEnumerable<string>> Audited(string about, string did) =>
        (await newsroom.Admin.Get($"/api/v1/audit?about={about}&did={did}")).Is(200).Json["entries"]!.AsArray().Select(entry => $"{entry!["did"]} {entry["detail"]}");
}
