using Dateline.Core.Posts;
using Dateline.Desk.Members;
using Dateline.Public.Pages;
using Dateline.Storage;

namespace Dateline.Server.Serving;

/// <summary>A working copy in the reader's own rendering, for whoever may write here. The two sides of the house meet in the server alone: the desk has the draft, the reader's side knows how it looks.</summary>
public static class DraftPreview
{
    public static void MapDraftPreview(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/preview/{slug}/{id}", Show).RequireAuthorization(Rights.Write).ExcludeFromDescription();

    private static async Task Show(HttpContext context, string slug, string id, Newsroom newsroom, RulesBook rules, Typesetter typesetter, TimeProvider time)
    {
        await using var reader = newsroom.Read();
        var (response, cancellation) = (context.Response, context.RequestAborted);
        var coverage = await reader.Coverage(slug, cancellation);
        var post = coverage is not null && PostId.TryParse(id, out var key) ? (await reader.Post(slug, key, cancellation))?.Post : null;
        var now = time.GetUtcNow();
        // Nothing in between may keep what nobody has published.
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = typesetter.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.ContentType = "text/html; charset=utf-8";
        if (coverage is null || post is null || PublicPost.Preview(post, now, (await rules.Read(cancellation)).Checklist) is not { } shown)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            await response.WriteAsync(await typesetter.NotFound(now), cancellation);
            return;
        }
        await response.WriteAsync(await typesetter.Preview(shown, coverage.Public, now), cancellation);
    }
}
