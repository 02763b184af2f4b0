using System.Security.Claims;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Media;

/// <summary>What is known about the library's recordings: whether readers can be given one, and until when.</summary>
internal static class RecordingsApi
{
    public static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/media/recordings").WithTags("Media").RequireAuthorization(Rights.Write);

        api.MapGet("/{hash}", Show).Answers<RecordingSchema>().WithSummary("A video, sound or captions: whether readers can be given it yet, and until when it may be shown");
        api.MapPatch("/{hash}", Change).Takes<RecordingRightsSchema>().Answers<RecordingSchema>().WithSummary("Set until when a recording may be shown; empty is without end");
    }

    private static async Task<IResult> Show(string hash, RecordingBook book, CancellationToken cancellation) =>
        await book.Find(hash, cancellation) is { } recording ? Answer(recording) : RecordingBook.NotHere.ToHttp();

    private static async Task<IResult> Change(string hash, HttpRequest request, ClaimsPrincipal user, RecordingBook book, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var problems = new Problems();
        var notAfter = EndOfRights.Read(fields, problems);
        if (fields.Refusal is { } wrong) return wrong.ToHttp();
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found).ToHttp();
        if (!body.Json.ContainsKey(EndOfRights.Field)) return await Show(hash, book, cancellation);
        return (await book.Ends(hash, notAfter, Hands.Of(request, user), cancellation)).Try(out var recording, out refusal) ? Answer(recording) : refusal.ToHttp();
    }

    private static IResult Answer(LibraryRecording recording)
    {
        var json = NewFiles.Of(recording.Name, recording.Bytes, recording.IsReady);
        (json["addedBy"], json["addedAt"]) = (recording.AddedBy, Instants.Write(recording.AddedAt));
        if (recording.Trouble is { } trouble) json["trouble"] = trouble;
        if (recording.NotAfter is { } end) json[EndOfRights.Field] = Instants.Write(end);
        return AnswerWriter.Ok(json);
    }
}
