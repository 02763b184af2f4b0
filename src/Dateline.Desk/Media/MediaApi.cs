using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Media;

/// <summary>The media library: send a picture, look at one.</summary>
internal static class MediaApi
{
    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/media").WithTags("Media").RequireAuthorization(Rights.Write);

        api.MapPost("", Add).TakesFile().Answers<PictureSchema>(StatusCodes.Status201Created).Answers<PictureSchema>().WithSummary("Send a picture; the same one again is the same picture");
        api.MapGet("/{hash}/{file}", Show).Produces<Stream>(StatusCodes.Status200OK, "image/webp").WithSummary("A picture, published or not, such as 480.webp");
    }

    private static async Task<IResult> Add(HttpRequest request, ClaimsPrincipal user, Arrivals arrivals, PictureBook book, Development development, CancellationToken cancellation)
    {
        if (!(await arrivals.Take(request, cancellation)).Try(out var arrived, out var refusal)) return refusal.ToHttp();
        var (name, kind, bytes) = arrived;
        if (!(await book.Add(name, kind, bytes, Hands.Of(request, user), cancellation)).Try(out var isNew, out refusal)) return refusal.ToHttp();
        if (isNew) development.Hurry();
        var json = new JsonObject { ["id"] = name.ToString(), ["hash"] = name.Hash, ["width"] = name.Width, ["height"] = name.Height, ["kind"] = kind, ["bytes"] = bytes };
        return AnswerWriter.Ok(json, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Show(string hash, string file, HttpResponse response, Develop develop, CancellationToken cancellation)
    {
        if (!Rendition.TryParse(hash, file, out var rendition)) return NotHere.ToHttp();
        var developed = await develop(rendition, cancellation);
        if (developed.Busy) return new Refusal(RefusalKind.Busy, "This picture cannot be made at this moment; look again in a few seconds.").ToHttp();
        if (developed.Path is not { } path) return NotHere.ToHttp();
        // For this browser alone: it may be of a draft.
        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(path, rendition.ContentType);
    }

    private static Refusal NotHere => new(RefusalKind.NotFound, "There is no such picture in the library, or not in this size.");
}
