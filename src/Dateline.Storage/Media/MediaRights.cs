using System.Globalization;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>Keeps what readers have to the rights to its pictures and recordings: when one ends they are told without it, when it is renewed it comes back.</summary>
public sealed class MediaRights(Newsroom newsroom)
{
    /// <summary>How many of a kind are settled at a time: a moment later there are the next.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Settles everything that is due.</summary>
    public async Task Settle(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        if (await Settle<PictureRow>(db, now, cancellation)) await Settle<RecordingRow>(db, now, cancellation);
    }

    // False when too much is written at this moment: what was not settled stays due, and the next look finds it again.
    private async Task<bool> Settle<TRow>(NewsroomDb db, DateTimeOffset now, CancellationToken cancellation) where TRow : MediaRow
    {
        var due = await db.Set<TRow>().AsNoTracking().Where(row => row.RightsDueAt <= now).OrderBy(row => row.RightsDueAt).Select(row => new { row.Hash, row.RightsDueAt }).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var file in due)
        {
            foreach (var (slug, post) in await ShownBy(db, file.Hash, cancellation))
                if ((await Settle(slug, post, file.Hash, cancellation)).Refusal is not null) return false;
            if ((await Settled<TRow>(file.Hash, file.RightsDueAt, now, cancellation)).Refusal is not null) return false;
        }
        return true;
    }

    // Keeping it again is all: whatever is kept is kept to the rights of that instant.
    private Task<Result<string>> Settle(string slug, string post, string hash, CancellationToken cancellation) => newsroom.Change<string>(slug, async open =>
    {
        if (post is "") await open.Keep(open.Coverage, Hand.Library, "kept to rights", $"media/{hash}");
        else if (open.Find(new PostId(Guid.Parse(post))) is { } kept) await open.Keep(kept, kept, Hand.Library, "kept to rights", $"media/{hash}");
        return slug;
    }, cancellation);

    // What shows it, and what showed it until it lapsed; the second is found by an index of lapsed posts.
    private static async Task<IReadOnlyList<(string Slug, string Post)>> ShownBy(NewsroomDb db, string hash, CancellationToken cancellation)
    {
        var places = await db.Database.SqlQuery<Place>($"""
            SELECT coverages.slug AS Slug, published_pictures.post_id AS Post FROM published_pictures JOIN coverages ON coverages.id = coverage_id
              WHERE hash = {hash} AND NOT withdrawn AND staged_at IS NULL
            UNION SELECT coverages.slug, posts.id FROM posts JOIN coverages ON coverages.id = coverage_id
              WHERE json_extract(posts.value, '$.lapsed') IS NOT NULL AND instr(json_extract(posts.value, '$.lapsed'), {hash}) > 0
            UNION SELECT slug, '' FROM coverages
              WHERE json_extract(value, '$.lapsed') IS NOT NULL AND instr(json_extract(value, '$.lapsed'), {hash}) > 0 AND staged_at IS NULL
            """).ToListAsync(cancellation);
        return [.. places.Select(place => (place.Slug, place.Post))];
    }

    private sealed record Place(string Slug, string Post);

    // Somebody may have set another end meanwhile; that is due by itself.
    private Task<Result<string>> Settled<TRow>(string hash, DateTimeOffset? due, DateTimeOffset now, CancellationToken cancellation) where TRow : MediaRow => newsroom.Write<string>(async (db, _) =>
    {
        if (await db.Set<TRow>().SingleAsync(row => row.Hash == hash, CancellationToken.None) is var row && row.RightsDueAt == due) row.RightsDueAt = row.NotAfter > now ? row.NotAfter : null;
        return hash;
    }, cancellation);

    /// <summary>Which pictures and recordings of these blocks may not be shown at this instant; null when all may.</summary>
    internal static async Task<Lapsed?> Lapsed(NewsroomDb db, IReadOnlyCollection<Block> blocks, DateTimeOffset now)
    {
        List<Lapse> ended = [.. await Lapses<PictureRow>(db, PicturesIn.Hashes(blocks), now), .. await Lapses<RecordingRow>(db, RecordingsIn.Hashes(blocks), now)];
        return ended.Count == 0 ? null : new Lapsed([.. ended]);
    }

    private static async Task<IEnumerable<Lapse>> Lapses<TRow>(NewsroomDb db, IReadOnlyCollection<string> hashes, DateTimeOffset now) where TRow : MediaRow
    {
        if (hashes.Count == 0) return [];
        var ended = await Ended<TRow>(db, now).Where(row => hashes.Contains(row.Hash)).OrderBy(row => row.Hash).Select(row => new { row.Hash, row.NotAfter }).ToListAsync();
        return ended.Select(row => new Lapse(row.Hash, row.NotAfter!.Value));
    }

    /// <summary>Refuses those of a post's pictures and recordings that it is to show anew and that may not be shown at this instant.</summary>
    /// <param name="shown">What readers have already: it is not refused.</param>
    internal static async Task<Refusal?> Refuse(NewsroomDb db, IReadOnlyCollection<Block> blocks, DateTimeOffset at, IReadOnlyCollection<Block> shown) => Of(
        [.. await Refused<PictureRow>(db, PicturesIn.Blocks(blocks), PicturesIn.Blocks(shown), at, PictureEnded), .. await Refused<RecordingRow>(db, RecordingsIn.Blocks(blocks), RecordingsIn.Blocks(shown), at, RecordingEnded)]);

    /// <summary>The same for what stands at the top of a page.</summary>
    internal static async Task<Refusal?> Refuse(NewsroomDb db, Block? lead, DateTimeOffset at, Block? shown) => Of(
        [.. await Refused<PictureRow>(db, PicturesIn.Lead(lead), PicturesIn.Lead(shown), at, PictureEnded), .. await Refused<RecordingRow>(db, RecordingsIn.Lead(lead), RecordingsIn.Lead(shown), at, RecordingEnded)]);

    private static async Task<IEnumerable<Problem>> Refused<TRow>(NewsroomDb db, IEnumerable<(string Path, string Name)> asked, IEnumerable<(string Path, string Name)> shown, DateTimeOffset at, Func<string, string> sentence) where TRow : MediaRow
    {
        var known = shown.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var anew = asked.Where(file => !known.Contains(file.Name)).ToList();
        if (anew.Count == 0) return [];
        var names = anew.Select(file => file.Name).Distinct().ToList();
        var ended = await Ended<TRow>(db, at).Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, row => row.NotAfter!.Value);
        return anew.Where(file => ended.ContainsKey(file.Name)).Select(file => new Problem(file.Path, sentence(string.Create(CultureInfo.InvariantCulture, $"{ended[file.Name]:HH:mm} UTC on {ended[file.Name]:d MMMM yyyy}"))));
    }

    private static Refusal? Of(IReadOnlyList<Problem> problems) => problems.Count == 0 ? null : Refusal.Of(problems);

    /// <summary>A page came in whole, past the road that keeps to rights: what it shows is looked at in a moment.</summary>
    internal static async Task LookAgain(NewsroomDb db, int coverage, DateTimeOffset now)
    {
        await LookAgain<PictureRow>(db, coverage, now);
        await LookAgain<RecordingRow>(db, coverage, now);
    }

    private static Task<int> LookAgain<TRow>(NewsroomDb db, int coverage, DateTimeOffset now) where TRow : MediaRow =>
        Ended<TRow>(db, now).Where(row => db.Set<PublishedPictureRow>().Any(shown => shown.CoverageId == coverage && shown.Hash == row.Hash)).ExecuteUpdateAsync(row => row.SetProperty(file => file.RightsDueAt, now));

    private static IQueryable<TRow> Ended<TRow>(NewsroomDb db, DateTimeOffset at) where TRow : MediaRow => db.Set<TRow>().AsNoTracking().Where(row => row.NotAfter <= at);

    private static string PictureEnded(string at) => $"The right to show this picture ends at {at}; choose another, or see its dates in the library.";

    private static string RecordingEnded(string at) => $"The right to show this recording ends at {at}; choose another, or set a later end once the right is renewed.";
}
