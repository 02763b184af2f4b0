using Dateline.Core.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dateline.Public.Serving;

/// <summary>Videos, sounds and captions for readers, whole or in the ranges (RFC 9110, 14) that a player asks for.</summary>
public sealed class RecordingRoute(Gate gate, FindRecording find)
{
    private const string SecondsToRetry = "10";

    public async Task Serve(HttpContext context, string hash, string file)
    {
        var response = context.Response;
        if (!await gate.Opens(context, hash, PictureRoute.Policy)) return;
        if (RecordingFile.ContentType(file) is not { } type || find(hash, file) is not { } path)
        {
            // What is published was ready; when it is not there, it was lost and is being made again.
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = SecondsToRetry;
            return;
        }
        (response.Headers.CacheControl, response.Headers["Cache-Tag"]) = (Gate.ForGood, $"media-{hash}");
        await Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{hash[..16]}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
