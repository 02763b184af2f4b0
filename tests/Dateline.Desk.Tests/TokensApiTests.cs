using Xunit;

namespace Dateline.Desk.Tests;

public sealed class TokensApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task An_administrator_makes_a_token_sees_it_once_and_ends_it()
    {
        var made = (await newsroom.Admin.Post("/api/v1/tokens", """{"name":"Results feed","role":"editor"}""")).Is(201)["token"]!;
        using var feed = new Visitor(newsroom.Address, made);
        (await feed.Get("/api/v1/coverages")).Is(200);

        var listed = await newsroom.Admin.Get("/api/v1/tokens");
        Assert.DoesNotContain(made, listed.Text);
        Assert.Equal(["editor", null], Row(listed));

        var ended = (await newsroom.Admin.Delete("/api/v1/tokens/Results%20feed")).Is(200);
        Assert.Equal("2026-11-23T09:00:00Z", ended["revokedAt"]);
        Assert.Equal(["editor", "2026-11-23T09:00:00Z"], Row(await newsroom.Admin.Get("/api/v1/tokens")));
        (await feed.Get("/api/v1/coverages")).Refuses(401);

        static string?[] Row(Answered list)
        {
            var row = list.Json["tokens"]!.AsArray().Single(token => (string?)token!["name"] == "Results feed")!;
            return [(string?)row["role"], (string?)row["revokedAt"]];
        }
    }

    [Theory]
    [InlineData("""{"role":"editor"}""", 422, "name")]
    [InlineData("""{"name":"  ","role":"editor"}""", 422, "name")]
    [InlineData("""{"name":"Bot","role":"owner"}""", 422, "role")]
    [InlineData("""{"name":"Bot","role":"2"}""", 422, "role")]
    [InlineData("""{"name":"Bot"}""", 422, "role")]
    [InlineData("""{"name":"Edith","role":"editor"}""", 409, "name")]
    public async Task A_token_that_cannot_be_made_is_refused_at_its_field(string body, int status, string path) =>
        (await newsroom.Admin.Post("/api/v1/tokens", body)).Refuses(status, path);

    [Fact]
    public async Task There_is_no_ending_a_token_that_is_not() =>
        (await newsroom.Admin.Delete("/api/v1/tokens/nobody")).Refuses(404);
}
