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
        var cancellation = context.RequestAborted;
        var coverage = await reader.Coverage(slug, cancellation);
        var post = coverage is not null && PostId.TryParse(id, out var key) ? (await reader.Post(slug, key, cancellation))?.Post : null;
        var now = time.GetUtcNow();
        var page = coverage is not null && post is not null && PublicPost.Preview(post, now, (await rules.Read(cancellation)).Checklist) is { } shown
            ? await typesetter.Preview(shown, coverage.Public, now)
            : null;
        await Unpublished.Show(context, page, typesetter.ContentSecurityPolicy, typesetter, now);
    }
}
