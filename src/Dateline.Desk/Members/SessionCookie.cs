using Dateline.Storage.Members;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>The cookie of the desk: a secret that scripts cannot read, other sites do not send, and nothing but the server's table gives a meaning.</summary>
internal sealed class SessionCookie(DeskSettings settings)
{
    // The prefix makes browsers refuse a cookie of this name from another host of the domain, or over plain HTTP.
    private string Name => settings.IsSecure ? "__Host-dateline" : "dateline";

    public string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and < 100 } secret ? secret : null;

    public void Write(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Options(context, Session.Longest));

    public void Clear(HttpContext context) => context.Response.Cookies.Append(Name, "", Options(context, TimeSpan.Zero));

    private CookieOptions Options(HttpContext context, TimeSpan lasts) => new()
    {
        HttpOnly = true,
        Secure = settings.IsSecure || context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
