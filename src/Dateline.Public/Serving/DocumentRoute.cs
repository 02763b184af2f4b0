using Dateline.Core.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dateline.Public.Serving;

/// <summary>Documents for readers, in ranges, as viewers ask for them.</summary>
public sealed class DocumentRoute(Gate gate, Lend lend)
{
    private const string SecondsToRetry = "5";

    /// <summary>No page of another site shows it as its own. Its own scripts run in no browser's viewer, which a stricter policy would keep from showing it at all.</summary>
    public const string Policy = "frame-ancestors 'self'";

    public async Task Serve(HttpContext context, string hash)
    {
        var response = context.Response;
        if (!await gate.Opens(context, hash, Policy)) return;
        var lent = await lend(hash, context.RequestAborted);
        if (lent.Content is not { } content)
        {
            response.StatusCode = lent.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            if (lent.Busy) response.Headers.RetryAfter = SecondsToRetry;
            return;
        }
        (response.Headers.CacheControl, response.Headers["Cache-Tag"]) = (Gate.ForGood, $"media-{hash}");
        response.Headers.ContentDisposition = $"inline; filename=\"{hash[..12]}.pdf\"";
        // The bytes of this address never change, so its name is its version.
        await Results.Stream(content, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{DocumentName.File}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
