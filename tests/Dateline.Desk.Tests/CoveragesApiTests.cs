using System.Text.Json.Nodes;
using Xunit;

namespace Dateline.Desk.Tests;

public sealed class CoveragesApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task A_live_page_begins_as_a_draft_that_no_reader_can_find()
    {
        var begun = (await newsroom.Editor.Post("/api/v1/coverages", """{"slug":"secret-visit","headline":"The unannounced visit"}""")).Is(201);
        Assert.Equal("draft", begun["status"]);
        Assert.Equal("\"1\"", begun.ETag);
        foreach (var path in new[] { "/live/secret-visit", "/live/secret-visit.json", "/live/secret-visit/changes?after=0", "/live/secret-visit/stream", "/live/secret-visit/feed.rss", "/live/secret-visit/page/1" })
            Assert.DoesNotContain("unannounced", (await newsroom.Anonymous.Get(path)).Is(404).Text);
        Assert.DoesNotContain("unannounced", (await newsroom.Anonymous.Get("/")).Text);
        Assert.Contains("unannounced", (await newsroom.Reporter.Get("/api/v1/coverages")).Text);

        (await newsroom.Editor.Patch("/api/v1/coverages/secret-visit", """{"status":"live"}""")).Is(200);
        Assert.Contains("unannounced", (await newsroom.Anonymous.Get("/live/secret-visit")).Is(200).Text);
        Assert.Contains("unannounced", (await newsroom.Anonymous.Get("/")).Text);
        (await newsroom.Editor.Patch("/api/v1/coverages/secret-visit", """{"status":"draft"}""")).Refuses(409);
    }

    [Fact]
    public async Task Every_field_can_be_changed_and_a_field_not_named_stays()
    {
        await newsroom.Begins("fields");
        const string All = """
            {"headline":"New headline","standfirst":"A new introduction","language":"fr","timeZone":"Europe/Paris","status":"paused","statusNote":"Back at six.","resumesAt":"2026-11-24T06:00:00+01:00",
             "summary":["One point",[{"text":"Another","marks":["strong"]}]],"lead":{"kind":"image","alt":"The hall","credit":"Own"},"contributors":"Edited by Ana","previous":"the-day-before","next":{"url":"https://news.example/next","title":"Tomorrow"}}
            """;
        var changed = (await newsroom.Editor.Patch("/api/v1/coverages/fields", All)).Is(200).Json;
        Assert.Equal("New headline", (string?)changed["headline"]);
        Assert.Equal("2026-11-24T05:00:00Z", (string?)changed["resumesAt"]);
        Assert.Equal("/live/the-day-before", (string?)changed["previous"]!["url"]);
        Assert.Equal(2, changed["summary"]!.AsArray().Count);

        var renamed = (await newsroom.Editor.Patch("/api/v1/coverages/fields", """{"headline":"Newer headline"}""")).Is(200).Json;
        changed["headline"] = "Newer headline";
        changed["revision"] = 3;
        Assert.True(JsonNode.DeepEquals(changed, renamed), renamed.ToJsonString());
        Assert.True(JsonNode.DeepEquals(renamed, (await newsroom.Reporter.Get("/api/v1/coverages/fields")).Is(200).Json));

        var emptied = (await newsroom.Editor.Patch("/api/v1/coverages/fields", """{"standfirst":null,"statusNote":null,"resumesAt":null,"summary":null,"lead":null,"contributors":null,"previous":null,"next":null}""")).Is(200).Json;
        Assert.All(new[] { "standfirst", "statusNote", "resumesAt", "lead", "contributors", "previous", "next" }, field => Assert.Null(emptied[field]));
        Assert.Empty(emptied["summary"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"headline":"x"}""", "slug")]
    [InlineData("""{"slug":"No Good","headline":"x"}""", "slug")]
    [InlineData("""{"slug":5,"headline":"x"}""", "slug")]
    [InlineData("""{"slug":"good"}""", "headline")]
    [InlineData("""{"slug":"good","headline":""}""", "headline")]
    [InlineData("""{"slug":"good","headline":null}""", "headline")]
    [InlineData("""{"slug":"good","headline":"x","language":"klingon_x"}""", "language")]
    [InlineData("""{"slug":"good","headline":"x","timeZone":"Mars/Olympus"}""", "timeZone")]
    [InlineData("""{"slug":"good","headline":"x","status":"finished"}""", "status")]
    [InlineData("""{"slug":"good","headline":"x","status":"1"}""", "status")]
    [InlineData("""{"slug":"good","headline":"x","title":"y"}""", "title")]
    [InlineData("""{"slug":"good","headline":"x","summary":["a",5]}""", "summary[1]")]
    [InlineData("""{"slug":"good","headline":"x","lead":{"kind":"paragraph","text":"no"}}""", "lead")]
    [InlineData("""{"slug":"good","headline":"x","lead":{"kind":"hologram"}}""", "lead")]
    [InlineData("""{"slug":"good","headline":"x","previous":{"title":"no address"}}""", "previous")]
    [InlineData("""{"slug":"good","headline":"x","next":"javascript:alert(1)"}""", "next.url")]
    [InlineData("""{"slug":"good","headline":"x","resumesAt":"tomorrow"}""", "resumesAt")]
    public async Task A_live_page_that_breaks_a_rule_is_refused_at_its_field(string body, string path) =>
        (await newsroom.Editor.Post("/api/v1/coverages", body)).Refuses(422, path);

    [Fact]
    public async Task An_address_is_given_once()
    {
        await newsroom.Begins("taken");
        (await newsroom.Editor.Post("/api/v1/coverages", """{"slug":"taken","headline":"Another"}""")).Refuses(409, "slug");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_in_the_APIs_own_words()
    {
        (await newsroom.Editor.Get("/api/v1/coverages/none")).Refuses(404);
        (await newsroom.Editor.Patch("/api/v1/coverages/none", "{}")).Refuses(404);
        (await newsroom.Editor.Get("/api/v1/nowhere")).Refuses(404);
        (await newsroom.Editor.Delete("/api/v1/coverages")).Refuses(404);
    }

    [Fact]
    public async Task An_edit_of_a_version_that_no_longer_stands_is_refused()
    {
        await newsroom.Begins("two-editors");
        (await newsroom.Editor.Patch("/api/v1/coverages/two-editors", """{"headline":"Hers"}""", ("If-Match", "\"1\""))).Is(200);
        (await newsroom.Admin.Patch("/api/v1/coverages/two-editors", """{"headline":"His"}""", ("If-Match", "\"1\""))).Refuses(409);
        Assert.Equal("Hers", (await newsroom.Editor.Get("/api/v1/coverages/two-editors"))["headline"]);
    }

    [Fact]
    public async Task Readers_see_a_change_as_soon_as_it_is_answered()
    {
        await newsroom.Begins("at-once");
        await newsroom.Anonymous.Get("/live/at-once");
        (await newsroom.Editor.Patch("/api/v1/coverages/at-once", """{"headline":"A sharper headline","summary":["The point of it"]}""")).Is(200);
        var page = (await newsroom.Anonymous.Get("/live/at-once")).Text;
        Assert.Contains("A sharper headline", page);
        Assert.Contains("The point of it", page);
    }

    [Fact]
    public async Task A_live_page_says_since_when_its_summary_has_said_the_same()
    {
        await newsroom.Begins("summed-up");
        Assert.Null((await newsroom.Editor.Get("/api/v1/coverages/summed-up"))["summaryUpdatedAt"]);
        var first = (await newsroom.Editor.Patch("/api/v1/coverages/summed-up", """{"summary":["Talks begin"]}""")).Is(200)["summaryUpdatedAt"];
        newsroom.Clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Equal(first, (await newsroom.Editor.Patch("/api/v1/coverages/summed-up", """{"standfirst":"In Paris"}""")).Is(200)["summaryUpdatedAt"]);
    }
}
