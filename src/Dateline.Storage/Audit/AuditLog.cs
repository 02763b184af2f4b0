using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Audit;

/// <summary>One thing that was done: who, when, what, about what, and from where.</summary>
/// <param name="About">What it was done to, as a path: <c>live/the-summit/posts/…</c>, <c>users/Ana Ruiz</c>, <c>tokens/wire</c>.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string By, string Did, string About, string? Detail, string? Address, string? Via);

/// <summary>What is looked for in the log; what is left out may be anything.</summary>
/// <param name="About">A path, with all that lies under it: a live page's gives its posts too.</param>
/// <param name="Before">Only entries older than this one, to go on where a page ended.</param>
public sealed record AuditQuestion(string? By = null, string? Did = null, string? About = null, DateTimeOffset? From = null, DateTimeOffset? To = null, long? Before = null);

/// <summary>The log of everything done in the newsroom. It is written in the transaction of what it records, and the database itself refuses to change or delete a line.</summary>
public sealed class AuditLog(Newsroom newsroom)
{
    /// <summary>How many entries are answered at once.</summary>
    public const int Most = 200;

    /// <summary>The entries asked for, newest first, at most <see cref="Most"/>; the last one's number is where to go on when there are more.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, long? Next)> Find(AuditQuestion question, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var rows = db.Audit.AsNoTracking();
        if (question.By is { } by) rows = rows.Where(row => row.By == by);
        if (question.Did is { } did) rows = rows.Where(row => row.Did == did);
        if (question.About is { Length: > 0 } about)
        {
            // What lies under a path stands between its slash and the sign after the slash: by comparison, so that the index is used and every sign means itself.
            var (under, end) = ($"{about}/", $"{about}0");
            rows = rows.Where(row => row.About == about || (string.Compare(row.About, under) >= 0 && string.Compare(row.About, end) < 0));
        }
        if (question.From is { } from) rows = rows.Where(row => row.At >= from);
        if (question.To is { } to) rows = rows.Where(row => row.At < to);
        if (question.Before is { } before) rows = rows.Where(row => row.Id < before);
        var found = await rows.OrderByDescending(row => row.Id).Take(Most + 1).ToListAsync(cancellation);
        var shown = found.Take(Most).Select(row => new AuditEntry(row.Id, row.At, row.By, row.Did, row.About, row.Detail, row.Address, row.Via)).ToList();
        return (shown, found.Count > Most ? shown[^1].Id : null);
    }
}
