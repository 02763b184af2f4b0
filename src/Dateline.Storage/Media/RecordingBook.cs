using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>The newsroom's videos, sounds and captions: who brought which, and whether readers can be given it.</summary>
public sealed class RecordingBook(Newsroom newsroom)
{
    /// <summary>Enters a recording whose original is safe.</summary>
    /// <param name="still">The picture that was taken from a video; null when there is none.</param>
    /// <returns>False when the library had it already. One that could not be made is tried again: the server may have learnt it since.</returns>
    public Task<Result<bool>> Add(RecordingName recording, long bytes, PictureName? still, string? fileName, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        if (await db.Recordings.SingleOrDefaultAsync(row => row.Hash == recording.Hash, CancellationToken.None) is { } known)
        {
            (known.Trouble, known.Still) = (null, known.Still ?? still?.ToString());
            return false;
        }
        var row = new RecordingRow { Hash = recording.Hash, Name = recording.ToString(), Kind = RecordingRow.KindOf(recording), Bytes = bytes, FileName = fileName, Still = still?.ToString(), AddedBy = by.Name, AddedAt = now };
        row.Index();
        db.Recordings.Add(row);
        db.Note(now, by, "added a recording", $"media/{recording.Hash}", recording.File);
        return true;
    }, cancellation);

    /// <summary>A recording that is still to be made, the one that came first; null when none is.</summary>
    public async Task<RecordingName?> Due(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await db.Recordings.AsNoTracking().Where(row => row.MadeAt == null && row.Trouble == null).OrderBy(row => row.AddedAt).FirstOrDefaultAsync(cancellation) is { } row ? NameOf(row) : null;
    }

    /// <summary>Every recording that was made, to look whether it is still there.</summary>
    public async Task<IReadOnlyList<RecordingName>> Made(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return [.. (await db.Recordings.AsNoTracking().Where(row => row.MadeAt != null).ToListAsync(cancellation)).Select(NameOf)];
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
        var hashes = shown.Select(recording => MediaHash.Of(recording.Name)).ToList();
        var waiting = await db.Recordings.AsNoTracking().Where(row => hashes.Contains(row.Hash) && row.MadeAt == null).ToDictionaryAsync(row => row.Name, row => row.Trouble);
        var problems = shown.Where(recording => waiting.ContainsKey(recording.Name))
            .Select(recording => new Problem(recording.Path, waiting[recording.Name] ?? "This recording is still being made ready for readers. Publish in a minute, or take it out now and add it then.")).ToList();
        return problems.Count == 0 ? null : Refusal.Of(problems);
    }

    private static RecordingName NameOf(RecordingRow row) => ((LibraryRecording)row.ToFile()).Name;
}
