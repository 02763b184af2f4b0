using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dateline.Storage;

/// <summary>Where the newsroom's work is kept. Every change goes through here: one transaction, then on disk, then announced, then answered.</summary>
/// <remarks>Thread-safe; writers take turns.</remarks>
public sealed class Newsroom(DbContextOptions<NewsroomDb> options, TimeProvider time, Announce announce, Tell? tell = null) : IDisposable
{
    private static readonly Refusal Busy = new(RefusalKind.Busy, "Too many people are publishing at this moment; nothing was lost, try again in a second.");

    /// <summary>How many contexts are kept for the next piece of work; more at once are made and thrown away.</summary>
    private const int MostContexts = 32;

    /// <summary>How many connections are kept for what is asked at every request; more at once are opened and closed again.</summary>
    private const int MostAsking = 4;

    private readonly WriteLane _lane = new();
    private readonly ConcurrentBag<Pen> _asking = [];
    private Pen? _pen;
    private readonly PooledDbContextFactory<NewsroomDb> _contexts = new(options, MostContexts);

    internal DbContextOptions<NewsroomDb> Options => options;

    internal TimeProvider Time => time;

    /// <summary>The newsroom's tables, for one piece of work.</summary>
    internal NewsroomDb Open() => _contexts.CreateDbContext();

    /// <summary>Begins a live page.</summary>
    public Task<Result<Coverage>> Begin(string? slug, CoverageEdit edit, Hand by, CancellationToken cancellation) => Write<Coverage>(async (db, now) =>
    {
        if (!Coverage.Begin(slug, edit, by.Name, now).Try(out var coverage, out var refusal)) return refusal;
        if (await db.Coverages.AnyAsync(row => row.Slug == slug, CancellationToken.None)) return Taken(slug!);
        if ((await MediaRights.Refuse(db, coverage.Header.Lead, now, shown: null) ?? await RecordingBook.Refuse(db, RecordingsIn.Lead(coverage.Header.Lead))) is { } unshowable) return unshowable;
        if (coverage.Header.Lead is { } lead) await Library.Learn(db, [lead], now);
        db.Coverages.Add(NewRow(coverage));
        db.Note(now, by, "began", $"live/{slug}", coverage.Header.Headline);
        return coverage;
    }, cancellation);

    /// <summary>Does a piece of work on a live page in one transaction: all of it is kept, or, when the work is refused, nothing.</summary>
    /// <param name="slug">The live page.</param>
    /// <param name="work">What to do; it sees the page as it is now and nobody else can change it meanwhile.</param>
    /// <param name="cancellation">Gives up waiting for a turn; once the turn has come the work is finished.</param>
    public async Task<Result<T>> Change<T>(string slug, Func<OpenCoverage, Task<Result<T>>> work, CancellationToken cancellation) where T : notnull
    {
        Result<T> result;
        List<Kept> kept;
        using (var turn = await _lane.Enter(cancellation))
        {
            if (turn is null) return Busy;
            (result, var opened) = await WithPen<(Result<T>, OpenCoverage?)>(async pen =>
            {
                await using var transaction = await pen.Db.Database.BeginTransactionAsync(CancellationToken.None);
                if (OpenCoverage.Open(pen, slug, time.GetUtcNow()) is not { } open) return (NotFound(slug), null);
                var done = await work(open);
                if (!done.Try(out _, out _)) return (done, null);
                await pen.Db.SaveChangesAsync(CancellationToken.None);
                try
                {
                    await transaction.CommitAsync(CancellationToken.None);
                }
                catch (Exception) when (open.All.FirstOrDefault(each => each.Journal.Appended.Count > 0) is { } withChanges && WasCommitted(withChanges))
                {
                    // The disk's answer was lost, not the work: it is there, so it is not done again.
                    pen.IsSpent = true;
                }
                return (done, open);
            });
            if (opened is null) return result;
            kept = [.. opened.All.Select(each => each.Kept).Where(each => each.IsAnything)];
            // Told in the order of the commits, so that the desk never sees a post go back; it only takes the news in and sends it later.
            foreach (var each in kept) tell?.Invoke(each);
        }
        foreach (var each in kept)
            if (each.Head is { } head) await announce(each.Coverage.Slug, head);
        return result;
    }

