using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Embeds;

/// <summary>What lives elsewhere, looked up once and kept by us: embeds and link cards.</summary>
internal static class EmbedsApi
{
    public static void MapEmbeds(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/embeds").WithTags("Embeds").RequireAuthorization(Rights.Write)
            .MapPost("", LookUp).Takes<LookUpSchema>().Answers<LookedUpSchema>().WithSummary("Look an address up: an embed or a link card with our own snapshot of it, its picture in the library");

    private static async Task<IResult> LookUp(HttpRequest request, ClaimsPrincipal user, LookUps lookUps, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var (url, form) = (fields.NeededText("url"), fields.Text("as"));
        if (fields.Refusal is { } wrong) return wrong.ToHttp();
        if (form is not (null or "card")) return Body.Invalid("as", "“as” may say card, or be left out.").ToHttp();
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)) return Body.Invalid("url", "This is no address; give one that begins with https://.").ToHttp();
        if (!(await lookUps.Take(address, asCard: form == "card", Hands.Of(request, user), cancellation)).Try(out var snapshot, out refusal)) return refusal.ToHttp();
        var json = new JsonObject { ["block"] = JsonSerializer.SerializeToNode(snapshot.Block, DatelineJson.Relaxed.Block) };
        if (snapshot.Missing is { } missing) json["missing"] = missing;
        return AnswerWriter.Ok(json);
    }
}
