using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What the newsroom agreed on, and that the server holds everybody to it. A newsroom of its own for each test: the rules are everybody's.</summary>
public sealed class RulesTests : IAsyncLifetime
{
    private const string Rules = "/api/v1/rules";
    private const string Owing = """{"headline":"Ferry aground","bylines":[{"name":"Rita"}],"blocks":[{"kind":"image","media":"0198"}],"publish":true}""";

    private readonly NewsroomApi _newsroom = new();

    public ValueTask InitializeAsync() => _newsroom.InitializeAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task The_usual_rules_warn_and_hold_nothing_back()
    {
        Assert.Equal("""{"sendDelay":0,"checklist":{"alt":"warn","credit":"warn","byline":"warn","source":"warn","links":"warn"}}""", (await _newsroom.Reporter.Get(Rules)).Is(200).Text);
    }

    [Fact]
    public async Task A_change_of_the_rules_names_what_is_changed_and_stands_in_the_audit_log()
    {
        Assert.Equal("must", (string?)(await _newsroom.Admin.Patch(Rules, """{"sendDelay":5,"checklist":{"alt":"must"}}""")).Is(200).Json["checklist"]!["alt"]);
        (await _newsroom.Admin.Patch(Rules, """{"checklist":{"links":"off"}}""")).Is(200);
        Assert.Equal("""{"sendDelay":5,"checklist":{"alt":"must","credit":"warn","byline":"warn","source":"warn","links":"off"}}""", (await _newsroom.Editor.Get(Rules)).Text);
        var lines = (await _newsroom.Admin.Get("/api/v1/audit?about=newsroom")).Json["entries"]!.AsArray();
        Assert.Equal(["links: warn → off", "sendDelay: 0 → 5, alt: warn → must"], lines.Select(line => (string?)line!["detail"]));
        // Nothing changed, nothing to tell.
        (await _newsroom.Admin.Patch(Rules, """{"sendDelay":5}""")).Is(200);
        Assert.Equal(2, (await _newsroom.Admin.Get("/api/v1/audit?about=newsroom")).Json["entries"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("""{"sendDelay":61}""", "sendDelay")]
    [InlineData("""{"sendDelay":"5"}""", "sendDelay")]
    [InlineData("""{"checklist":{"alt":"maybe"}}""", "checklist.alt")]
    [InlineData("""{"checklist":{"colour":"must"}}""", "checklist.colour")]
    [InlineData("""{"checklist":"must"}""", "checklist")]
    [InlineData("""{"delay":5}""", "delay")]
    public async Task What_is_no_rule_is_refused_at_its_field(string body, string path) => (await _newsroom.Admin.Patch(Rules, body)).Refuses(422, path);

    [Fact]
    public async Task What_the_newsroom_insists_on_is_asked_for_on_every_road_to_readers()
    {
        var posts = await _newsroom.Begins("strict");
        (await _newsroom.Admin.Patch(Rules, """{"checklist":{"byline":"must"}}""")).Is(200);
        (await _newsroom.Editor.Post(posts, """{"headline":"Nobody's","blocks":[{"kind":"paragraph","text":"a"}],"publish":true}""")).Refuses(422, "bylines");
        var draft = (await _newsroom.Reporter.Post(posts, """{"headline":"Nobody's yet"}""")).Is(201).Id;
        (await _newsroom.Reporter.Post($"{posts}/{draft}/file")).Is(200);
        (await _newsroom.Editor.Post($"{posts}/{draft}/publish")).Refuses(422, "bylines");
        (await _newsroom.Editor.Post($"{posts}/{draft}/schedule", $$"""{"at":"{{At(60)}}"}""")).Refuses(422, "bylines");
        (await _newsroom.Editor.Post(posts, """{"headline":"The gate is shut","breaking":true,"publish":true}""")).Is(201);
    }

    [Fact]
    public async Task A_picture_that_owes_its_alt_text_is_in_nothing_that_readers_get_until_it_is_paid()
    {
        var posts = await _newsroom.Begins("owing");
        (await _newsroom.Admin.Patch(Rules, """{"checklist":{"alt":"must","credit":"must"}}""")).Is(200);
        var picture = (await _newsroom.Editor.Sends(Pictures.Jpeg(90, 60))).Is(201);
        var owing = Owing.Replace("\"0198\"", $"\"{picture.Id}\"", StringComparison.Ordinal);
        var post = (await _newsroom.Editor.Post(posts, owing)).Is(201);
        Assert.Equal("b1", (string?)post.Json["waiting"]![0]!["block"]);
        Assert.Equal("image", (string?)post.Json["blocks"]![0]!["kind"]);
        foreach (var address in new[] { "/live/owing", "/live/owing.json", "/live/owing/changes?after=0", $"/live/owing/posts/{post.Id}" })
        {
            var seen = (await _newsroom.Anonymous.Get(address)).Is(200).Text;
            Assert.Contains("Ferry aground", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(picture["hash"]!, seen, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(picture["hash"]!, (await _newsroom.Editor.Get($"/desk/preview/owing/{post.Id}")).Is(200).Text, StringComparison.Ordinal);

        (await _newsroom.Anonymous.Get($"/media/{picture["hash"]}/320.jpg")).Is(404);

        var paid = owing.Replace($"\"media\":\"{picture.Id}\"", $"\"media\":\"{picture.Id}\",\"alt\":\"A ferry on a sandbank\",\"credit\":\"Courier\"", StringComparison.Ordinal).Replace("\"publish\":true", "\"as\":\"typo\"", StringComparison.Ordinal);
        Assert.Null((await _newsroom.Editor.Put($"{posts}/{post.Id}", paid, ("If-Match", "*"))).Is(200).Json["waiting"]);
        Assert.Contains("A ferry on a sandbank", (await _newsroom.Anonymous.Get("/live/owing")).Text, StringComparison.Ordinal);
        (await _newsroom.Anonymous.Get($"/media/{picture["hash"]}/320.jpg")).Is(200);
    }

    [Fact]
    public async Task A_delayed_post_is_held_by_the_server_and_goes_out_by_itself()
    {
        var posts = await _newsroom.Begins("delayed");
        (await _newsroom.Admin.Patch(Rules, """{"sendDelay":5}""")).Is(200);
        var post = (await _newsroom.Editor.Post(posts, """{"headline":"In a moment","bylines":[{"name":"Edith"}],"publish":true,"delayed":true}""")).Is(202);
        Assert.Equal(("scheduled", At(5)), (post["state"], post["scheduledFor"]));
        Assert.DoesNotContain("In a moment", (await _newsroom.Anonymous.Get("/live/delayed.json")).Text, StringComparison.Ordinal);
        // Whoever asked may be gone: only the clock goes on.
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(5));
        await Published("delayed", "In a moment");
    }

    [Fact]
    public async Task A_delayed_post_can_be_called_back_and_is_where_it_was()
    {
        var posts = await _newsroom.Begins("recalled");
        (await _newsroom.Admin.Patch(Rules, """{"sendDelay":5}""")).Is(200);
        var draft = (await _newsroom.Reporter.Post(posts, """{"headline":"From the queue"}""")).Is(201).Id;
        (await _newsroom.Reporter.Post($"{posts}/{draft}/file", """{"note":"By phone","urgent":true}""")).Is(200);
        Assert.Equal("scheduled", (await _newsroom.Editor.Post($"{posts}/{draft}/publish", """{"delayed":true}""")).Is(202)["state"]);
        var back = (await _newsroom.Editor.Post($"{posts}/{draft}/unschedule")).Is(200);
        Assert.Equal(("filed", "By phone", true), (back["state"], (string?)back.Json["filed"]!["note"], (bool)back.Json["urgent"]!));
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("filed", (await _newsroom.Editor.Get($"{posts}/{draft}"))["state"]);
    }

    [Theory]
    [InlineData("""{"headline":"The gate is shut","breaking":true,"publish":true,"delayed":true}""", 5)]
    [InlineData("""{"headline":"No delay agreed on","publish":true,"delayed":true}""", 0)]
    [InlineData("""{"headline":"Not asked to wait","publish":true}""", 5)]
    public async Task A_flash_never_waits_and_nothing_does_where_no_delay_is_agreed_on_or_asked_for(string body, int delay)
    {
        var posts = await _newsroom.Begins("at-once");
        (await _newsroom.Admin.Patch(Rules, $$"""{"sendDelay":{{delay}}}""")).Is(200);
        Assert.Equal("published", (await _newsroom.Editor.Post(posts, body)).Is(201)["state"]);
    }

    private string At(int seconds) => _newsroom.Clock.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private Task Published(string slug, string headline) => Dateline.Testing.Bound.Until(async () =>
    {
        // The release looks four times a second, by the clock that the test turns.
        _newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));
        return (await _newsroom.Anonymous.Get($"/live/{slug}.json")).Text.Contains(headline, StringComparison.Ordinal);
    }, $"“{headline}” is published");
}
