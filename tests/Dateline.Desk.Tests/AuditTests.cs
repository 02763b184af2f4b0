using System.Text.Json.Nodes;
using Dateline.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Everything done is written down, and stays.</summary>
public sealed class AuditTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task What_is_done_with_a_post_and_its_page_is_in_the_log_with_who_and_from_where()
    {
        using var eve = await newsroom.Person("Eve Editor", Role.Editor);
        (await eve.Post("/api/v1/coverages", """{"slug":"logged","headline":"Logged","status":"live"}""")).Is(201);
        (await eve.Post("/api/v1/coverages", """{"slug":"logged-2","headline":"Not this one"}""")).Is(201);
        const string Posts = "/api/v1/coverages/logged/posts";
        var post = (await eve.Post(Posts, """{"headline":"One","publish":true}""")).Is(201).Id;
        (await eve.Put($"{Posts}/{post}/draft", """{"headline":"One, saved"}""")).Is(200);
        (await eve.Post($"{Posts}/{post}/flags", """{"breaking":true,"pinned":true}""")).Is(200);
        (await eve.Post($"{Posts}/{post}/publish", """{"as":"correction","note":"It was one."}""")).Is(200);
        (await eve.Post($"{Posts}/{post}/withdraw", """{"notice":"Not so.","reason":"unsourced"}""")).Is(200);
        (await eve.Patch("/api/v1/coverages/logged", """{"status":"paused"}""")).Is(200);
        (await eve.Patch("/api/v1/coverages/logged", """{"status":"nonsense"}""")).Refuses(422);

        var entries = await Entries("?about=live/logged");
        Assert.Equal(["edited", "unpinned", "withdrawn", "published", "pinned", "flagged", "published", "began"], entries.Select(entry => (string)entry["did"]!));
        Assert.All(entries, entry =>
        {
            Assert.Equal(("Eve Editor", "127.0.0.1"), ((string)entry["by"]!, (string)entry["address"]!));
            Assert.StartsWith("session ", (string?)entry["via"]);
        });
        Assert.Equal("unsourced", (string?)entries[2]["detail"]);
        Assert.Equal($"live/logged/posts/{post}", (string?)entries[3]["about"]);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_line()
    {
        var before = (await Entries("")).Count;
        (await newsroom.Reporter.Post("/api/v1/coverages/none/posts", """{"headline":"Nowhere"}""")).Refuses(404);
        (await newsroom.Admin.Post("/api/v1/tokens", """{"name":"Rita","role":"reporter"}""")).Refuses(409);
        (await newsroom.Admin.Post("/api/v1/users", """{"name":"X","email":"nowhere","role":"reporter"}""")).Refuses(422);
        Assert.Equal(before, (await Entries("")).Count);
    }

    [Fact]
    public async Task Signing_in_and_failing_to_and_what_is_done_to_people_is_in_the_log()
    {
        using var lee = await newsroom.Person("Lee Logged", Role.Reporter);
        (await lee.Put("/api/v1/account/password", """{"password":"three tugs at anchor"}""")).Is(204);
        using var thief = new DeskVisitor(newsroom.Address);
        (await thief.Post("/api/v1/session", $$"""{"email":"{{lee.Who.Email}}","password":"two tugs at anchor"}""")).Refuses(401);
        (await newsroom.Admin.Patch($"/api/v1/users/{lee.Who.Id}", """{"name":"Lee Renamed","role":"editor"}""")).Is(200);
        (await lee.Delete("/api/v1/session")).Is(204);
        Assert.Equal(["failed to sign in", "set their password", "signed in", "added"], (await Entries("?about=users/Lee Logged")).Select(entry => (string)entry["did"]!));
        Assert.Equal(["ended a session", "changed role", "renamed"], (await Entries("?about=users/Lee Renamed")).Select(entry => (string)entry["did"]!));
        Assert.Equal("reporter → editor", (string?)(await Entries("?did=changed role"))[0]["detail"]);
        Assert.Equal("not signed in", (string?)(await Entries("?did=failed to sign in"))[0]["by"]);

        // An address that nobody has may be a password in the wrong field.
        (await thief.Post("/api/v1/session", """{"email":"my-secret-password","password":"anything long enough"}""")).Refuses(401);
        Assert.DoesNotContain("my-secret-password", (await newsroom.Admin.Get("/api/v1/audit")).Text);
    }

    [Fact]
    public async Task The_log_is_read_in_pages_that_miss_nothing()
    {
        using var pager = await newsroom.Member("Pager", Role.Admin);
        for (var n = 0; n < 230; n++) (await pager.Post("/api/v1/tokens", $$"""{"name":"paged {{n}}","role":"reporter"}""")).Is(201);
        var first = (await newsroom.Admin.Get("/api/v1/audit?did=made a token&by=Pager&about=tokens")).Is(200).Json;
        Assert.Equal(200, first["entries"]!.AsArray().Count);
        var second = (await newsroom.Admin.Get($"/api/v1/audit?did=made a token&by=Pager&about=tokens&before={first["next"]}")).Is(200).Json;
        Assert.Null(second["next"]);
        var names = first["entries"]!.AsArray().Concat(second["entries"]!.AsArray()).Select(entry => (string)entry!["about"]!).ToList();
        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(n => $"tokens/paged {n}"), names);
        Assert.Equal(231, (await newsroom.Admin.Get("/api/v1/audit.csv?did=made a token&by=Pager&about=tokens")).Text.TrimEnd().Split("\r\n").Length);

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        var from = newsroom.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", null);
        (await newsroom.Admin.Post("/api/v1/tokens", """{"name":"an hour later","role":"reporter"}""")).Is(201);
        Assert.Equal("tokens/an hour later", (string?)Assert.Single(await Entries($"?from={from}"))["about"]);
        Assert.DoesNotContain(await Entries($"?to={from}"), entry => (string?)entry["about"] == "tokens/an hour later");
        foreach (var wrong in new[] { "?from=yesterday", "?to=2026", "?before=-1", "?before=x" }) (await newsroom.Admin.Get($"/api/v1/audit{wrong}")).Refuses(422);
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_text_in_the_export()
    {
        const string Formula = "=HYPERLINK(\\\"http://evil.example\\\",\\\"x\\\")";
        (await newsroom.Admin.Post("/api/v1/tokens", $$"""{"name":"{{Formula}}","role":"reporter"}""")).Is(201);
        using var feed = await newsroom.Member("@SUM(1)", Role.Admin);
        (await feed.Post("/api/v1/tokens", """{"name":"made by a formula","role":"reporter"}""")).Is(201);
        var table = await newsroom.Admin.Get("/api/v1/audit.csv");
        Assert.Equal("text/csv", table.Is(200).Type);
        Assert.StartsWith("id,at,by,did,about,detail,address,via\r\n", table.Text);
        Assert.Contains(",\"'@SUM(1)\",\"made a token\",\"tokens/made by a formula\",", table.Text);
        Assert.Contains("\"tokens/=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"", table.Text);
        Assert.DoesNotMatch("(^|,)\"?[=+@-][^0-9]", table.Text.Replace("tokens/=", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_a_line_not_even_with_the_database_in_hand()
    {
        Assert.NotEmpty(await Entries(""));
        using var database = new SqliteConnection($"Data Source={Path.Combine(newsroom.Folder, "dateline.db")}");
        database.Open();
        foreach (var tampering in new[] { "UPDATE audit SET by = 'nobody'", "DELETE FROM audit", "REPLACE INTO audit (id, at, by, did, about) SELECT id, at, 'nobody', did, about FROM audit LIMIT 1" })
        {
            using var command = database.CreateCommand();
            command.CommandText = tampering;
            Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        }
    }

    private async Task<IReadOnlyList<JsonNode>> Entries(string question) =>
        [.. (await newsroom.Admin.Get($"/api/v1/audit{question}")).Is(200).Json["entries"]!.AsArray().Select(entry => entry!)];
}
