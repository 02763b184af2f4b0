using System.Globalization;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Audit;

/// <summary>Who did what, for administrators.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Audit log").RequireAuthorization(Rights.Administer);

        api.MapGet("/audit", List).Answers<AuditListSchema>().WithSummary("What was done, newest first");
        api.MapGet("/audit.csv", Export).Produces<string>(StatusCodes.Status200OK, "text/csv").WithSummary("The same as a table, all of it");
    }

    private static async Task<IResult> List(string? by, string? did, string? about, string? from, string? to, string? before, AuditLog log, CancellationToken cancellation)
    {
        if (!Read(by, did, about, from, to, before).Try(out var question, out var refusal)) return refusal.ToHttp();
        var (entries, next) = await log.Find(question, cancellation);
        var json = new JsonObject { ["entries"] = new JsonArray([.. entries.Select(Of)]) };
        if (next is { } older) json["next"] = older.ToString(CultureInfo.InvariantCulture);
        return AnswerWriter.Ok(json);
    }

    private static IResult Export(string? by, string? did, string? about, string? from, string? to, string? before, AuditLog log) =>
        Read(by, did, about, from, to, before).Try(out var question, out var refusal) ? new AuditTable(log, question) : refusal.ToHttp();

    private static Result<AuditQuestion> Read(string? by, string? did, string? about, string? from, string? to, string? before)
    {
        var problems = new Problems();
        var question = new AuditQuestion(by, did, about, Instant(from, "from", problems), Instant(to, "to", problems));
        if (before is not null)
        {
            if (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) question = question with { Before = id };
            else problems.Add("before", "This is the number of an entry, as “next” gives it.");
        }
        return problems.Found.Count > 0 ? Refusal.Of(problems.Found) : question;
    }

    private static DateTimeOffset? Instant(string? text, string path, Problems problems)
    {
        if (text is null) return null;
        if (ShownTime.TryParse(text, known: true, out var time) && time.Known) return time.At;
        problems.Add(path, "Say when, with date and offset, such as 2026-11-23T19:16:00Z.");
        return null;
    }

    private static JsonObject Of(AuditEntry entry)
    {
        var json = new JsonObject { ["id"] = entry.Id, ["at"] = Instants.Write(entry.At), ["by"] = entry.By, ["did"] = entry.Did, ["about"] = entry.About };
        if (entry.Detail is { } detail) json["detail"] = detail;
        if (entry.Address is { } address) json["address"] = address;
        if (entry.Via is { } via) json["via"] = via;
        return json;
    }
}