    /// <summary>Does a piece of work on the newsroom's other tables (people, tokens) in one transaction: all of it is kept, or, when it is refused, nothing.</summary>
    internal async Task<Result<T>> Write<T>(Func<NewsroomDb, DateTimeOffset, Task<Result<T>>> work, CancellationToken cancellation) where T : notnull
    {
        using var turn = await _lane.Enter(cancellation);
        if (turn is null) return Busy;
        return await WithPen(async pen =>
        {
            await using var transaction = await pen.Db.Database.BeginTransactionAsync(CancellationToken.None);
            var result = await work(pen.Db, time.GetUtcNow());
            if (!result.Try(out _, out _)) return result;
            await pen.Db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        });
    }

    // In the turn of whoever calls. A pen that an exception went through is thrown away with its connection: nobody knows what it is in the middle of.
    private async Task<T> WithPen<T>(Func<Pen, Task<T>> work)
    {
        var pen = _pen ?? new Pen(options);
        _pen = null;
        try
        {
            var result = await work(pen);
            pen.Db.ChangeTracker.Clear();
            if (!pen.IsSpent) (_pen, pen) = (pen, null);
            return result;
        }
        finally
        {
            pen?.Dispose();
        }
    }

    /// <summary>The tables for ASP.NET Core Identity, which reads, thinks (hashing a password takes a while) and then saves: it waits for its turn with each saving alone.</summary>
    /// <remarks>Each of its savings is a transaction of its own, guarded by the account's concurrency stamp. How many come is bounded by the limits on signing in.</remarks>
    public NewsroomDb OpenForIdentity() => new(options) { Lane = _lane };

    /// <summary>A turn to write for an import, one batch at a time, so that publishing goes on between batches.</summary>
    internal ValueTask<IDisposable?> Turn(CancellationToken cancellation) => _lane.Enter(cancellation);

    private bool WasCommitted(OpenCoverage open)
    {
        using var db = Open();
        var last = open.Journal.Appended[^1];
        return db.Changes.Any(row => row.CoverageId == open.Id && row.Seq == last.Seq && row.Value == last.Value);
    }

    /// <summary>What is asked at every request, of a connection that is kept for it: the first row of the answer, or null.</summary>
    internal T? Ask<T>(FormattableString question, Func<DbDataReader, T> read) where T : class
    {
        var pen = _asking.TryTake(out var kept) ? kept : new Pen(options);
        var isUsable = false;
        try
        {
            var found = pen.First(question, read);
            isUsable = true;
            return found;
        }
        finally
        {
            if (isUsable && _asking.Count < MostAsking) _asking.Add(pen);
            else pen.Dispose();
        }
    }

    /// <summary>Lets the kept connections go, when nobody writes or asks any more; whoever did after all would open others.</summary>
    public void Dispose()
    {
        _pen?.Dispose();
        _pen = null;
        while (_asking.TryTake(out var pen)) pen.Dispose();
    }

    /// <summary>A look at the newsroom's tables, for answering questions.</summary>
    public NewsroomReader Read() => new(Open());

    /// <summary>What is due that was set for an instant.</summary>
    public Pulse Pulse() => new(options);

    internal static CoverageRow NewRow(Coverage coverage) => new()
    {
        Slug = coverage.Slug,
        Status = StatusName(coverage.Status.Kind),
        Value = JsonSerializer.Serialize(coverage, DatelineJson.Relaxed.Coverage),
        PublicValue = JsonSerializer.Serialize(coverage.Public, DatelineJson.Relaxed.PublicCoverage),
    };

    internal static string StatusName(CoverageStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    internal static Refusal NotFound(string slug) => new(RefusalKind.NotFound, $"There is no live page “{slug}”.");

    internal static Refusal Taken(string slug) =>
        new(RefusalKind.Taken, $"There is a live page “{slug}” already; choose another address.", [new Problem("slug", "This address is taken.")]);
}
