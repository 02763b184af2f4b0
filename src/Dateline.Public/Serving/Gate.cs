using Dateline.Core.Media;
using Dateline.Public.Editions;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary>What whoever asks for a file passes first: it opens for those alone that something readers have shows. What a draft shows does not exist here, whoever knows its name.</summary>
/// <remarks>Whether a file may be had is asked of the public views at each request: it ends with the post.</remarks>
public sealed class Gate(EditionReader reader)
{
    internal const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>Answers, unless the file may be had.</summary>
    /// <param name="hash">Whose content is asked for; null when the address names no file.</param>
    /// <param name="policy">What the file may do, were it to be taken for a page.</param>
    public async Task<bool> Opens(HttpContext context, string? hash, string policy)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = policy;
        // What is not there now may be in a moment: a post goes out, and its page asks at once.
        response.Headers.CacheControl = "no-store";
        if (hash is null || !PictureName.IsHash(hash) || await reader.Shows(hash, context.RequestAborted) is not { } shown) response.StatusCode = StatusCodes.Status404NotFound;
        else if (!shown) response.StatusCode = StatusCodes.Status410Gone;
        else return true;
        return false;
    }
}
