using System.Data;
using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Public.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Public.Editions;

/// <summary>Reads editions, pages and changes from the public views. Every question is answered from one snapshot.</summary>
public sealed class EditionReader(DbContextOptions<PublicDb> options)
{
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
    public async Task<EditionUpdate?> Read(string slug, Edition? since, CancellationToken cancellation)
    {
        await using var db = new PublicDb(options);
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellation);
        var row = await db.Coverages.SingleOrDefaultAsync(row => row.Slug == slug, cancellation);
        if (row is null) return null;
        var epoch = (await db.Newsroom.SingleAsync(cancellation)).Epoch;
        var follows = since is not null && since.Epoch == epoch && since.Id == row.Id && since.Head <= row.Head;
        var changes = follows ? await Changes(db, row.Id, since!.Head, MostFollowed, cancellation) : [];
        if (changes.Count > 0 && changes[^1].Seq != row.Head) changes = [];

        var coverage = ReadCoverage(row.Value);
        var keyEvents = follows && changes.Count > 0 && !changes.Any(entry => Touches(entry, since!)) ? since!.KeyEvents : await KeyEvents(db, row.Id, cancellation);
        var edition = new Edition
        {
            Id = row.Id,
            Epoch = epoch,
            Head = row.Head,
            Coverage = coverage,
            Newest = await Newest(db, row.Id, since, cancellation),
            Pinned = coverage.Pinned is { } pinned ? await Post(db, row.Id, pinned, cancellation) : null,
            KeyEvents = keyEvents,
            BeganAt = await BeganAt(db, row.Id, cancellation),
            PageStarts = await PageStarts(db, row.Id, follows ? since!.PageStarts : [], cancellation),
        };
        return new EditionUpdate(edition, changes);
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

    private const int MostFollowed = 1_000;
    private const int MostOnPage = 200;

    private static async Task<IReadOnlyList<Entry>> Changes(PublicDb db, int coverage, long after, int most, CancellationToken cancellation)
    {
        var rows = await db.Changes.Where(row => row.CoverageId == coverage && row.Seq > after).OrderBy(row => row.Seq).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(row => new Entry(row.Seq, DateTimeOffset.FromUnixTimeMilliseconds(row.At), JsonSerializer.Deserialize(row.Value, DatelineJson.Default.Change)!))];
    }

    private static async Task<IReadOnlyList<PublicPost>> Newest(PublicDb db, int coverage, Edition? since, CancellationToken cancellation)
    {
        var values = await db.Posts.Where(row => row.CoverageId == coverage).OrderByDescending(row => row.Sort).Take(Edition.PageSize).Select(row => row.Value).ToListAsync(cancellation);
        var known = since?.Newest.ToDictionary(post => post.Id);
        return [.. values.Select(value => ReadPost(value) is var post && known is not null && known.TryGetValue(post.Id, out var same) && same == post ? same : post)];
    }

    private static async Task<PublicPost?> Post(PublicDb db, int coverage, PostId id, CancellationToken cancellation)
    {
        var key = id.ToString();
        var value = await db.Posts.Where(row => row.CoverageId == coverage && row.PostId == key).Select(row => row.Value).SingleOrDefaultAsync(cancellation);
        return value is null ? null : ReadPost(value);
    }

    private static async Task<DateTimeOffset?> BeganAt(PublicDb db, int coverage, CancellationToken cancellation)
    {
        var oldest = await db.Posts.Where(row => row.CoverageId == coverage).OrderBy(row => row.Sort).Select(row => row.Sort).FirstOrDefaultAsync(cancellation);
        return oldest is null ? null : SortKey.Parse(oldest).At;
    }

    private static async Task<IReadOnlyList<KeyEvent>> KeyEvents(PublicDb db, int coverage, CancellationToken cancellation)
    {
        var values = await db.Posts.Where(row => row.CoverageId == coverage && row.KeyEvent).OrderByDescending(row => row.Sort).Take(Edition.MostKeyEvents).Select(row => row.Value).ToListAsync(cancellation);
        return [.. values.Select(ReadPost).Select(post => new KeyEvent(post.Id, post.Time, post.Headline ?? PlainText.Opening(post)))];
    }

    private static async Task<IReadOnlyList<string>> PageStarts(PublicDb db, int coverage, IReadOnlyList<string> known, CancellationToken cancellation)
    {
        var count = known.Count;
        var added = await db.Pages.Where(row => row.CoverageId == coverage && row.Number > count).OrderBy(row => row.Number).Select(row => row.Start).ToListAsync(cancellation);
        return added.Count == 0 ? known : [.. known, .. added];
    }

    private static bool Touches(Entry entry, Edition since) => entry.Change switch
    {
        Upsert { Post.KeyEvent: true } => true,
        { Target: { } target } => since.KeyEvents.Any(keyEvent => keyEvent.Post == target) || since.KeyEvents.Count == Edition.MostKeyEvents,
        _ => false,
    };

    private static PublicCoverage ReadCoverage(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicCoverage)!;

    private static PublicPost ReadPost(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicPost)!;
}
