using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Live;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>Tokens, for administrators.</summary>
internal static class TokensApi
{
    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Tokens");

        api.MapGet("/tokens", List).RequireAuthorization(Rights.Administer).Answers<TokenListSchema>().WithSummary("All tokens, without their secrets");
        api.MapPost("/tokens", Create).RequireAuthorization(Rights.Administer).Takes<TokenSchema>().Answers<MadeTokenSchema>(StatusCodes.Status201Created).WithSummary("Make a token; its secret is shown this once");
        api.MapDelete("/tokens/{name}", Revoke).RequireAuthorization(Rights.Administer).Answers<TokenAnswerSchema>().WithSummary("End a token");
    }

    private static async Task<IResult> List(TokenBook tokens, CancellationToken cancellation) =>
        Ok(StatusCodes.Status200OK, new JsonObject { ["tokens"] = new JsonArray([.. (await tokens.List(cancellation)).Select(Of)]) });

    private static async Task<IResult> Create(HttpRequest request, ClaimsPrincipal user, TokenBook tokens, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        // By name alone: the framework would take "2" as well.
        if (Enum.GetValues<Role>().Where(each => each.ToString().Equals(Text(body, "role"), StringComparison.OrdinalIgnoreCase)).ToList() is not [var role])
            return Body.Invalid("role", "A token's role is reporter, editor or admin.").ToHttp();
        var made = await tokens.Create(Text(body, "name") ?? "", role, Hands.Of(request, user), cancellation);
        return made.Try(out var secret, out refusal)
            ? Ok(StatusCodes.Status201Created, new JsonObject { ["token"] = secret })
            : refusal.ToHttp();
    }

    private static async Task<IResult> Revoke(string name, HttpRequest request, ClaimsPrincipal user, TokenBook tokens, Newsdesk desk, CancellationToken cancellation)
    {
        if (!(await tokens.Revoke(name, Hands.Of(request, user), cancellation)).Try(out var token, out var refusal)) return refusal.ToHttp();
        await desk.CheckRights(CancellationToken.None);
        return Ok(StatusCodes.Status200OK, Of(token));
    }

    private static string? Text(Body body, string name) => body.Json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Of(Token token) => new()
    {
        ["name"] = token.Name,
        ["role"] = token.Role.ToString().ToLowerInvariant(),
        ["createdAt"] = Instants.Write(token.CreatedAt),
        ["revokedAt"] = token.RevokedAt is { } revoked ? Instants.Write(revoked) : null,
    };

    private static IResult Ok(int status, JsonObject json) => ((Result<Answer>)new Answer(status, AnswerWriter.Write(json))).ToHttp();
}
