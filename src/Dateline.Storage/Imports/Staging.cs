using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Imports;

/// <summary>
/// Brings whole live pages in. A new page is staged out of sight, in batches short enough that publishing goes on between them, and appears in one short
/// transaction; one that fails leaves nothing. What is imported onto a page that is there already becomes ordinary changes of it, all in one transaction.
/// </summary>
public sealed class Staging(Newsroom newsroom)
{
    /// <summary>The most posts that are added to a page which is there already: they are written in one transaction, and nobody publishes meanwhile.</summary>
    public const int MostMerged = 500;

    private const int ClearedAtOnce = 1_000;

    /// <summary>After this long an import that is still staged was cut off, and what it left is cleared away.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Brings a manuscript in.</summary>
    /// <param name="progress">Told how many posts are staged.</param>
    /// <returns>How many posts were new or changed.</returns>
    public async Task<Result<int>> Bring(Manuscript manuscript, Landing landing, IProgress<int>? progress, CancellationToken cancellation)
    {
        await ClearAbandoned(cancellation);
        await using var reader = newsroom.Read();
        return await reader.Coverage(landing.Slug, cancellation) is null
            ? await Stage(manuscript, landing, progress, cancellation)
            : await Merge(manuscript, landing, cancellation);
    }

    private async Task<Result<int>> Stage(Manuscript manuscript, Landing landing, IProgress<int>? progress, CancellationToken cancellation)
    {
        var now = newsroom.Time.GetUtcNow();
        if (!landing.Coverage(manuscript, now).Try(out var coverage, out var refusal)) return refusal;
        var posts = await WithFreeIds(Landing.InOrder(manuscript, after: 0), landing.Slug, cancellation);
        if (coverage.Pin is { } pin && posts.All(post => post.Id != pin.Post)) coverage = coverage with { Pin = pin with { Post = OtherId.For(pin.Post, landing.Slug) } };
        var staged = await BeginStaging(coverage, now, cancellation);
        var (landed, pace) = (false, new Pace());
        try
        {
            for (var done = 0; done < posts.Count;)
            {
                // Made ready between the turns: that is when others write.
                var batch = posts.Skip(done).Take(pace.Posts).ToList();
                var rows = new StagedRows(staged, batch, done, landing.By, now);
                await InTurn(async db => pace.Took(await rows.Write(db, newsroom.Time)), cancellation);
                done += batch.Count;
                progress?.Report(done);
            }
            refusal = await Land(staged, coverage, posts, landing.By, cancellation);
            landed = refusal is null;
            return refusal is null ? posts.Count : refusal;
        }
        finally
        {
            if (!landed) await Clear(staged, CancellationToken.None);
        }
    }

    // Everything is there already; this is the moment at which it can be seen.
    private async Task<Refusal?> Land(int staged, Coverage coverage, IReadOnlyList<PublicPost> posts, Hand by, CancellationToken cancellation)
    {
        var (head, ordinal) = (posts.Count, posts.Count == 0 ? 0 : posts.Max(post => post.Ordinal));
        var landed = 0;
        await InTurn(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            landed = await db.Database.ExecuteSqlAsync($"""
                UPDATE coverages SET slug = {coverage.Slug}, staged_at = NULL, head = {head}, ordinal = {ordinal}
                WHERE id = {staged} AND NOT EXISTS (SELECT 1 FROM coverages WHERE slug = {coverage.Slug})
                """);
            if (landed == 1) db.Note(newsroom.Time.GetUtcNow(), by, "imported", $"live/{coverage.Slug}", coverage.Header.Headline);
            await Library.Learn(db, [.. coverage.Header.Lead is { } lead ? new[] { lead } : [], .. posts.SelectMany(post => post.Blocks)], newsroom.Time.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            await MediaRights.LookAgain(db, staged, newsroom.Time.GetUtcNow());
            await transaction.CommitAsync(CancellationToken.None);
        }, cancellation);
        return landed == 1 ? null : Newsroom.Taken(coverage.Slug);
    }

