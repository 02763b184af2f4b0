using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A recording as the library has it.</summary>
/// <param name="IsReady">Whether readers can be given it.</param>
/// <param name="Trouble">Why they never can; null as long as that is not so.</param>
/// <param name="NotAfter">When the right to show it ends, by itself; null when it does not.</param>
public sealed record LibraryRecording(RecordingName Name, long Bytes, string AddedBy, DateTimeOffset AddedAt, bool IsReady, string? Trouble, DateTimeOffset? NotAfter);

/// <summary>The newsroom's videos, sounds and captions: who brought which, and whether readers can be given it. A row is written once the original is safe, and stays.</summary>
public sealed class RecordingBook(Newsroom newsroom)
{
    /// <summary>Enters a recording whose original is safe.</summary>
    /// <returns>False when the library had it already. One that could not be made is tried again: the server may have learnt it since.</returns>
    public Task<Result<bool>> Add(RecordingName recording, long bytes, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        if (await db.Recordings.SingleOrDefaultAsync(row => row.Hash == recording.Hash, CancellationToken.None) is { } known)
        {
            known.Trouble = null;
            return false;
        }
        db.Recordings.Add(new RecordingRow { Hash = recording.Hash, Name = recording.ToString(), Bytes = bytes, AddedBy = by.Name, AddedAt = now });
        db.Note(now, by, "added a recording", $"media/{recording.Hash}", recording.File);
        return true;
    }, cancellation);

    /// <summary>The recording with this hash.</summary>
    public async Task<LibraryRecording?> Find(string hash, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await db.Recordings.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation) is { } row ? Of(row) : null;
    }

    /// <summary>Sets when the right to show a recording ends; null when it does not. From then on readers have what shows it without it.</summary>
    public Task<Result<LibraryRecording>> Ends(string hash, DateTimeOffset? notAfter, Hand by, CancellationToken cancellation) => newsroom.Write<LibraryRecording>(async (db, now) =>
    {
        if (await db.Recordings.SingleOrDefaultAsync(row => row.Hash == hash, CancellationToken.None) is not { } row) return NotHere;
        if (row.NotAfter == notAfter) return Of(row);
        // Due at once, even when it only ends later: what lapsed before may come back.
        (row.NotAfter, row.RightsDueAt) = (notAfter, now);
        db.Note(now, by, "set an end of rights", $"media/{hash}", notAfter is { } end ? Instants.Write(end) : null);
        return Of(row);
    }, cancellation);

    /// <summary>There is no such recording.</summary>
    public static Refusal NotHere => new(RefusalKind.NotFound, "There is no such recording in the library.");

    /// <summary>Those of these names that the library never gave out.</summary>
    public async Task<IReadOnlyCollection<string>> Unknown(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await Names.Unknown(names, db.Recordings.Select(row => row.Name), cancellation);
    }

    /// <summary>A recording that is still to be made, the one that came first; null when none is.</summary>
    public async Task<RecordingName?> Due(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await db.Recordings.AsNoTracking().Where(row => row.MadeAt == null && row.Trouble == null).OrderBy(row => row.AddedAt).FirstOrDefaultAsync(cancellation) is { } row ? Of(row).Name : null;
    }

    /// <summary>Every recording that was made, to look whether it is still there.</summary>
    public async Task<IReadOnlyList<RecordingName>> Made(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return [.. (await db.Recordings.AsNoTracking().Where(row => row.MadeAt != null).ToListAsync(cancellation)).Select(row => Of(row).Name)];
    }

    /// <summary>Notes that a recording is ready, or why it never will be.</summary>
    public Task<Result<string>> Note(string hash, string? trouble, CancellationToken cancellation) => newsroom.Write<string>(async (db, now) =>
    {
        var row = await db.Recordings.SingleAsync(row => row.Hash == hash, CancellationToken.None);
        (row.MadeAt, row.Trouble) = (trouble is null ? now : null, trouble);
        return hash;
    }, cancellation);

    /// <summary>Notes that what was made is gone, so that it is made again.</summary>
    public Task<Result<string>> Lost(string hash, CancellationToken cancellation) => newsroom.Write<string>(async (db, _) =>
    {
        await db.Recordings.Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(r => r.MadeAt, (DateTimeOffset?)null), CancellationToken.None);
        return hash;
    }, cancellation);

    /// <summary>Refuses those of these recordings that readers could not be given yet.</summary>
    internal static async Task<Refusal?> Refuse(NewsroomDb db, IEnumerable<(string Path, string Name)> recordings)
    {
        var shown = recordings.ToList();
        if (shown.Count == 0) return null;
        var names = shown.Select(recording => recording.Name).ToList();
        var waiting = await db.Recordings.AsNoTracking().Where(row => names.Contains(row.Name) && row.MadeAt == null).ToDictionaryAsync(row => row.Name, row => row.Trouble);
        var problems = shown.Where(recording => waiting.ContainsKey(recording.Name))
            .Select(recording => new Problem(recording.Path, waiting[recording.Name] ?? "This recording is still being made ready for readers. Publish in a minute, or take it out now and add it then.")).ToList();
        return problems.Count == 0 ? null : Refusal.Of(problems);
    }

    private static LibraryRecording Of(RecordingRow row) => RecordingName.TryParse(row.Name, out var name)
        ? new LibraryRecording(name, row.Bytes, row.AddedBy, row.AddedAt, row.MadeAt is not null, row.Trouble, row.NotAfter)
        : throw new InvalidOperationException($"The library holds a recording called {row.Name}.");
}
