using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Answers;

/// <summary>A refusal as <c>application/problem+json</c> (RFC 9457): a sentence a journalist can act on, and the path of each field at fault.</summary>
public static class ProblemAnswer
{
    public static Task Write(HttpContext context, int status, Refusal refusal, JsonObject? more = null)
    {
        var problem = new JsonObject { ["title"] = refusal.Sentence, ["status"] = status };
        if (refusal.Problems.Count > 0)
        {
            problem["path"] = refusal.Problems[0].Path;
            problem["problems"] = new JsonArray([.. refusal.Problems.Select(each => new JsonObject { ["path"] = each.Path, ["sentence"] = each.Sentence })]);
        }
        foreach (var (name, value) in more ?? []) problem[name] = value?.DeepClone();
        if (refusal.Current is { } current) problem["post"] = JsonNode.Parse(current);
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests) context.Response.Headers.RetryAfter = "1";
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        return context.Response.WriteAsync(AnswerWriter.Write(problem), context.RequestAborted);
    }
}
