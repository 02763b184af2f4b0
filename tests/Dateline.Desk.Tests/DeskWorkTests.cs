using System.Text.Json.Nodes;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What passes between writers and editors: filing, sending back, flags, older versions.</summary>
public sealed class DeskWorkTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task A_reporter_files_an_editor_sends_back_and_publishes_in_the_end()
    {
        var posts = await newsroom.Begins("queue");
        var id = (await newsroom.Reporter.Post(posts, """{"headline":"Bridge closed"}""")).Is(201).Id;
        var filed = (await newsroom.Reporter.Post($"{posts}/{id}/file", """{"note":"Police confirmed by phone"}""")).Is(200);
        Assert.Equal(("filed", "Rita", "Police confirmed by phone"), (filed["state"], (string?)filed.Json["filed"]!["by"], (string?)filed.Json["filed"]!["note"]));
        Assert.Single((await newsroom.Editor.Get($"{posts}?state=filed")).Json["posts"]!.AsArray());

        (await newsroom.Editor.Post($"{posts}/{id}/send-back", "{}")).Refuses(422, "note");
        var back = (await newsroom.Editor.Post($"{posts}/{id}/send-back", """{"note":"Which bridge?"}""")).Is(200);
        Assert.Equal(("draft", "Which bridge?"), (back["state"], (string?)back.Json["sentBack"]!["note"]));
        (await newsroom.Editor.Post($"{posts}/{id}/send-back", """{"note":"again"}""")).Refuses(409);

        (await newsroom.Reporter.Put($"{posts}/{id}/draft", """{"headline":"Old Mill Bridge closed"}""", ("If-Match", "*"))).Is(200);
        (await newsroom.Reporter.Post($"{posts}/{id}/file")).Is(200);
        var published = (await newsroom.Editor.Post($"{posts}/{id}/publish", "{}")).Is(200);
        Assert.Equal(("published", "Old Mill Bridge closed", "Rita"), (published["state"], published["headline"], published["createdBy"]));
        (await newsroom.Reporter.Post($"{posts}/{id}/file")).Refuses(409);
    }

    [Fact]
    public async Task An_empty_post_cannot_be_filed_or_published()
    {
        var posts = await newsroom.Begins("empty");
        var id = (await newsroom.Reporter.Post(posts, "{}")).Is(201).Id;
        (await newsroom.Reporter.Post($"{posts}/{id}/file")).Refuses(422, "headline");
        (await newsroom.Editor.Post($"{posts}/{id}/publish")).Refuses(422, "headline");
        (await newsroom.Editor.Post($"{posts}/{id}/schedule", """{"at":"2026-11-23T10:00:00Z"}""")).Refuses(422, "headline");
    }

    [Fact]
    public async Task A_pin_replaces_the_one_before_in_a_single_change()
    {
        var posts = await newsroom.Begins("pins");
        var (first, second) = (await Published(posts, "First"), await Published(posts, "Second"));
        (await newsroom.Editor.Post($"{posts}/{first}/flags", """{"pinned":true}""")).Is(200);
        var head = await Head("pins");
        Assert.Equal("true", (await newsroom.Editor.Post($"{posts}/{second}/flags", """{"pinned":true}""")).Is(200)["pinned"]);
        Assert.Equal(head + 1, await Head("pins"));
        Assert.Equal("false", (await newsroom.Editor.Get($"{posts}/{first}"))["pinned"]);
        Assert.Equal(second, (string?)(await newsroom.Anonymous.Get("/live/pins.json")).Json["coverage"]!["pinned"]);

        // Lifting the pin of a post that is not pinned leaves the other's.
        (await newsroom.Editor.Post($"{posts}/{first}/flags", """{"pinned":false}""")).Is(200);
        Assert.Equal(head + 1, await Head("pins"));
        (await newsroom.Editor.Post($"{posts}/{second}/flags", """{"pinned":false}""")).Is(200);
        Assert.Null((await newsroom.Anonymous.Get("/live/pins.json")).Json["coverage"]!["pinned"]);
    }

    [Fact]
    public async Task Flags_that_are_not_named_stay_and_flags_that_change_nothing_change_nothing()
    {
        var posts = await newsroom.Begins("flags");
        var id = await Published(posts, "Flagged");
        var flagged = (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"breaking":true}""")).Is(200);
        Assert.Equal(("true", "false"), (flagged["breaking"], flagged["keyEvent"]));
        var both = (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"keyEvent":true}""")).Is(200);
        Assert.Equal(("true", "true"), (both["breaking"], both["keyEvent"]));
        var head = await Head("flags");
        var same = (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"keyEvent":true,"breaking":true}""")).Is(200);
        Assert.Equal(head, await Head("flags"));
        Assert.Equal(head, (long)same.Json["seq"]!);
        Assert.Equal("false", (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"breaking":false}""")).Is(200)["breaking"]);
    }

    [Fact]
    public async Task Every_version_is_kept_and_an_older_one_can_be_made_the_working_copy()
    {
        var posts = await newsroom.Begins("versions");
        var id = await Published(posts, "One");
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Two"}""", ("If-Match", "*"))).Is(200);
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Three","as":"correction","note":"It was three."}""", ("If-Match", "*"))).Is(200);

        var kept = (await newsroom.Reporter.Get($"{posts}/{id}/revisions")).Is(200).Json["revisions"]!.AsArray();
        Assert.Equal(["Three correction", "Two update", "One published"], kept.Select(version => $"{(string?)version!["content"]!["headline"]} {(string?)version["did"]}"));
        Assert.Equal(("Edith", "It was three."), ((string?)kept[0]!["by"], (string?)kept[0]!["note"]));

        var oldest = (int)kept[^1]!["revision"]!;
        var restored = (await newsroom.Editor.Post($"{posts}/{id}/restore", new JsonObject { ["revision"] = oldest }.ToJsonString())).Is(200);
        Assert.Equal(("Three", "One"), (restored["headline"], (string?)restored.Json["draft"]!["headline"]));
        Assert.DoesNotContain("One</", (await newsroom.Anonymous.Get("/live/versions")).Text);
        Assert.Equal("One", (await newsroom.Editor.Post($"{posts}/{id}/publish", """{"as":"typo"}""")).Is(200)["headline"]);
    }

    [Fact]
    public async Task Every_answer_about_a_published_post_says_which_change_readers_have()
    {
        var posts = await newsroom.Begins("seqs");
        var id = await Published(posts, "Numbered");
        await Published(posts, "Another");
        foreach (var (verb, body) in new[] { ("publish", "{}"), ("flags", "{}"), ("flags", """{"pinned":true}"""), ("restore", """{"revision":2}""") })
            Assert.Equal("1", (await newsroom.Editor.Post($"{posts}/{id}/{verb}", body)).Is(200)["seq"]);
        Assert.Equal("1", (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Numbered"}""")).Is(200)["seq"]);
        Assert.Equal("1", (await newsroom.Editor.Get($"{posts}/{id}"))["seq"]);
        var edited = (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Renumbered"}""", ("If-Match", "*"))).Is(200);
        Assert.Equal("4", edited["seq"]);
        Assert.Equal("5", (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"keyEvent":true}""")).Is(200)["seq"]);
    }

    private async Task<string> Published(string posts, string headline) =>
        (await newsroom.Editor.Post(posts, new JsonObject { ["headline"] = headline, ["publish"] = true }.ToJsonString())).Is(201).Id;

    private async Task<long> Head(string slug) => (long)(await newsroom.Anonymous.Get($"/live/{slug}.json")).Json["seq"]!;
}
