using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Desk.Members;
using Dateline.Public.Pages;
using Dateline.Storage;

namespace Dateline.Server.Serving;

/// <summary>A working copy in the reader's own rendering, for whoever may write here. The two sides of the house meet in the server alone: the desk has the draft, the reader's side knows how it looks.</summary>
public static class DraftPreview
{
    /// <summary>The longest block that is shown by itself, in characters of its JSON; it comes in the address.</summary>
    public const int MostBlock = 6_000;

    public static void MapDraftPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/preview/{slug}/{id}", Show).RequireAuthorization(Rights.Write).ExcludeFromDescription();
        routes.MapGet("/desk/preview/{slug}/block", ShowBlock).RequireAuthorization(Rights.Write).ExcludeFromDescription();
    }

    // A block that is being written, as it reads at this moment: nothing of it is kept.
    private static async Task ShowBlock(HttpContext context, string slug, string? block, Newsroom newsroom, Typesetter typesetter, TimeProvider time)
    {
        await using var reader = newsroom.Read();
        var coverage = await reader.Coverage(slug, context.RequestAborted);
        var shown = coverage is null ? null : Read(block);
        await Answer(context, typesetter, shown is null ? null : await typesetter.Preview(shown, coverage!.Public, time.GetUtcNow()), time);
    }

    private static Block? Read(string? json)
    {
        if (json is null || json.Length > MostBlock) return null;
        try
        {
            return JsonSerializer.Deserialize(json, DatelineJson.Default.Block);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task Show(HttpContext context, string slug, string id, Newsroom newsroom, RulesBook rules, Typesetter typesetter, TimeProvider time)
    {
        await using var reader = newsroom.Read();
        var cancellation = context.RequestAborted;
        var coverage = await reader.Coverage(slug, cancellation);
        var post = coverage is not null && PostId.TryParse(id, out var key) ? (await reader.Post(slug, key, cancellation))?.Post : null;
        var shown = coverage is null || post is null ? null : PublicPost.Preview(post, time.GetUtcNow(), (await rules.Read(cancellation)).Checklist);
        await Answer(context, typesetter, shown is null ? null : await typesetter.Preview(shown, coverage!.Public, time.GetUtcNow()), time);
    }

    private static async Task Answer(HttpContext context, Typesetter typesetter, string? page, TimeProvider time)
    {
        var response = context.Response;
        // Nothing in between may keep what nobody has published.
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = typesetter.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.ContentType = "text/html; charset=utf-8";
        if (page is null) response.StatusCode = StatusCodes.Status404NotFound;
        await response.WriteAsync(page ?? await typesetter.NotFound(time.GetUtcNow()), context.RequestAborted);
    }
}
