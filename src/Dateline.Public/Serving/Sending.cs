using Dateline.Public.Pages;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary>Sends sheets: in the form the client likes, or only the word that it has the newest.</summary>
public sealed class Sending(Typesetter typesetter)
{
    // Fresh for two seconds at a cache in between, then served old while a new one is fetched: a page of a million readers is asked for here every other second.
    private const string PageCaching = "public, max-age=0, s-maxage=2, stale-while-revalidate=30, stale-if-error=600";

    public async Task Send(HttpContext context, Sheet sheet)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = PageCaching;
        response.Headers.ETag = sheet.ETag;
        response.Headers.Vary = "Accept-Encoding";
        if (sheet.CacheTag.Length > 0) response.Headers["Cache-Tag"] = sheet.CacheTag;
        if (sheet.IsPage) Secure(response);
        if (sheet.Status == StatusCodes.Status200OK && Has(request, sheet.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var encoding = Encodings.Choose(request.Headers.AcceptEncoding);
        var body = sheet.Bodies[(int)encoding];
        response.StatusCode = sheet.Status;
        response.ContentType = sheet.ContentType;
        response.ContentLength = body.Length;
        if (encoding.Name() is { } name && !ReferenceEquals(body, sheet.Bodies[0])) response.Headers.ContentEncoding = name;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Nothing that is not ours runs in a page, and no other site shows it as its own.</summary>
    private void Secure(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = typesetter.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static bool Has(HttpRequest request, string tag)
    {
        foreach (var sent in request.Headers.IfNoneMatch)
            if (sent is not null && sent.Split(',').Any(each => each.Trim() is "*" || each.Trim() == tag)) return true;
        return false;
    }
}
