using System.Globalization;
using System.Text;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Audit;

/// <summary>The log as CSV (RFC 4180), all that was asked for: read and written a page at a time, so that its length costs no memory.</summary>
internal sealed class AuditTable(AuditLog log, AuditQuestion question) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        await context.Response.WriteAsync("id,at,by,did,about,detail,address,via\r\n", context.RequestAborted);
        long? next = question.Before;
        do
        {
            (var entries, next) = await log.Find(question with { Before = next }, context.RequestAborted);
            var lines = new StringBuilder();
            foreach (var entry in entries)
                lines.AppendJoin(',', new[] { entry.Id.ToString(CultureInfo.InvariantCulture), Instants.Write(entry.At), entry.By, entry.Did, entry.About, entry.Detail, entry.Address, entry.Via }.Select(Cell)).Append("\r\n");
            await context.Response.WriteAsync(lines.ToString(), context.RequestAborted);
        }
        while (next is not null);
    }

    // What begins with one of these a spreadsheet takes for a formula and runs; an apostrophe in front makes it text (OWASP, "CSV Injection").
    private static string Cell(string? text)
    {
        if (text is null) return "";
        var safe = text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
