using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage;

/// <summary>Writes a coverage's journal and the public rows that follow from it, in the transaction of whoever holds it.</summary>
internal sealed class JournalWriter(NewsroomDb db, int coverage, DateTimeOffset now)
{
    /// <summary>How many posts a page has.</summary>
    public const int PageSize = 20;

    private static readonly Func<NewsroomDb, int, string, Task<NewestPage?>> LastPage = EF.CompileAsyncQuery((NewsroomDb db, int coverage, string sort) =>
        db.Pages.Where(page => page.CoverageId == coverage).OrderByDescending(page => page.Number).Select(page => new NewestPage(
            page.Number,
            db.PublishedPosts.Count(post => post.CoverageId == coverage && string.Compare(post.Sort, page.Start) >= 0) >= PageSize,
            db.PublishedPosts.Any(post => post.CoverageId == coverage && string.Compare(post.Sort, sort) > 0))).FirstOrDefault());

    private readonly List<(long Seq, string Value)> _appended = [];

    /// <summary>What this transaction appended.</summary>
    public IReadOnlyList<(long Seq, string Value)> Appended => _appended;

    /// <summary>The number appended last.</summary>
    public long Head => _appended[^1].Seq;

    /// <summary>Publishes, edits or withdraws a post.</summary>
    public async Task<long> Put(PublicPost? was, PublicPost post, Func<PublicPost, Change> change)
    {
        if (was is null) await OpenPageFor(post.Sort.ToString());
        await WriteRow(was, post);
        var fill = was is not null && post.Sort < was.Sort ? await Fill(was.Sort, post.Sort) : null;
        return await Append(change(post) with { Fill = fill });
    }

    /// <summary>Takes a post down.</summary>
    public async Task<long> TakeDown(PublicPost was)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM published_posts WHERE coverage_id = {coverage} AND post_id = {was.Id.ToString()}");
        return await Append(new Remove(was.Id) { Fill = await Fill(was.Sort, to: null) });
    }

    /// <summary>Gives the change its number and makes what it replaces void, in this same transaction: what was taken back is gone from every answer.</summary>
    public async Task<long> Append(Change change)
    {
        // The row is locked by this statement until the commit, so N+1 is never seen before N; a rollback gives the number back.
        var seq = (await db.Database.SqlQuery<long>($"UPDATE coverages SET head = head + 1 WHERE id = {coverage} RETURNING head AS Value").ToListAsync())[0];
        await Void(change);
        var value = JsonSerializer.Serialize(change, DatelineJson.Relaxed.Change);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO changes (coverage_id, seq, op, target, at, value)
            VALUES ({coverage}, {seq}, {Op(change)}, {change.Target?.ToString()}, {now.ToUnixTimeMilliseconds()}, {value})
            """);
        _appended.Add((seq, value));
        return seq;
    }

    private async Task Void(Change change)
    {
        if (change is Upsert or Withdraw or Remove)
        {
            var target = change.Target!.Value;
            var value = JsonSerializer.Serialize<Change>(new Superseded(target), DatelineJson.Relaxed.Change);
            // What filled the page then is still owed to readers who are behind; json_patch leaves the field out where there was none.
            await db.Database.ExecuteSqlAsync($"""
                UPDATE changes SET op = 'void', value = json_patch({value}, json_object('fill', json_extract(value, '$.fill')))
                WHERE coverage_id = {coverage} AND target = {target.ToString()} AND op IN ('upsert', 'withdraw')
                """);
        }
        else
        {
            // A newer header, status, summary or pin says all that an older one did.
            var value = JsonSerializer.Serialize<Change>(new Superseded(null), DatelineJson.Relaxed.Change);
            await db.Database.ExecuteSqlAsync($"""
                UPDATE changes SET op = 'void', target = NULL, value = {value}
                WHERE coverage_id = {coverage} AND op = {Op(change)}
                """);
        }
    }

    private async Task WriteRow(PublicPost? was, PublicPost post)
    {
        var (id, sort, value) = (post.Id.ToString(), post.Sort.ToString(), JsonSerializer.Serialize(post, DatelineJson.Relaxed.PublicPost));
        if (was is null)
            await db.Database.ExecuteSqlAsync($"INSERT INTO published_posts (coverage_id, post_id, sort, key_event, value) VALUES ({coverage}, {id}, {sort}, {post.KeyEvent}, {value})");
        else
            await db.Database.ExecuteSqlAsync($"UPDATE published_posts SET sort = {sort}, key_event = {post.KeyEvent}, value = {value} WHERE coverage_id = {coverage} AND post_id = {id}");
    }

    /// <summary>Begins a page when the post is newer than all others and the last page is full. Where a page begins never changes, so its address always means the same time.</summary>
    private async Task OpenPageFor(string sort)
    {
        var last = await LastPage(db, coverage, sort);
        if (last is { IsFull: false } or { HasNewer: true }) return;
        // The first page begins with time itself, so that a backdated post has a page.
        await db.Database.ExecuteSqlAsync($"INSERT INTO pages (coverage_id, number, start) VALUES ({coverage}, {(last?.Number ?? 0) + 1}, {(last is null ? "" : sort)})");
    }

    /// <summary>The post that came to be the last of the newest twenty, when one left them at <paramref name="from"/> for an older place, or altogether.</summary>
    private async Task<PostId?> Fill(SortKey from, SortKey? to)
    {
        var last = await db.PublishedPosts.Where(post => post.CoverageId == coverage).OrderByDescending(post => post.Sort)
            .Skip(PageSize - 1).Select(post => new { post.PostId, post.Sort }).FirstOrDefaultAsync();
        if (last is null || !PostId.TryParse(last.PostId, out var id)) return null;
        var floor = SortKey.Parse(last.Sort);
        return floor < from && (to is null || to < floor) ? id : null;
    }

    internal static string Op(Change change) => change switch
    {
        Upsert => "upsert",
        Withdraw => "withdraw",
        Remove => "remove",
        Pinned => "pin",
        SummaryChanged => "summary",
        StatusChanged => "status",
        HeaderChanged => "header",
        _ => "void",
    };

    /// <param name="Number">Its number.</param>
    /// <param name="IsFull">Whether it has as many posts as a page has.</param>
    /// <param name="HasNewer">Whether a post is newer than the one in hand.</param>
    private sealed record NewestPage(int Number, bool IsFull, bool HasNewer);
}
