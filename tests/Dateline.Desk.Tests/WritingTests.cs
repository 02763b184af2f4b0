using System.Text.Json.Nodes;
using Xunit;

namespace Dateline.Desk.Tests;

public sealed class WritingTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Id = "0198c0de-0000-7000-8000-00000000000";

    [Fact]
    public async Task A_post_published_is_answered_in_full_and_readers_have_it()
    {
        var posts = await newsroom.Begins("published");
        await newsroom.Anonymous.Get("/live/published");
        var answered = (await newsroom.Editor.Post(posts, """
            {"headline":"Talks begin","label":"analysis","breaking":true,"keyEvent":true,"pinned":true,"publish":true,"publishedAt":"2026-11-23T08:30:00+01:00",
             "bylines":[{"name":"Ana Reis","role":"Political correspondent"}],"blocks":[{"kind":"paragraph","text":"They sat down at nine."}]}
            """)).Is(201);
        Assert.Equal("\"2\"", answered.ETag);
        var json = answered.Json;
        Assert.Equal("published", (string?)json["state"]);
        Assert.Equal("analysis", (string?)json["label"]);
        Assert.Equal("2026-11-23T07:30:00Z", (string?)json["publishedAt"]);
        Assert.Equal("2026-11-23T09:00:00Z", (string?)json["firstPublishedAt"]);
        Assert.Equal("Edith", (string?)json["createdBy"]);
        Assert.Equal(1, (long)json["seq"]!);
        Assert.Equal([true, true, true], new[] { "breaking", "keyEvent", "pinned" }.Select(flag => (bool)json[flag]!));
        Assert.True(JsonNode.DeepEquals(json, (await newsroom.Reporter.Get($"{posts}/{answered.Id}")).Is(200).Json));

        // The answer came after readers had it: the pages, the data, the journal.
        Assert.Contains("They sat down at nine.", (await newsroom.Anonymous.Get("/live/published")).Text);
        Assert.Contains("They sat down at nine.", (await newsroom.Anonymous.Get("/live/published.json")).Text);
        Assert.Contains("They sat down at nine.", (await newsroom.Anonymous.Get("/live/published/changes?after=0")).Text);
        Assert.Contains("They sat down at nine.", (await newsroom.Anonymous.Get($"/live/published/posts/{answered.Id}")).Is(200).Text);
    }

    [Fact]
    public async Task A_draft_is_seen_at_the_desk_alone()
    {
        var posts = await newsroom.Begins("drafts");
        var id = (await newsroom.Reporter.Post(posts, """{"headline":"Not checked yet"}""")).Is(201).Id;
        await NoReaderSees("drafts", id, "Not checked yet");
        Assert.Null((await newsroom.Editor.Get($"{posts}/{id}")).Json["seq"]);
    }

    [Fact]
    public async Task A_working_copy_beside_a_live_post_is_never_public_until_it_is_published()
    {
        var posts = await newsroom.Begins("beside");
        var id = (await newsroom.Editor.Post(posts, """{"headline":"Three hurt","publish":true}""")).Is(201).Id;
        var head = (long)(await newsroom.Anonymous.Get("/live/beside.json")).Json["seq"]!;

        var saved = (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"Five hurt, unconfirmed"}""")).Is(200);
        Assert.Equal("Three hurt", saved["headline"]);
        Assert.Equal("Five hurt, unconfirmed", (string?)saved.Json["draft"]!["headline"]);
        Assert.Equal("1", saved["seq"]);
        await NoReaderSees("beside", id, "unconfirmed");
        Assert.Equal(head, (long)(await newsroom.Anonymous.Get("/live/beside.json")).Json["seq"]!);

        (await newsroom.Editor.Delete($"{posts}/{id}/draft")).Is(200);
        Assert.Null((await newsroom.Editor.Get($"{posts}/{id}")).Json["draft"]);

        (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"Five hurt"}""")).Is(200);
        var published = (await newsroom.Editor.Post($"{posts}/{id}/publish")).Is(200);
        Assert.Equal("Five hurt", published["headline"]);
        Assert.Equal("2026-11-23T09:00:00Z", published["updatedAt"]);
        Assert.Contains("Five hurt", (await newsroom.Anonymous.Get("/live/beside")).Text);
    }

    [Fact]
    public async Task A_client_that_makes_its_own_ids_puts_the_post_there()
    {
        var posts = await newsroom.Begins("own-ids");
        (await newsroom.Editor.Put($"{posts}/{Id}1", """{"headline":"First","publish":true}""")).Is(201);
        Assert.Equal("First", (await newsroom.Editor.Get($"{posts}/{Id}1"))["headline"]);
        var edited = (await newsroom.Editor.Put($"{posts}/{Id}1", """{"headline":"First, edited"}""", ("If-Match", "\"2\""))).Is(200);
        Assert.Equal("published", edited["state"]);
        Assert.Contains("First, edited", (await newsroom.Anonymous.Get("/live/own-ids")).Text);

        (await newsroom.Editor.Put($"{posts}/not-a-uuid", """{"headline":"x"}""")).Refuses(422, "id");
        var other = await newsroom.Begins("own-ids-too");
        (await newsroom.Editor.Put($"{other}/{Id}1", """{"headline":"x"}""")).Refuses(409, "id");
        (await newsroom.Editor.Put($"{other}/{Id}1/draft", """{"headline":"x"}""")).Refuses(409, "id");
        (await newsroom.Editor.Get($"{other}/{Id}1")).Refuses(404);
    }

    [Fact]
    public async Task An_edit_is_silent_dated_or_a_correction_as_its_editor_says()
    {
        var posts = await newsroom.Begins("edits");
        var id = (await newsroom.Editor.Post(posts, """{"headline":"The presdent","publish":true}""")).Is(201).Id;
        var typo = (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"The president","as":"typo"}""", ("If-Match", "*"))).Is(200);
        Assert.Null(typo["updatedAt"]);
        var update = (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"The president speaks"}""", ("If-Match", "*"))).Is(200);
        Assert.NotNull(update["updatedAt"]);
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"The minister speaks","as":"correction"}""", ("If-Match", "*"))).Refuses(422, "note");
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"The minister speaks","as":"rewrite"}""", ("If-Match", "*"))).Refuses(422, "as");
        var corrected = (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"The minister speaks","as":"correction","note":"It was the minister."}""", ("If-Match", "*"))).Is(200);
        Assert.Equal("It was the minister.", (string?)corrected.Json["corrections"]![0]!["note"]);
        var page = (await newsroom.Anonymous.Get("/live/edits")).Text;
        Assert.Contains("It was the minister.", page);
        Assert.DoesNotContain("president", page);
    }

    [Fact]
    public async Task A_post_that_shows_a_time_ahead_is_to_be_scheduled()
    {
        var posts = await newsroom.Begins("ahead");
        Assert.Contains("schedule", (await newsroom.Editor.Post(posts, """{"headline":"Results","publish":true,"publishedAt":"2026-11-23T09:05:01Z"}""")).Refuses(422, "publishedAt")["title"]);
        (await newsroom.Editor.Post(posts, """{"headline":"Results","publish":true,"publishedAt":"2026-11-23T09:05:00Z"}""")).Is(201);
    }

    [Fact]
    public async Task What_an_answer_gave_can_be_sent_back_as_it_is()
    {
        var posts = await newsroom.Begins("round-trip");
        var given = (await newsroom.Editor.Post(posts, """{"headline":"Sent back","publish":true,"blocks":[{"kind":"paragraph","text":"As it was."}]}""")).Is(201);
        var again = (await newsroom.Editor.Put($"{posts}/{given.Id}", given.Text)).Is(200);
        Assert.True(JsonNode.DeepEquals(given.Json, again.Json), again.Text);
    }

    [Fact]
    public async Task Posts_are_listed_by_state_a_hundred_at_a_time_newest_first()
    {
        var posts = await newsroom.Begins("long-day");
        for (var n = 1; n <= 105; n++) (await newsroom.Reporter.Post(posts, $$"""{"headline":"Draft {{n}}"}""")).Is(201);
        (await newsroom.Editor.Post(posts, """{"headline":"Out","publish":true}""")).Is(201);

        var first = (await newsroom.Editor.Get($"{posts}?state=draft")).Is(200).Json;
        var second = (await newsroom.Editor.Get($"{posts}{(string)first["next"]!}")).Is(200).Json;
        Assert.Null(second["next"]);
        var all = first["posts"]!.AsArray().Concat(second["posts"]!.AsArray()).Select(post => (string)post!["headline"]!).ToList();
        Assert.Equal(105, all.Distinct().Count());
        Assert.Equal(100, first["posts"]!.AsArray().Count);
        Assert.Equal(["Out"], (await newsroom.Editor.Get($"{posts}?state=published")).Json["posts"]!.AsArray().Select(post => (string?)post!["headline"]));
        (await newsroom.Editor.Get($"{posts}?state=lost")).Refuses(422, "state");
        (await newsroom.Editor.Get("/api/v1/coverages/none/posts")).Refuses(404);
    }

    private async Task NoReaderSees(string slug, string id, string words)
    {
        foreach (var path in new[] { "/", $"/live/{slug}", $"/live/{slug}.json", $"/live/{slug}/changes?after=0", $"/live/{slug}/posts/{id}", $"/live/{slug}/feed.atom", $"/live/{slug}/feed.rss", $"/live/{slug}/feed.json" })
            Assert.DoesNotContain(words, (await newsroom.Anonymous.Get(path)).Text);
    }

    [Fact]
    public async Task Key_events_are_listed_by_themselves_however_far_back_they_lie()
    {
        var posts = await newsroom.Begins("key-events");
        var key = (await newsroom.Editor.Post(posts, """{"headline":"The vote","keyEvent":true,"publish":true}""")).Is(201).Id;
        for (var i = 0; i < 105; i++) (await newsroom.Editor.Post(posts, $$"""{"headline":"Post {{i}}","publish":true}""")).Is(201);
        (await newsroom.Editor.Post(posts, """{"headline":"Not for readers yet","keyEvent":true}""")).Is(201);
        Assert.Equal([key], (await newsroom.Editor.Get($"{posts}?keyEvent=true")).Is(200).Json["posts"]!.AsArray().Select(post => (string)post!["id"]!));
        var others = (await newsroom.Editor.Get($"{posts}?keyEvent=false&state=published")).Is(200);
        Assert.Equal(100, others.Json["posts"]!.AsArray().Count);
        Assert.Equal(5, (await newsroom.Editor.Get($"{posts}{others["next"]}")).Is(200).Json["posts"]!.AsArray().Count);
    }
}
