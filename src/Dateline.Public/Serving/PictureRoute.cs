using Dateline.Core.Media;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary>Pictures for readers, in the width and format that a page asks for.</summary>
/// <remarks>The bytes of an address never change, so caches keep them for good; <c>Cache-Tag</c> lets a CDN be told.</remarks>
public sealed class PictureRoute(Gate gate, Develop develop)
{
    private const string SecondsToRetry = "5";

    /// <summary>Were a file ever to be taken for a page, it could do nothing.</summary>
    public const string Policy = "default-src 'none'; sandbox";

    public async Task Serve(HttpContext context, string hash, string file)
    {
        var (request, response) = (context.Request, context.Response);
        var rendition = Rendition.TryParse(hash, file, out var named) ? named : null;
        if (!await gate.Opens(context, rendition?.Hash, Policy) || rendition is null) return;
        var tag = $"\"{rendition.File}\"";
        if (request.Headers.IfNoneMatch.ToString() == tag)
        {
            (response.StatusCode, response.Headers.CacheControl, response.Headers.ETag) = (StatusCodes.Status304NotModified, Gate.ForGood, tag);
            return;
        }
        var developed = await develop(rendition, context.RequestAborted);
        if (developed.Path is not { } path)
        {
            response.StatusCode = developed.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            if (developed.Busy) response.Headers.RetryAfter = SecondsToRetry;
            return;
        }
        (response.Headers.CacheControl, response.Headers.ETag, response.Headers["Cache-Tag"]) = (Gate.ForGood, tag, $"media-{hash}");
        (response.ContentType, response.ContentLength) = (rendition.ContentType, new FileInfo(path).Length);
        if (!HttpMethods.IsHead(request.Method)) await response.SendFileAsync(path, context.RequestAborted);
    }
}
