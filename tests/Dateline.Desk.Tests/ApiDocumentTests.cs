using System.Text.Json.Nodes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>The committed OpenAPI document is the one the server gives, and what the server answers is what it says.</summary>
public sealed class ApiDocumentTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private static readonly string Committed = Tree.At("spec", "openapi.json");

    [Fact]
    public async Task The_committed_document_is_the_servers_own()
    {
        var served = (await newsroom.Anonymous.Get("/openapi/v1.json")).Is(200).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DATELINE_RENEW_OPENAPI") == "1") await File.WriteAllTextAsync(Committed, served);
        Assert.True(File.Exists(Committed) && await File.ReadAllTextAsync(Committed) == served,
            "spec/openapi.json is not what the server gives. Renew it with: DATELINE_RENEW_OPENAPI=1 dotnet test --project tests/Dateline.Desk.Tests --filter-class Dateline.Desk.Tests.ApiDocumentTests, and look at what changed.");
    }

    [Fact]
    public async Task Every_route_says_what_it_does_takes_and_answers()
    {
        var document = (await newsroom.Anonymous.Get("/openapi/v1.json")).Json;
        Assert.Null(document["servers"]);
        Assert.Equal("http", (string?)document["components"]!["securitySchemes"]!["bearer"]!["type"]);
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                Assert.False(string.IsNullOrEmpty((string?)operation!["summary"]), $"{method} {path} has no summary.");
                Assert.False(string.IsNullOrEmpty((string?)operation["operationId"]), $"{method} {path} has no operationId.");
                var responses = operation["responses"]!.AsObject();
                Assert.Contains(responses, response => response.Key == "204" || (response.Key[0] == '2' && response.Value!["content"] is JsonObject content
                    && (content["application/json"]?["schema"] is not null || content.ContainsKey("text/csv") || content.ContainsKey("image/webp") || content.ContainsKey("video/mp4") || content.ContainsKey("text/event-stream"))));
                Assert.All(responses.Where(response => response.Key[0] == '4' || response.Key[0] == '5'), response =>
                    Assert.Equal("#/components/schemas/Problem", (string?)response.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
                Assert.True(responses.ContainsKey("401") && responses.ContainsKey("403"), $"{method} {path} says nothing of rights.");
            }
        }
        Assert.Equal(["draft", "upcoming", "live", "paused", "closed"], Names("CoverageStatus"));
        Assert.Contains("old footage", Names("Finding"));

        IEnumerable<string?> Names(string schema) => document["components"]!["schemas"]![schema]!["enum"]!.AsArray().Select(name => (string?)name);
    }

    [Fact]
    public async Task An_answer_has_the_fields_that_the_document_gives_it()
    {
        var schemas = (await newsroom.Anonymous.Get("/openapi/v1.json")).Json["components"]!["schemas"]!;
        var posts = await newsroom.Begins("documented");
        const string Whole = """
            {"headline":"Whole","label":"analysis","breaking":true,"keyEvent":true,"pinned":true,"bylines":[{"name":"Ana"}],"blocks":[{"kind":"paragraph","text":"a"}],"publish":true}
            """;
        var post = (await newsroom.Editor.Post(posts, Whole)).Is(201);
        (await newsroom.Editor.Put($"{posts}/{post.Id}", """{"headline":"Wholly","as":"correction","note":"Wholly."}""", ("If-Match", "*"))).Is(200);
        Fits("PostAnswer", (await newsroom.Editor.Put($"{posts}/{post.Id}/draft", """{"headline":"Holy"}""")).Is(200).Json);
        Fits("PostList", (await newsroom.Editor.Get(posts)).Json);
        Fits("RevisionList", (await newsroom.Editor.Get($"{posts}/{post.Id}/revisions")).Json);
        Fits("Revision", (await newsroom.Editor.Get($"{posts}/{post.Id}/revisions")).Json["revisions"]![0]!);
        Fits("PostAnswer", (await newsroom.Editor.Post($"{posts}/{post.Id}/withdraw", """{"notice":"Not so."}""")).Is(200).Json);
        Fits("Problem", (await newsroom.Editor.Put($"{posts}/{post.Id}", Whole, ("If-Match", "\"1\""))).Is(409).Json);
        Fits("Problem", (await newsroom.Editor.Post(posts, "{}}")).Is(422).Json);
        var filed = (await newsroom.Reporter.Post(posts, """{"headline":"Filed"}""")).Id;
        Fits("PostAnswer", (await newsroom.Reporter.Post($"{posts}/{filed}/file")).Is(200).Json);
        Fits("PostAnswer", (await newsroom.Editor.Post($"{posts}/{filed}/schedule", """{"at":"2026-11-24T09:00:00Z"}""")).Is(202).Json);
        Fits("CoverageAnswer", (await newsroom.Editor.Get("/api/v1/coverages/documented")).Json);
        using var person = await newsroom.Person("Dora Document", Storage.Role.Admin);
        Fits("Session", (await person.Get("/api/v1/session")).Is(200).Json);
        Fits("Problem", (await newsroom.Anonymous.Get("/api/v1/session")).Is(401).Json);
        Fits("SessionList", (await person.Get("/api/v1/account/sessions")).Is(200).Json);
        Fits("Device", (await person.Get("/api/v1/account/sessions")).Json["sessions"]![0]!);
        Fits("PasskeyList", (await person.Get("/api/v1/account/passkeys")).Is(200).Json);
        Fits("NewCode", (await person.Post("/api/v1/account/code")).Is(200).Json);
        Fits("User", (await person.Get("/api/v1/users")).Is(200).Json["users"]![0]!);
        Fits("Newcomer", (await person.Post($"/api/v1/users/{person.Who.Id}/link")).Is(201).Json);
        Fits("AuditList", (await person.Get("/api/v1/audit")).Is(200).Json);
        Fits("AuditEntry", (await person.Get("/api/v1/audit")).Json["entries"]![0]!);
        Fits("TokenList", (await newsroom.Admin.Get("/api/v1/tokens")).Json);
        Fits("TokenAnswer", (await newsroom.Admin.Get("/api/v1/tokens")).Json["tokens"]![0]!);

        void Fits(string schema, JsonNode answer)
        {
            var said = schemas[schema]!;
            var fields = answer.AsObject().Select(field => field.Key).ToList();
            Assert.Empty(fields.Except(said["properties"]!.AsObject().Select(property => property.Key)));
            Assert.Empty(said["required"]!.AsArray().Select(name => (string)name!).Except(fields));
        }
    }

}
