using System.Security.Claims;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Media;

/// <summary>The media library: send a file, look at one.</summary>
internal static class MediaApi
{
    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/media").WithTags("Media").RequireAuthorization(Rights.Write);

        api.MapPost("", Add).TakesFile().Answers<MediaSchema>(StatusCodes.Status201Created).Answers<MediaSchema>().WithSummary("Send a picture, a video, a sound, captions or a document (PDF); the same file again is the same");
        api.MapGet("/{hash}/{file}", Show).Produces<Stream>(StatusCodes.Status200OK, "image/webp").WithSummary("A picture, recording or document, published or not, such as 480.webp, video.mp4 or document.pdf");
        api.MapGet("/{hash}/hls/{file}", (string hash, string file, HttpResponse response, FindRecording find) => Play(hash, $"hls/{file}", response, find)).Produces<Stream>(StatusCodes.Status200OK, "video/mp4").WithSummary("A video in pieces (HLS), published or not, such as main.m3u8");
    }

    private static async Task<IResult> Add(HttpRequest request, ClaimsPrincipal user, Arrivals arrivals, NewFiles files, CancellationToken cancellation)
    {
        if (!(await arrivals.Take(request, cancellation)).Try(out var arrived, out var refusal)) return refusal.ToHttp();
        var by = Hands.Of(request, user);
        return (await files.Enter(arrived, by, cancellation)).Try(out var entered, out refusal)
            ? AnswerWriter.Ok(entered.Json, entered.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : refusal.ToHttp();
    }

    private static async Task<IResult> Show(string hash, string file, HttpResponse response, Develop develop, FindRecording find, Lend lend, CancellationToken cancellation)
    {
        if (file == DocumentName.File) return await Read(hash, response, lend, cancellation);
        if (!Rendition.TryParse(hash, file, out var rendition)) return Play(hash, file, response, find);
        var developed = await develop(rendition, cancellation);
        if (developed.Busy) return new Refusal(RefusalKind.Busy, "This picture cannot be made at this moment; look again in a few seconds.").ToHttp();
        if (developed.Path is not { } path) return NotHere.ToHttp();
        ForThisBrowser(response);
        return Results.File(path, rendition.ContentType);
    }

    private static async Task<IResult> Read(string hash, HttpResponse response, Lend lend, CancellationToken cancellation)
    {
        var lent = await lend(hash, cancellation);
        if (lent.Content is not { } content) return (lent.Busy ? new Refusal(RefusalKind.Busy, "This document cannot be had at this moment; look again in a minute.") : NotHere).ToHttp();
        ForThisBrowser(response);
        // A browser's viewer shows nothing under the policy of a picture.
        response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        return Results.Stream(content, "application/pdf", enableRangeProcessing: true);
    }

    private static IResult Play(string hash, string file, HttpResponse response, FindRecording find)
    {
        if (find(hash, file) is not { } path) return NotHere.ToHttp();
        ForThisBrowser(response);
        return Results.File(path, RecordingFile.ContentType(file), enableRangeProcessing: true);
    }

    // Alone: it may be of a draft.
    private static void ForThisBrowser(HttpResponse response)
    {
        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }

    private static Refusal NotHere => new(RefusalKind.NotFound, "There is no such file in the library, or not in this size.");
}
