using System.Globalization;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>Keeps what readers have to the rights to its pictures, recordings and documents: when one ends they are told without it, when it is renewed it comes back.</summary>
public sealed class MediaRights(Newsroom newsroom)
{
    /// <summary>How many are settled at a time: a moment later there are the next.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Settles everything that is due. When too much is written at this moment, what was not settled stays due, and the next look finds it again.</summary>
    public async Task Settle(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var due = await db.Media.AsNoTracking().Where(row => row.RightsDueAt <= now).OrderBy(row => row.RightsDueAt).Select(row => new { row.Hash, row.RightsDueAt }).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var file in due)
        {
            foreach (var (slug, post) in await ShownBy(db, file.Hash, cancellation))
                if ((await Settle(slug, post, file.Hash, cancellation)).Refusal is not null) return;
            if ((await Settled(file.Hash, file.RightsDueAt, now, cancellation)).Refusal is not null) return;
        }
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
    private Task<Result<string>> Settled(string hash, DateTimeOffset? due, DateTimeOffset now, CancellationToken cancellation) => newsroom.Write<string>(async (db, _) =>
    {
        if (await db.Media.SingleAsync(row => row.Hash == hash, CancellationToken.None) is var row && row.RightsDueAt == due) row.RightsDueAt = row.NotAfter > now ? row.NotAfter : null;
        return hash;
    }, cancellation);

    /// <summary>Which files of these blocks may not be shown at this instant; null when all may.</summary>
    internal static async Task<Lapsed?> Lapsed(NewsroomDb db, IReadOnlyCollection<Block> blocks, DateTimeOffset now)
    {
        var hashes = MediaIn.Hashes(blocks);
        if (hashes.Count == 0) return null;
        var ended = await Ended(db, now).Where(row => hashes.Contains(row.Hash)).OrderBy(row => row.Hash).Select(row => new { row.Hash, row.NotAfter }).ToListAsync();
        return ended.Count == 0 ? null : new Lapsed([.. ended.Select(row => new Lapse(row.Hash, row.NotAfter!.Value))]);
    }

    /// <summary>Refuses those of a post's files that it is to show anew and that may not be shown at this instant.</summary>
    /// <param name="shown">What readers have already: it is not refused.</param>
    internal static Task<Refusal?> Refuse(NewsroomDb db, IReadOnlyCollection<Block> blocks, DateTimeOffset at, IReadOnlyCollection<Block> shown) => Refuse(db, MediaIn.Blocks(blocks), MediaIn.Blocks(shown), at);

    /// <summary>The same for what stands at the top of a page.</summary>
    internal static Task<Refusal?> Refuse(NewsroomDb db, Block? lead, DateTimeOffset at, Block? shown) => Refuse(db, MediaIn.Lead(lead), MediaIn.Lead(shown), at);

    private static async Task<Refusal?> Refuse(NewsroomDb db, IEnumerable<(string Path, string Name)> asked, IEnumerable<(string Path, string Name)> shown, DateTimeOffset at)
    {
        var known = shown.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var anew = asked.Where(file => !known.Contains(file.Name)).ToList();
        if (anew.Count == 0) return null;
        var hashes = anew.Select(file => MediaHash.Of(file.Name)).Distinct().ToList();
        var ended = await Ended(db, at).Where(row => hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Name);
        var problems = anew.Where(file => ended.ContainsKey(file.Name)).Select(file => new Problem(file.Path, EndedSentence(ended[file.Name]))).ToList();
        return problems.Count == 0 ? null : Refusal.Of(problems);
    }

    /// <summary>A page came in whole, past the road that keeps to rights: what it shows is looked at in a moment.</summary>
    internal static Task<int> LookAgain(NewsroomDb db, int coverage, DateTimeOffset now) =>
        Ended(db, now).Where(row => db.Set<PublishedPictureRow>().Any(shown => shown.CoverageId == coverage && shown.Hash == row.Hash)).ExecuteUpdateAsync(row => row.SetProperty(file => file.RightsDueAt, now));

    private static IQueryable<MediaRow> Ended(NewsroomDb db, DateTimeOffset at) => db.Media.AsNoTracking().Where(row => row.NotAfter <= at);

    private static string EndedSentence(MediaRow file) =>
        string.Create(CultureInfo.InvariantCulture, $"The right to show this {file.Noun} ends at {file.NotAfter:HH:mm} UTC on {file.NotAfter:d MMMM yyyy}; choose another, or set a later end in the library once it is renewed.");
}
