using Dateline.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Who may do what. A route that is added must be given a row here, or be named as public.</summary>
public sealed class RightsTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Posts = "/api/v1/coverages/{slug}/posts";

    private static readonly Dictionary<string, Role> Least = new()
    {
        ["GET /api/v1/coverages"] = Role.Reporter,
        ["POST /api/v1/coverages"] = Role.Editor,
        ["GET /api/v1/coverages/{slug}"] = Role.Reporter,
        ["PATCH /api/v1/coverages/{slug}"] = Role.Editor,
        [$"GET {Posts}"] = Role.Reporter,
        [$"POST {Posts}"] = Role.Reporter,
        [$"GET {Posts}/{{id}}"] = Role.Reporter,
        [$"PUT {Posts}/{{id}}"] = Role.Reporter,
        [$"PUT {Posts}/{{id}}/draft"] = Role.Reporter,
        [$"DELETE {Posts}/{{id}}/draft"] = Role.Reporter,
        [$"GET {Posts}/{{id}}/revisions"] = Role.Reporter,
        [$"POST {Posts}/{{id}}/restore"] = Role.Reporter,
        [$"POST {Posts}/{{id}}/file"] = Role.Reporter,
        [$"POST {Posts}/{{id}}/send-back"] = Role.Editor,
        [$"POST {Posts}/{{id}}/take-over"] = Role.Editor,
        [$"POST {Posts}/{{id}}/let-go"] = Role.Editor,
        [$"POST {Posts}/{{id}}/publish"] = Role.Editor,
        [$"POST {Posts}/{{id}}/schedule"] = Role.Editor,
        [$"POST {Posts}/{{id}}/unschedule"] = Role.Editor,
        [$"POST {Posts}/{{id}}/withdraw"] = Role.Editor,
        [$"POST {Posts}/{{id}}/take-down"] = Role.Editor,
        [$"POST {Posts}/{{id}}/flags"] = Role.Editor,
        [$"POST {Posts}/{{id}}/copy"] = Role.Editor,
        [$"POST {Posts}/{{id}}/move"] = Role.Editor,
        [$"POST {Posts}/{{id}}/versions"] = Role.Reporter,
        [$"PATCH {Posts}/{{id}}/versions"] = Role.Reporter,
        [$"DELETE {Posts}/{{id}}/versions"] = Role.Reporter,
        [$"POST {Posts}/{{id}}/take-up"] = Role.Reporter,
        ["POST /api/v1/embeds"] = Role.Reporter,
        ["POST /api/v1/media"] = Role.Reporter,
        ["GET /api/v1/media"] = Role.Reporter,
        ["GET /api/v1/media/{hash}"] = Role.Reporter,
        ["PATCH /api/v1/media/{hash}"] = Role.Reporter,
        ["POST /api/v1/media/{hash}/crops"] = Role.Reporter,
        ["GET /api/v1/media/{hash}/{file}"] = Role.Reporter,
        ["GET /api/v1/media/{hash}/hls/{file}"] = Role.Reporter,
        ["GET /desk/preview/{slug}/{id}"] = Role.Reporter,
        ["GET /desk/preview/{slug}/block"] = Role.Reporter,
        ["POST /desk/preview/{slug}/block"] = Role.Reporter,
        ["GET /api/v1/rules"] = Role.Reporter,
        ["PATCH /api/v1/rules"] = Role.Admin,
        ["GET /api/v1/tokens"] = Role.Admin,
        ["POST /api/v1/tokens"] = Role.Admin,
        ["DELETE /api/v1/tokens/{name}"] = Role.Admin,
        ["GET /api/v1/coverages/{slug}/desk/stream"] = Role.Reporter,
        ["POST /api/v1/coverages/{slug}/desk/presence"] = Role.Reporter,
        ["GET /api/v1/users"] = Role.Reporter,
        ["POST /api/v1/users"] = Role.Admin,
        ["PATCH /api/v1/users/{id}"] = Role.Admin,
        ["POST /api/v1/users/{id}/link"] = Role.Admin,
        ["GET /api/v1/audit"] = Role.Admin,
        ["GET /api/v1/audit.csv"] = Role.Admin,
    };

    /// <summary>What a person does with their own account, whatever their role; a token has none.</summary>
    private static readonly HashSet<string> OwnAccount =
    [
        "GET /api/v1/account/sessions", "DELETE /api/v1/account/sessions/{id}", "PUT /api/v1/account/password",
        "POST /api/v1/account/code", "PUT /api/v1/account/code", "DELETE /api/v1/account/code",
        "GET /api/v1/account/passkeys", "POST /api/v1/account/passkeys/options", "POST /api/v1/account/passkeys", "DELETE /api/v1/account/passkeys/{id}",
    ];

    private static readonly HashSet<string> Public =
    [
        "/", "/live/{slug}", "/live/{slug}/page/{number:int}", "/live/{slug}/posts/{id}", "/live/{slug}/stream", "/live/{slug}/changes",
        "/live/{slug}/feed.{format}", "/media/{hash}/{file}", "/media/{hash}/hls/{file}",
        "/assets/{name}", "/healthz", "/readyz", "/openapi/{documentName}.json",
        // Where nothing is, and it says so: the reader's page, and the API's own words.
        "/{**path}", "/api/v1/{**rest}",
        // Signing in, and the page to do it on.
        "/api/v1/session", "/api/v1/session/link", "/api/v1/session/passkey", "/api/v1/session/passkey/options", "/desk/{**path}", "/desk/oidc",
    ];

    public static TheoryData<string> OwnRows => [.. OwnAccount];

    public static TheoryData<string, Role> Rows => [.. Least.Select(row => (row.Key, row.Value))];

    [Fact]
    public void Every_route_is_public_by_name_or_has_a_row_in_the_table_of_rights()
    {
        var routes = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var open = routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Pattern).ToHashSet();
        var closed = routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Pattern(route)}")).ToHashSet();

        Assert.Equal(Public.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        Assert.Equal(Least.Keys.Concat(OwnAccount).Order(StringComparer.Ordinal), closed.Order(StringComparer.Ordinal));

        // A group's own route is written with a slash at its end, and matched without.
        static string Pattern(RouteEndpoint route) => route.RoutePattern.RawText is { Length: > 1 } text ? text.TrimEnd('/') : "/";
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_role_may_do_what_the_table_says_and_no_more(string route, Role least)
    {
        var (method, path, body) = Request(route);
        var (reporter, editor, admin) = await Desk();

        (await newsroom.Anonymous.Send(method, path, body)).Refuses(401);
        (await newsroom.Saying("Authorization", "Bearer dl_made-up").Send(method, path, body)).Refuses(401);
        (Role, Visitor)[] tokens = [(Role.Reporter, newsroom.Reporter), (Role.Editor, newsroom.Editor), (Role.Admin, newsroom.Admin)];
        (Role, Visitor)[] cookies = [(Role.Reporter, reporter), (Role.Editor, editor), (Role.Admin, admin)];
        foreach (var (role, visitor) in tokens.Concat(cookies))
        {
            var answered = await visitor.Send(method, path, body);
            if (role < least) answered.Refuses(403);
            else Assert.Contains(answered.Status, new[] { 200, 404, 415, 422 });
        }
    }

    [Theory]
    [MemberData(nameof(OwnRows))]
    public async Task An_account_is_looked_after_by_its_person_alone(string route)
    {
        var (method, path, body) = Request(route);
        var (reporter, _, _) = await Desk();
        (await newsroom.Anonymous.Send(method, path, body)).Refuses(401);
        (await newsroom.Admin.Send(method, path, body)).Refuses(403);
        Assert.Contains((await reporter.Send(method, path, body)).Status, new[] { 200, 404, 422 });
    }

    public static TheoryData<string> ClosedRows => [.. Least.Keys.Concat(OwnAccount)];

    [Theory]
    [MemberData(nameof(ClosedRows))]
    public async Task On_no_route_does_the_cookie_count_for_another_sites_page(string route)
    {
        var (method, path, body) = Request(route);
        var (_, _, admin) = await Desk();
        foreach (var site in new[] { "cross-site", "same-site", "none", "nonsense", null })
        {
            using var foreign = admin.From(site);
            var answered = await foreign.Send(method, path, body);
            if (method == HttpMethod.Get && site is null or "none") Assert.NotEqual(401, answered.Status);
            else Assert.Contains("Sec-Fetch-Site", answered.Refuses(403)["title"]);
        }
    }

    [Fact]
    public async Task Every_write_that_needs_no_sign_in_is_taken_from_the_desks_own_page_alone()
    {
        var open = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null && route.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET"))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => (method, path: route.RoutePattern.RawText!.TrimEnd('/')))).ToList();
        Assert.Equal(5, open.Count);
        foreach (var (method, path) in open)
        {
            Assert.Contains("Sec-Fetch-Site", (await newsroom.Anonymous.Send(new HttpMethod(method), path, "{}")).Refuses(403)["title"]);
            Assert.Contains("Sec-Fetch-Site", (await newsroom.Saying("Sec-Fetch-Site", "cross-site").Send(new HttpMethod(method), path, "{}")).Refuses(403)["title"]);
        }
    }

    private async Task<(Visitor Reporter, Visitor Editor, DeskVisitor Admin)> Desk()
    {
        if (_desk is null)
        {
            var number = Guid.NewGuid().ToString("N")[..6];
            _desk = (await newsroom.Person($"Rea {number}", Role.Reporter), await newsroom.Person($"Eli {number}", Role.Editor), await newsroom.Person($"Abe {number}", Role.Admin));
        }
        return _desk.Value;
    }

    private (Visitor, Visitor, DeskVisitor)? _desk;

    private static (HttpMethod Method, string Path, string? Body) Request(string route)
    {
        var method = new HttpMethod(route.Split(' ')[0]);
        var path = route.Split(' ')[1].Replace("{slug}", "none-such", StringComparison.Ordinal).Replace("{id}", "01a20ad6-8a01-792e-ba4f-d7760e70848a", StringComparison.Ordinal).Replace("{name}", "nobody", StringComparison.Ordinal);
        return (method, path, method == HttpMethod.Get || method == HttpMethod.Delete ? null : "{}");
    }

    [Fact]
    public async Task A_route_that_names_no_right_is_closed_to_everybody()
    {
        var forgetful = new NewsroomApi(settings => settings, server => server.MapGet("/forgotten", () => "a draft"));
        await using (forgetful)
        {
            await forgetful.InitializeAsync();
            (await forgetful.Anonymous.Get("/forgotten")).Refuses(401);
            (await forgetful.Admin.Get("/forgotten")).Refuses(403);
        }
    }

    [Fact]
    public async Task A_reporter_reaches_their_own_posts_and_nobody_elses()
    {
        var posts = await newsroom.Begins("own-posts");
        var own = (await newsroom.Reporter.Post(posts, """{"headline":"Rita was there"}""")).Is(201).Id;
        var foreign = (await newsroom.OtherReporter.Post(posts, """{"headline":"Omar was there"}""")).Is(201).Id;

        (await newsroom.Reporter.Put($"{posts}/{own}/draft", """{"headline":"Rita was there, and saw it"}""", ("If-Match", "\"1\""))).Is(200);
        (await newsroom.Reporter.Put($"{posts}/{own}", """{"headline":"Rita saw it"}""", ("If-Match", "\"2\""))).Is(200);
        (await newsroom.Reporter.Post($"{posts}/{own}/restore", """{"revision":1}""")).Is(200);
        (await newsroom.Reporter.Post($"{posts}/{own}/file", "{}")).Is(200);

        Says("Omar", await newsroom.Reporter.Put($"{posts}/{foreign}/draft", """{"headline":"Mine now"}""", ("If-Match", "\"1\"")));
        Says("Omar", await newsroom.Reporter.Put($"{posts}/{foreign}", """{"headline":"Mine now"}""", ("If-Match", "\"1\"")));
        Says("Omar", await newsroom.Reporter.Delete($"{posts}/{foreign}/draft"));
        Says("Omar", await newsroom.Reporter.Post($"{posts}/{foreign}/file", "{}"));
        Says("Omar", await newsroom.Reporter.Post($"{posts}/{foreign}/restore", """{"revision":1}"""));
        Assert.Equal("Omar was there", (await newsroom.Editor.Get($"{posts}/{foreign}"))["headline"]);
        (await newsroom.Editor.Put($"{posts}/{foreign}/draft", """{"headline":"Omar was there, we hear"}""", ("If-Match", "\"1\""))).Is(200);

        static void Says(string writer, Answered answered) => Assert.Contains(writer, answered.Refuses(403)["title"]);
    }

    [Theory]
    [InlineData("""{"headline":"Out","publish":true}""")]
    [InlineData("""{"headline":"Out","breaking":true}""")]
    [InlineData("""{"headline":"Out","keyEvent":true}""")]
    [InlineData("""{"headline":"Out","pinned":true}""")]
    public async Task A_reporter_who_publishes_or_flags_is_told_to_file(string body)
    {
        var posts = $"/api/v1/coverages/{Slug(body)}/posts";
        await newsroom.Begins(Slug(body));
        Assert.Contains("file the post", (await newsroom.Reporter.Post(posts, body)).Refuses(403)["title"]);
        Assert.Contains("file the post", (await newsroom.Reporter.Put($"{posts}/01a20ad6-8a01-792e-ba4f-d7760e70848b", body)).Refuses(403)["title"]);
        Assert.Empty((await newsroom.Editor.Get(posts)).Json["posts"]!.AsArray());

        static string Slug(string body) => $"filing-{body.Split('"')[5].ToLowerInvariant()}";
    }

    [Fact]
    public async Task A_reporter_sends_back_a_post_that_an_editor_flagged_and_the_flag_stays()
    {
        var posts = await newsroom.Begins("flagged-draft");
        var id = (await newsroom.Reporter.Post(posts, """{"headline":"The dam is holding"}""")).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"breaking":true}""")).Is(200);

        var given = (await newsroom.Reporter.Get($"{posts}/{id}")).Json;
        given["headline"] = "The dam is holding, engineers say";
        var saved = (await newsroom.Reporter.Put($"{posts}/{id}", given.ToJsonString(), ("If-Match", "*"))).Is(200);
        Assert.Equal("true", saved["breaking"]);
        (await newsroom.Reporter.Put($"{posts}/{id}", """{"headline":"The dam is holding","breaking":false}""", ("If-Match", "*"))).Refuses(403);
    }

    [Fact]
    public async Task A_revoked_token_ends_at_once()
    {
        using var leaving = await newsroom.Member("Leaving", Role.Editor);
        (await leaving.Get("/api/v1/coverages")).Is(200);
        (await newsroom.Admin.Delete("/api/v1/tokens/Leaving")).Is(200);
        (await leaving.Get("/api/v1/coverages")).Refuses(401);
    }
}
