using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Desk.Members;
using Dateline.Public.Pages;
using Dateline.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Server.Serving;

/// <summary>A block that is being written, in the reader's own rendering. The empty sheet is had once and holds the reader's stylesheet; each rendering is put on it by the desk.</summary>
public static class BlockPreview
{
    /// <summary>The most that a block may weigh: what a whole post may.</summary>
    private const int MostBytes = 256 * 1024;

    private const string Path = "/desk/preview/{slug}/block";

    public static void MapBlockPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Sheet).RequireAuthorization(Rights.Write).ExcludeFromDescription();
        routes.MapPost(Path, Show).RequireAuthorization(Rights.Write).ExcludeFromDescription();
    }

    private static async Task Sheet(HttpContext context, string slug, Newsroom newsroom, Typesetter typesetter, TimeProvider time)
    {
        await using var reader = newsroom.Read();
        var coverage = await reader.Coverage(slug, context.RequestAborted);
        var now = time.GetUtcNow();
        await Unpublished.Show(context, coverage is null ? null : await typesetter.BlockSheet(coverage.Public, now), typesetter.BlockSheetPolicy, typesetter, now);
    }

    private static async Task<IResult> Show(HttpContext context, string slug, Newsroom newsroom, Typesetter typesetter, TimeProvider time)
    {
        context.Response.Unkept();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = MostBytes;
        await using var reader = newsroom.Read();
        if (await reader.Coverage(slug, context.RequestAborted) is not { } coverage) return Refused(StatusCodes.Status404NotFound, "There is no live page at this address.");
        Block? block;
        try
        {
            block = await JsonSerializer.DeserializeAsync(context.Request.Body, DatelineJson.Default.Block, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Refused(tooLarge.StatusCode, "This is larger than a post may be; shorten it.");
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            return Refused(StatusCodes.Status400BadRequest, "This is no block that can be shown.");
        }
        if (block is null) return Refused(StatusCodes.Status400BadRequest, "There is no block to show.");
        var shown = await typesetter.Block(block, coverage.Public, time.GetUtcNow());
        return Results.Json(new ShownBlock(shown, block is Chart chart ? typesetter.InWords(chart, coverage.Public) : null), ShownJson.Default.ShownBlock);
    }

    private static IResult Refused(int status, string sentence) => Results.Problem(title: sentence, statusCode: status);
}
