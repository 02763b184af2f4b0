using Dateline.Core.Media;
using Dateline.Public.Editions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dateline.Public.Serving;

/// <summary>Videos, sounds and captions for readers: those alone that something they have shows, whole or in the ranges (RFC 9110, 14) that a player asks for.</summary>
/// <remarks>Whether one may be had is asked at each request, as for pictures (<see cref="PictureRoute"/>).</remarks>
public sealed class RecordingRoute(EditionReader reader, FindRecording find)
{
    private const string SecondsToRetry = "10";

    public async Task Serve(HttpContext context, string hash, string file)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = PictureRoute.Policy;
        response.Headers.CacheControl = "no-store";
        if (!PictureName.IsHash(hash) || await reader.Shows(hash, context.RequestAborted) is not { } shown)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!shown)
        {
            response.StatusCode = StatusCodes.Status410Gone;
            return;
        }
        if (RecordingFile.ContentType(file) is not { } type || find(hash, file) is not { } path)
        {
            // What is published was ready; when it is not there, it was lost and is being made again.
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = SecondsToRetry;
            return;
        }
        (response.Headers.CacheControl, response.Headers["Cache-Tag"]) = (PictureRoute.ForGood, $"media-{hash}");
        await Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{hash[..16]}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
