using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>Which requests a cookie may speak for. Browsers set <c>Sec-Fetch-Site</c> themselves and let no page forge it (Fetch Metadata), so another site's page cannot write with a cookie that is not its own.</summary>
internal static class SameOrigin
{
    private const string Header = "Sec-Fetch-Site";

    /// <summary>A write must come from the desk's own page; reading may also be an address that somebody typed, or a program that knows nothing of the header.</summary>
    public static bool Holds(HttpRequest request)
    {
        var site = request.Headers[Header].ToString();
        return site == "same-origin" || (site is "" or "none" && IsReading(request.Method));
    }

    public static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    public static Refusal Refusal { get; } = new(RefusalKind.Forbidden, "This did not come from the desk's own page (Sec-Fetch-Site: same-origin); open the desk and do it there.");

    /// <summary>The same for routes that need no sign-in, those that begin one above all: nobody is signed in by another site's page.</summary>
    public static TBuilder FromTheDeskOnly<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter(async (context, next) =>
        IsReading(context.HttpContext.Request.Method) || Holds(context.HttpContext.Request) ? await next(context) : Refusal.ToHttp());
}
