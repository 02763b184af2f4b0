using Dateline.Storage;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Administrators keep the list of people.</summary>
public sealed class UsersApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task Somebody_added_signs_in_by_the_link_in_the_answer_whatever_host_was_asked()
    {
        var made = (await newsroom.Admin.Post("/api/v1/users", """{"name":"Zoe New","email":"Zoe@Courier.example","role":"editor"}""", ("Host", "evil.example"))).Is(201).Json;
        Assert.Equal("editor", (string?)made["user"]!["role"]);
        var link = new Uri((string)made["link"]!);
        Assert.Equal("http://localhost:5080/desk/welcome", link.GetLeftPart(UriPartial.Path));
        using var zoe = new DeskVisitor(newsroom.Address);
        (await zoe.Post("/api/v1/session/link", $$"""{"token":"{{link.Fragment[1..]}}"}""")).Is(200);
        (await newsroom.Admin.Post("/api/v1/users", """{"name":"Zoe Other","email":"zoe@courier.EXAMPLE","role":"editor"}""")).Refuses(409, "email");
        (await newsroom.Admin.Post("/api/v1/users", """{"name":"zoe new","email":"other@courier.example","role":"editor"}""")).Refuses(409, "name");
    }

    [Theory]
    [InlineData("""{"email":"a@b.example","role":"editor"}""", "name")]
    [InlineData("""{"name":"A","email":"a.b.example","role":"editor"}""", "email")]
    [InlineData("""{"name":"A","email":"A <a@b.example>","role":"editor"}""", "email")]
    [InlineData("""{"name":"A","email":"a@b.example\r\nBcc: c@d.example","role":"editor"}""", "email")]
    [InlineData("""{"name":"A\nB","email":"a@b.example","role":"editor"}""", "name")]
    [InlineData("""{"name":"A","email":"a@b.example","role":"2"}""", "role")]
    [InlineData("""{"name":"A","email":"a@b.example"}""", "role")]
    [InlineData("""{"name":"A","email":"a@b.example","role":"editor","password":"x"}""", "password")]
    [InlineData("""{"name":"command line","email":"a@b.example","role":"editor"}""", null)]
    public async Task What_makes_no_person_is_refused_at_its_field(string body, string? path)
    {
        var answered = await newsroom.Admin.Post("/api/v1/users", body);
        answered.Refuses(path is null ? 409 : 422, path ?? "name");
    }

    [Fact]
    public async Task Colleagues_see_names_and_roles_and_administrators_addresses()
    {
        using var gone = await newsroom.Person("Gus Gone", Role.Reporter);
        (await newsroom.Admin.Patch($"/api/v1/users/{gone.Who.Id}", """{"disabled":true}""")).Is(200);
        using var here = await newsroom.Person("Hal Here", Role.Reporter);
        var seen = (await here.Get("/api/v1/users")).Is(200);
        Assert.DoesNotContain("@courier", seen.Text);
        Assert.DoesNotContain("Gus Gone", seen.Text);
        Assert.Contains(seen.Json["users"]!.AsArray(), user => (string?)user!["name"] == "Hal Here" && (string?)user["role"] == "reporter");
        var all = (await newsroom.Admin.Get("/api/v1/users")).Json["users"]!.AsArray();
        Assert.NotNull(all.Single(user => (string?)user!["name"] == "Gus Gone")!["disabledAt"]);
    }

    [Fact]
    public async Task A_role_and_being_disabled_hold_at_the_next_request()
    {
        using var rae = await newsroom.Person("Rae Role", Role.Editor);
        (await rae.Post("/api/v1/coverages", """{"slug":"raes-page","headline":"Rae's page"}""")).Is(201);
        (await newsroom.Admin.Patch($"/api/v1/users/{rae.Who.Id}", """{"role":"reporter"}""")).Is(200);
        (await rae.Post("/api/v1/coverages", """{"slug":"raes-other","headline":"Rae's other page"}""")).Refuses(403);
        (await newsroom.Admin.Patch($"/api/v1/users/{rae.Who.Id}", """{"disabled":true}""")).Is(200);
        (await rae.Get("/api/v1/coverages")).Refuses(401);
        (await newsroom.Admin.Post($"/api/v1/users/{rae.Who.Id}/link")).Refuses(409);
        (await newsroom.Admin.Patch($"/api/v1/users/{rae.Who.Id}", """{"disabled":false}""")).Is(200);
        // What was ended stays ended.
        (await rae.Get("/api/v1/coverages")).Refuses(401);
        (await newsroom.Admin.Post($"/api/v1/users/{rae.Who.Id}/link")).Is(201);
        (await newsroom.Admin.Patch("/api/v1/users/none", """{"disabled":false}""")).Refuses(404);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_locked_out_nor_lock_themselves_out()
    {
        await using var small = new NewsroomApi();
        await small.InitializeAsync();
        using var first = await small.Person("First Admin", Role.Admin);
        foreach (var edit in new[] { """{"role":"editor"}""", """{"disabled":true}""" })
            Assert.Contains("last administrator", (await first.Patch($"/api/v1/users/{first.Who.Id}", edit)).Refuses(409)["title"]);
        using var second = await small.Person("Second Admin", Role.Admin);
        // Each of the two takes the other's rights away at once: one of them is left.
        var answers = await Task.WhenAll(
            first.Patch($"/api/v1/users/{second.Who.Id}", """{"role":"reporter"}"""),
            second.Patch($"/api/v1/users/{first.Who.Id}", """{"role":"reporter"}"""));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Single((await small.Admin.Get("/api/v1/users")).Json["users"]!.AsArray(), user => (string?)user!["role"] == "admin");
    }

    [Fact]
    public async Task Who_is_renamed_keeps_their_posts_and_nobody_else_gets_the_old_name()
    {
        var posts = await newsroom.Begins("renamed");
        using var una = await newsroom.Person("Una Before", Role.Reporter);
        var post = (await una.Post(posts, """{"headline":"Una was there"}""")).Is(201).Id;
        (await newsroom.Admin.Patch($"/api/v1/users/{una.Who.Id}", """{"name":"Una After"}""")).Is(200);
        (await una.Put($"{posts}/{post}/draft", """{"headline":"Una saw it"}""", ("If-Match", "\"1\""))).Is(200);
        (await newsroom.Admin.Post("/api/v1/users", """{"name":"Una Before","email":"other.una@courier.example","role":"reporter"}""")).Refuses(409, "name");
        (await newsroom.Admin.Post("/api/v1/tokens", """{"name":"una BEFORE","role":"reporter"}""")).Refuses(409, "name");
        (await newsroom.Admin.Patch($"/api/v1/users/{una.Who.Id}", """{"name":"Rita"}""")).Refuses(409, "name");
        (await newsroom.Admin.Patch($"/api/v1/users/{una.Who.Id}", """{"name":"Una Before"}""")).Is(200);
    }
}
