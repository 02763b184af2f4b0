using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage;

/// <summary>One version of a post, with what was done.</summary>
public sealed record Revision(int Number, DateTimeOffset At, string By, string Did, string? Note, PostContent Content);

/// <summary>A post with the number of its newest public change, if readers have it.</summary>
public sealed record KeptPost(Post Post, long? Seq);

/// <summary>Answers questions about the newsroom's work, drafts and all; for the desk only.</summary>
public sealed class NewsroomReader : IAsyncDisposable
{
    private readonly NewsroomDb _db;

    internal NewsroomReader(NewsroomDb db) => _db = db;

    /// <summary>Every live page, drafts too, newest first.</summary>
    public async Task<IReadOnlyList<Coverage>> Coverages(CancellationToken cancellation)
    {
        var values = await _db.Coverages.Where(row => row.StagedAt == null).OrderByDescending(row => row.Id).Select(row => row.Value).ToListAsync(cancellation);
        return [.. values.Select(Read)];
    }

    /// <summary>A live page.</summary>
    public async Task<Coverage?> Coverage(string slug, CancellationToken cancellation) =>
        await _db.Coverages.Where(row => row.Slug == slug).Select(row => row.Value).SingleOrDefaultAsync(cancellation) is { } value ? Read(value) : null;

    /// <summary>The number of a live page's last public change; null when there is no such page.</summary>
    public async Task<long?> Head(string slug, CancellationToken cancellation) =>
        await _db.Coverages.Where(row => row.Slug == slug).Select(row => (long?)row.Head).SingleOrDefaultAsync(cancellation);

    /// <summary>A whole live page as a file of ours holds it: published and withdrawn posts, no drafts.</summary>
    public async Task<Manuscript?> Manuscript(string slug, CancellationToken cancellation)
    {
        var row = await _db.Coverages.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellation);
        if (row is null) return null;
        var coverage = Read(row.Value);
        var posts = await _db.PublishedPosts.Where(post => post.CoverageId == row.Id).OrderByDescending(post => post.Sort).Select(post => post.Value).ToListAsync(cancellation);
        return new Manuscript
        {
            Slug = coverage.Slug,
            Headline = coverage.Header.Headline,
            Standfirst = coverage.Header.Standfirst,
            Language = coverage.Header.Language,
            TimeZone = coverage.Header.TimeZone,
            Status = coverage.Status.Kind,
            StatusNote = coverage.Status.Note,
            ResumesAt = coverage.Status.ResumesAt,
            Summary = [.. coverage.Summary.Points.Select(point => point.Text)],
            SummaryUpdatedAt = coverage.Summary.UpdatedAt,
            Lead = coverage.Public.Header.Lead,
            Contributors = coverage.Header.Contributors,
            Previous = coverage.Header.Previous,
            Next = coverage.Header.Next,
            Pinned = coverage.Pin?.Post,
            Preamble = coverage.Preamble,
            Posts = [.. posts.Select(value => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicPost)!)],
        };
    }

    /// <summary>A post of a live page.</summary>
    public async Task<KeptPost?> Post(string slug, PostId id, CancellationToken cancellation)
    {
        var key = id.ToString();
        var found = await (from post in _db.Posts
                           join coverage in _db.Coverages on post.CoverageId equals coverage.Id
                           where coverage.Slug == slug && post.Id == key
                           select new { post.Value, post.CoverageId }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var seq = await Seqs(found.CoverageId, [key], cancellation);
        return new KeptPost(ReadPost(found.Value), seq.TryGetValue(key, out var n) ? n : null);
    }

    /// <summary>Posts of a live page in a state (or any), newest first, after a place; of key events alone, those that readers have.</summary>
    /// <returns>At most <paramref name="most"/> posts, and the place to go on from when there are more.</returns>
    public async Task<(IReadOnlyList<KeptPost> Posts, string? Next)> Posts(string slug, PostState? state, bool? keyEvent, string? after, int most, CancellationToken cancellation)
    {
        var coverage = await _db.Coverages.Where(row => row.Slug == slug).Select(row => row.Id).SingleOrDefaultAsync(cancellation);
        var rows = _db.Posts.AsNoTracking().Where(row => row.CoverageId == coverage);
        if (state is { } wanted)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(wanted.ToString());
            rows = rows.Where(row => row.State == name);
        }
        if (keyEvent is { } key) rows = rows.Where(row => key == _db.PublishedPosts.Any(post => post.CoverageId == coverage && post.PostId == row.Id && post.KeyEvent));
        // A place is the sort and the id together, since drafts begun in the same millisecond share a sort.
        if (after is not null) rows = rows.Where(row => string.Compare(row.Sort + row.Id, after) < 0);
        var found = await rows.OrderByDescending(row => row.Sort).ThenByDescending(row => row.Id).Take(most + 1).ToListAsync(cancellation);
        var shown = found.Take(most).ToList();
        var seqs = await Seqs(coverage, [.. shown.Select(row => row.Id)], cancellation);
        return ([.. shown.Select(row => new KeptPost(ReadPost(row.Value), seqs.TryGetValue(row.Id, out var n) ? n : null))],
            found.Count > most ? shown[^1].Sort + shown[^1].Id : null);
    }

    /// <summary>The versions of a post, newest first.</summary>
    public async Task<IReadOnlyList<Revision>> Revisions(PostId id, CancellationToken cancellation)
    {
        var key = id.ToString();
        var rows = await _db.Revisions.AsNoTracking().Where(row => row.PostId == key).OrderByDescending(row => row.Number).Take(500).ToListAsync(cancellation);
        return [.. rows.Select(row => new Revision(row.Number, row.At, row.By, row.Did, row.Note, JsonSerializer.Deserialize(row.Value, DatelineJson.Default.PostContent)!))];
    }

    /// <summary>Scheduled posts that are due, oldest first, at most a hundred: a tick later there are the next.</summary>
    public async Task<IReadOnlyList<(string Slug, PostId Post)>> Due(DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await (from post in _db.Posts
                          join coverage in _db.Coverages on post.CoverageId equals coverage.Id
                          where post.DueAt != null && post.DueAt <= now
                          orderby post.DueAt
                          select new { coverage.Slug, post.Id }).Take(100).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Slug, new PostId(Guid.Parse(row.Id))))];
    }

    /// <summary>Filed posts that somebody holds, on all live pages; looked for once, when a server starts.</summary>
    public async Task<IReadOnlyList<(string Slug, Post Post)>> Held(CancellationToken cancellation)
    {
        var rows = await (from post in _db.Posts
                          join coverage in _db.Coverages on post.CoverageId equals coverage.Id
                          where post.State == "filed"
                          select new { coverage.Slug, post.Value }).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Slug, Post: ReadPost(row.Value))).Where(each => each.Post.Held is not null)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _db.DisposeAsync();

    private async Task<Dictionary<string, long>> Seqs(int coverage, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        await _db.Changes.Where(row => row.CoverageId == coverage && ids.Contains(row.Target!) && (row.Op == "upsert" || row.Op == "withdraw"))
            .GroupBy(row => row.Target!).Select(group => new { Id = group.Key, Seq = group.Max(row => row.Seq) })
            .ToDictionaryAsync(row => row.Id, row => row.Seq, cancellation);

    private static Coverage Read(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.Coverage)!;

    private static Post ReadPost(string value) => JsonSerializer.Deserialize(value, DatelineJson.Default.Post)!;
}
