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
        foreach (var (name, value) in Fields(sheet)) response.Headers[name] = value;
        if (sheet.Status == StatusCodes.Status200OK && Has(request, sheet.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (body, coding) = await sheet.Body.Get(Encodings.Choose(request.Headers.AcceptEncoding.ToString()));
        response.StatusCode = sheet.Status;
        response.ContentType = sheet.ContentType;
        response.ContentLength = body.Length;
        if (coding is not null) response.Headers.ContentEncoding = coding;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The header fields that go with a sheet, whoever sends it and in whichever form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(Sheet sheet)
    {
        yield return new("Cache-Control", sheet.Caching ?? PageCaching);
        yield return new("ETag", sheet.ETag);
        yield return new("Vary", "Accept-Encoding");
        if (sheet.CacheTag.Length > 0) yield return new("Cache-Tag", sheet.CacheTag);
        if (!sheet.IsPage) yield break;
        // Nothing that is not ours runs in a page, and no other site shows it as its own.
        yield return new("Content-Security-Policy", typesetter.ContentSecurityPolicy);
        yield return new("X-Content-Type-Options", "nosniff");
        yield return new("Referrer-Policy", "strict-origin-when-cross-origin");
        yield return new("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private static bool Has(HttpRequest request, string tag)
    {
        foreach (var sent in request.Headers.IfNoneMatch)
            if (sent is not null && sent.Split(',').Any(each => each.Trim() is "*" || each.Trim() == tag)) return true;
        return false;
    }
}
