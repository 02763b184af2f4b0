using System.Security.Claims;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage.Media;
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

        api.MapPost("", Add).TakesFile().Answers<MediaSchema>(StatusCodes.Status201Created).Answers<MediaSchema>().WithSummary("Send a picture, a video, a sound or captions; the same file again is the same");
        api.MapGet("/recordings/{hash}", State).Answers<RecordingSchema>().WithSummary("A video, sound or captions: whether readers can be given it yet");
        api.MapGet("/{hash}/{file}", Show).Produces<Stream>(StatusCodes.Status200OK, "image/webp").WithSummary("A picture or recording, published or not, such as 480.webp or video.mp4; recordings in ranges");
        api.MapGet("/{hash}/hls/{file}", (string hash, string file, HttpResponse response, FindRecording find) => Play(hash, $"hls/{file}", response, find)).Produces<Stream>(StatusCodes.Status200OK, "video/mp4").WithSummary("A video in pieces (HLS), published or not, such as main.m3u8");
    }

    private static async Task<IResult> Add(HttpRequest request, ClaimsPrincipal user, Arrivals arrivals, NewFiles files, CancellationToken cancellation)
    {
        if (!(await arrivals.Take(request, cancellation)).Try(out var arrived, out var refusal)) return refusal.ToHttp();
        var by = Hands.Of(request, user);
        return (arrived is ArrivedRecording recording ? await files.Enter(recording, by, cancellation) : await files.Enter((ArrivedPicture)arrived, by, cancellation)).Try(out var entered, out refusal)
            ? AnswerWriter.Ok(entered.Json, entered.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : refusal.ToHttp();
    }

    private static async Task<IResult> State(string hash, RecordingBook book, CancellationToken cancellation)
    {
        if (await book.Find(hash, cancellation) is not { } recording) return NotHere.ToHttp();
        var json = NewFiles.Of(recording.Name, recording.Bytes, recording.IsReady);
        (json["addedBy"], json["addedAt"]) = (recording.AddedBy, Instants.Write(recording.AddedAt));
        if (recording.Trouble is { } trouble) json["trouble"] = trouble;
        return AnswerWriter.Ok(json);
    }

    private static async Task<IResult> Show(string hash, string file, HttpResponse response, Develop develop, FindRecording find, CancellationToken cancellation)
    {
        if (!Rendition.TryParse(hash, file, out var rendition)) return Play(hash, file, response, find);
        var developed = await develop(rendition, cancellation);
        if (developed.Busy) return new Refusal(RefusalKind.Busy, "This picture cannot be made at this moment; look again in a few seconds.").ToHttp();
        if (developed.Path is not { } path) return NotHere.ToHttp();
        ForThisBrowser(response);
        return Results.File(path, rendition.ContentType);
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
