using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Answers;

/// <summary>The one place where outcomes become HTTP: what was done, or why not as <c>application/problem+json</c> (RFC 9457) with the path of each field at fault.</summary>
internal static class AnswerWriter
{
    public static IResult ToHttp(this Result<Answer> result) => result.Try(out var answer, out var refusal) ? new Written(answer) : refusal.ToHttp();

    public static IResult ToHttp(this Refusal refusal)
    {
        var status = refusal.Kind switch
        {
            RefusalKind.Invalid or RefusalKind.KeyReused => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.NotJson => StatusCodes.Status415UnsupportedMediaType,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.WrongState or RefusalKind.Stale or RefusalKind.Taken => StatusCodes.Status409Conflict,
            RefusalKind.VersionNeeded => StatusCodes.Status428PreconditionRequired,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
            RefusalKind.Held => StatusCodes.Status423Locked,
            RefusalKind.Full => StatusCodes.Status507InsufficientStorage,
            _ => throw new InvalidOperationException($"{refusal.Kind} has no HTTP status."),
        };
        return new Refused(status, refusal);
    }

    /// <summary>A refusal whose status no other outcome has, with what else its answer says.</summary>
    public static IResult ToHttp(this Refusal refusal, int status, JsonObject? more = null) => new Refused(status, refusal, more);

    /// <summary>An answer that is this JSON.</summary>
    public static IResult Ok(JsonObject json, int status = StatusCodes.Status200OK) => new Written(new Answer(status, Write(json)));

    public static string Write(JsonNode node) => node.ToJsonString(DatelineJson.Relaxed.Options);

    private sealed class Written(Answer answer) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = answer.Status;
            if (answer.Revision is { } revision) context.Response.Headers.ETag = $"\"{revision}\"";
            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.WriteAsync(answer.Json, context.RequestAborted);
        }
    }

    private sealed class Refused(int status, Refusal refusal, JsonObject? more = null) : IResult
    {
        public Task ExecuteAsync(HttpContext context) => ProblemAnswer.Write(context, status, refusal, more);
    }
}