    private async Task<Result<int>> Merge(Manuscript manuscript, Landing landing, CancellationToken cancellation)
    {
        if (manuscript.Posts.Count > MostMerged)
            return new Refusal(RefusalKind.Invalid, $"There is a live page “{landing.Slug}” already, and {manuscript.Posts.Count:N0} posts are too many to add to it at once (at most {MostMerged}); choose another slug.");
        return await newsroom.Change(landing.Slug, async open =>
        {
            if (!open.Coverage.Edit(landing.Edit(manuscript), open.Now).Try(out var next, out var refusal)) return refusal;
            await open.Keep(next with { Preamble = manuscript.Preamble.Count > 0 ? manuscript.Preamble : next.Preamble }, landing.By, "imported");
            var changed = 0;
            foreach (var read in Landing.InOrder(manuscript, after: open.LastOrdinal()))
            {
                var post = open.IsElsewhere(read.Id) ? read with { Id = OtherId.For(read.Id, landing.Slug) } : read;
                var before = open.Find(post.Id);
                if (before is { State: not PostState.Published }) continue;
                var after = before is null ? (post with { Ordinal = open.NextOrdinal() }).ToPost(landing.By, open.Now) : Updated(before, post, landing.By, open.Now);
                if (after == before) continue;
                await open.Keep(before, after, landing.By, "imported");
                changed++;
            }
            return (Result<int>)changed;
        }, cancellation);
    }

    // A post that is here already gets the source's words; what was done with it here stays.
    private static Post Updated(Post before, PublicPost source, string by, DateTimeOffset now)
    {
        if (source.Withdrawn is { } notice) return before.Withdraw(by, now, notice.Text, reason: null).Try(out var withdrawn, out _) ? withdrawn : before;
        var content = source.ToPost(by, now).Live!;
        return content == before.Live || !before.Save(content).Try(out var saved, out _) || !saved.Publish(by, now, 0).Try(out var after, out _) ? before : after;
    }

    // A page that is imported a second time, under another address, cannot have the same posts: a post's id is its own on the whole server.
    private async Task<IReadOnlyList<PublicPost>> WithFreeIds(IReadOnlyList<PublicPost> posts, string slug, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var free = new List<PublicPost>(posts.Count);
        foreach (var batch in posts.Chunk(500))
        {
            var ids = batch.Select(post => post.Id.ToString()).ToList();
            var taken = (await db.Posts.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
            free.AddRange(batch.Select(post => taken.Contains(post.Id.ToString()) ? post with { Id = OtherId.For(post.Id, slug) } : post));
        }
        return free;
    }

    private async Task<int> BeginStaging(Coverage coverage, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = Newsroom.NewRow(coverage);
        // A tilde stands in no slug, so the staged page cannot be asked for.
        row.Slug = $"~{Guid.NewGuid():N}";
        row.StagedAt = now;
        await InTurn(async db =>
        {
            db.Coverages.Add(row);
            await db.SaveChangesAsync(CancellationToken.None);
        }, cancellation);
        return row.Id;
    }

    private async Task ClearAbandoned(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var before = newsroom.Time.GetUtcNow() - Abandoned;
        foreach (var id in await db.Coverages.Where(row => row.StagedAt < before).Select(row => row.Id).ToListAsync(cancellation)) await Clear(id, cancellation);
    }

    private async Task Clear(int staged, CancellationToken cancellation)
    {
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM revisions WHERE rowid IN (SELECT r.rowid FROM revisions r JOIN posts p ON p.id = r.post_id WHERE p.coverage_id = {staged} LIMIT {ClearedAtOnce})"), cancellation);
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM changes WHERE rowid IN (SELECT rowid FROM changes WHERE coverage_id = {staged} LIMIT {ClearedAtOnce})"), cancellation);
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM published_posts WHERE rowid IN (SELECT rowid FROM published_posts WHERE coverage_id = {staged} LIMIT {ClearedAtOnce})"), cancellation);
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM posts WHERE rowid IN (SELECT rowid FROM posts WHERE coverage_id = {staged} LIMIT {ClearedAtOnce})"), cancellation);
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM pages WHERE coverage_id = {staged}"), cancellation);
        await ClearBatches(db => db.Database.ExecuteSqlAsync($"DELETE FROM coverages WHERE id = {staged}"), cancellation);
    }

    private async Task ClearBatches(Func<NewsroomDb, Task<int>> delete, CancellationToken cancellation)
    {
        for (var deleted = -1; deleted != 0;) await InTurn(async db => deleted = await delete(db), cancellation);
    }

    private async Task InTurn(Func<NewsroomDb, Task> work, CancellationToken cancellation)
    {
        using var turn = await newsroom.Turn(cancellation) ?? throw new InvalidOperationException("Too many people are publishing at this moment; try the import again in a minute.");
        await using var db = newsroom.Open();
        await work(db);
    }
}
