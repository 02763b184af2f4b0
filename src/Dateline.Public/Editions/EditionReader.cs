using System.Collections.Concurrent;
using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Public.Editions;

/// <summary>Reads editions, pages and changes from the public views. Every question is answered from one snapshot.</summary>
public sealed class EditionReader(DbContextOptions<PublicDb> options) : IDisposable
{
    /// <summary>How many connections are kept for reading editions; more than these at once are opened and closed again.</summary>
    private const int MostSnapshots = 4;

    private readonly ConcurrentBag<Snapshot> _snapshots = [];

    /// <summary>Every public live page with the number of its newest change.</summary>
    public async Task<IReadOnlyList<(PublicCoverage Coverage, long Head)>> Coverages(CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        var rows = await db.Coverages.OrderByDescending(row => row.Id).Take(1_000).ToListAsync(cancellation);
        return [.. rows.Select(row => (ReadCoverage(row.Value), row.Head))];
    }

    /// <summary>The life of the database: another one after a backup was restored.</summary>
    public async Task<string> Epoch(CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        return (await db.Newsroom.SingleAsync(cancellation)).Epoch;
    }

    /// <summary>The coverage as it is now; null when readers may not know of it.</summary>
    public async Task<Edition?> Read(string slug, CancellationToken cancellation) => (await Read(slug, null, cancellation))?.Edition;

    /// <summary>The coverage as it is now, with what changed since an older edition of it.</summary>
    /// <remarks>When it changed too much to be told, or is another one (a restored backup), the list of changes is empty although the head moved.</remarks>
    public Task<EditionUpdate?> Read(string slug, Edition? since, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var snapshot = _snapshots.TryTake(out var kept) ? kept : new Snapshot(options);
        var isUsable = false;
        try
        {
            // SQLite answers on the thread that asks, so there is nothing to wait for.
            var update = snapshot.Read(slug, since);
            isUsable = true;
            return Task.FromResult(update);
        }
        finally
        {
            if (isUsable && _snapshots.Count < MostSnapshots) _snapshots.Add(snapshot);
            else snapshot.Dispose();
        }
    }

    public void Dispose()
    {
        while (_snapshots.TryTake(out var snapshot)) snapshot.Dispose();
    }

    /// <summary>Changes after a number, oldest first.</summary>
    public async Task<IReadOnlyList<Entry>> Changes(Edition edition, long after, int most, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        return await Changes(db, edition.Id, after, most, cancellation);
    }

    /// <summary>The posts of a page of older posts, newest first.</summary>
    public async Task<IReadOnlyList<PublicPost>> Page(Edition edition, int number, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        var posts = db.Posts.Where(row => row.CoverageId == edition.Id);
        var start = edition.PageStarts[number - 1];
        posts = posts.Where(row => string.Compare(row.Sort, start) >= 0);
        if (number < edition.PageStarts.Count)
        {
            var end = edition.PageStarts[number];
            posts = posts.Where(row => string.Compare(row.Sort, end) < 0);
        }
        // A page holds twenty and whatever was backdated into it; past this bound the rest is reached by its permalinks.
        var values = await posts.OrderByDescending(row => row.Sort).Select(row => row.Value).Take(MostOnPage).ToListAsync(cancellation);
        return [.. values.Select(ReadPost)];
    }

    /// <summary>Posts of the coverage, newest first, from the newest or below a sort.</summary>
    public async Task<IReadOnlyList<PublicPost>> Below(Edition edition, string? sort, int most, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        var posts = db.Posts.Where(row => row.CoverageId == edition.Id);
        if (sort is not null) posts = posts.Where(row => string.Compare(row.Sort, sort) < 0);
        var values = await posts.OrderByDescending(row => row.Sort).Select(row => row.Value).Take(most).ToListAsync(cancellation);
        return [.. values.Select(ReadPost)];
    }

    /// <summary>The sort of the newest post older than this one.</summary>
    public async Task<string?> SortBelow(Edition edition, string sort, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        return await db.Posts.Where(row => row.CoverageId == edition.Id && string.Compare(row.Sort, sort) < 0)
            .OrderByDescending(row => row.Sort).Select(row => row.Sort).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>A post of the coverage.</summary>
    public async Task<PublicPost?> Post(Edition edition, PostId id, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        return await Post(db, edition.Id, id, cancellation);
    }

    /// <summary>Whether readers may have a picture: true while something they have shows it, false when all that showed it was withdrawn, null when nothing they know of ever did.</summary>
    public async Task<bool?> Shows(string hash, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        var withdrawn = await db.Pictures.Where(row => row.Hash == hash).Select(row => row.Withdrawn).Distinct().ToListAsync(cancellation);
        return withdrawn.Count == 0 ? null : withdrawn.Contains(false);
    }

    private const int MostOnPage = 200;

    private static async Task<IReadOnlyList<Entry>> Changes(PublicDb db, int coverage, long after, int most, CancellationToken cancellation)
    {
        var rows = await db.Changes.Where(row => row.CoverageId == coverage && row.Seq > after).OrderBy(row => row.Seq).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(row => new Entry(row.Seq, DateTimeOffset.FromUnixTimeMilliseconds(row.At), JsonSerializer.Deserialize(row.Value, DatelineJson.Default.Change)!))];
    }

    private static async Task<PublicPost?> Post(PublicDb db, int coverage, PostId id, CancellationToken cancellation)
    {
        var key = id.ToString();
        var value = await db.Posts.Where(row => row.CoverageId == coverage && row.PostId == key).Select(row => row.Value).SingleOrDefaultAsync(cancellation);
        return value is null ? null : ReadPost(value);
    }

    private static PublicCoverage ReadCoverage(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicCoverage)!;

    private static PublicPost ReadPost(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicPost)!;
}
