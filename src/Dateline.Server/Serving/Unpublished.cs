using Dateline.Public.Pages;

namespace Dateline.Server.Serving;

/// <summary>Answers that show what nobody has published, to whoever may write it.</summary>
internal static class Unpublished
{
    /// <summary>Nothing in between may keep it.</summary>
    public static void Unkept(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>A page, or that there is none at this address.</summary>
    public static async Task Show(HttpContext context, string? page, string policy, Typesetter typesetter, DateTimeOffset now)
    {
        var response = context.Response;
        response.Unkept();
        response.Headers.ContentSecurityPolicy = page is null ? typesetter.ContentSecurityPolicy : policy;
        response.ContentType = "text/html; charset=utf-8";
        if (page is null) response.StatusCode = StatusCodes.Status404NotFound;
        await response.WriteAsync(page ?? await typesetter.NotFound(now), context.RequestAborted);
    }
}
