using Dateline.Core.Media;
using Dateline.Public.Editions;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary>Pictures for readers: those alone that something they have shows. What a draft shows does not exist here, whoever knows its name.</summary>
/// <remarks>Whether a picture may be had is asked of the public views at each request: it ends with the post. Its bytes never change, so caches keep them for good; <c>Cache-Tag</c> lets a CDN be told.</remarks>
public sealed class PictureRoute(EditionReader reader, Develop develop)
{
    internal const string ForGood = "public, max-age=31536000, immutable";
    private const string SecondsToRetry = "5";

    /// <summary>Were a file ever to be taken for a page, it could do nothing.</summary>
    public const string Policy = "default-src 'none'; sandbox";

    public async Task Serve(HttpContext context, string hash, string file)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
        // What is not there now may be in a moment: a post goes out, and its page asks at once.
        response.Headers.CacheControl = "no-store";
        if (!Rendition.TryParse(hash, file, out var rendition) || await reader.Shows(hash, context.RequestAborted) is not { } shown)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!shown)
        {
            response.StatusCode = StatusCodes.Status410Gone;
            return;
        }
        var tag = $"\"{rendition.File}\"";
        if (request.Headers.IfNoneMatch.ToString() == tag)
        {
            (response.StatusCode, response.Headers.CacheControl, response.Headers.ETag) = (StatusCodes.Status304NotModified, ForGood, tag);
            return;
        }
        var developed = await develop(rendition, context.RequestAborted);
        if (developed.Path is not { } path)
        {
            response.StatusCode = developed.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            if (developed.Busy) response.Headers.RetryAfter = SecondsToRetry;
            return;
        }
        (response.Headers.CacheControl, response.Headers.ETag, response.Headers["Cache-Tag"]) = (ForGood, tag, $"media-{hash}");
        (response.ContentType, response.ContentLength) = (rendition.ContentType, new FileInfo(path).Length);
        if (!HttpMethods.IsHead(request.Method)) await response.SendFileAsync(path, context.RequestAborted);
    }
}
