using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage;

/// <summary>Writes a coverage's journal and the public rows that follow from it, in the transaction of whoever holds it.</summary>
internal sealed class JournalWriter(Pen pen, int coverage, DateTimeOffset now)
{
    /// <summary>How many posts a page has.</summary>
    public const int PageSize = 20;

    private readonly List<(long Seq, string Value)> _appended = [];

    /// <summary>What this transaction appended.</summary>
    public IReadOnlyList<(long Seq, string Value)> Appended => _appended;

    /// <summary>The number appended last.</summary>
    public long Head => _appended[^1].Seq;

    /// <summary>Publishes, edits or withdraws a post.</summary>
    public long Put(PublicPost? was, PublicPost post, Func<PublicPost, Change> change)
    {
        if (was is null) OpenPageFor(post.Sort.ToString());
        WriteRow(was, post);
        var fill = was is not null && post.Sort < was.Sort ? Fill(was.Sort, post.Sort) : null;
        return Append(change(post) with { Fill = fill });
    }

    /// <summary>Takes a post down.</summary>
    public long TakeDown(PublicPost was)
    {
        pen.Do($"DELETE FROM published_posts WHERE coverage_id = {coverage} AND post_id = {was.Id.ToString()}");
        return Append(new Remove(was.Id) { Fill = Fill(was.Sort, to: null) });
    }

    /// <summary>Gives the change its number and makes what it replaces void, in this same transaction: what was taken back is gone from every answer.</summary>
    public long Append(Change change)
    {
        // The row is locked by this statement until the commit, so N+1 is never seen before N; a rollback gives the number back.
        var seq = pen.Number($"UPDATE coverages SET head = head + 1 WHERE id = {coverage} RETURNING head")!.Value;
        Void(change);
        var value = JsonSerializer.Serialize(change, DatelineJson.Relaxed.Change);
        pen.Do($"""
            INSERT INTO changes (coverage_id, seq, op, target, at, value)
            VALUES ({coverage}, {seq}, {Op(change)}, {change.Target?.ToString()}, {now}, {value})
            """);
        _appended.Add((seq, value));
        return seq;
    }

    private void Void(Change change)
    {
        if (change is Upsert or Withdraw or Remove)
        {
            var target = change.Target!.Value;
            var value = JsonSerializer.Serialize<Change>(new Superseded(target), DatelineJson.Relaxed.Change);
            // What filled the page then is still owed to readers who are behind; json_patch leaves the field out where there was none.
            pen.Do($"""
                UPDATE changes SET op = 'void', value = json_patch({value}, json_object('fill', json_extract(value, '$.fill')))
                WHERE coverage_id = {coverage} AND target = {target.ToString()} AND op IN ('upsert', 'withdraw')
                """);
        }
        else
        {
            // A newer header, status, summary or pin says all that an older one did.
            var value = JsonSerializer.Serialize<Change>(new Superseded(null), DatelineJson.Relaxed.Change);
            pen.Do($"""
                UPDATE changes SET op = 'void', target = NULL, value = {value}
                WHERE coverage_id = {coverage} AND op = {Op(change)}
                """);
        }
    }

    private void WriteRow(PublicPost? was, PublicPost post)
    {
        var (id, sort, value) = (post.Id.ToString(), post.Sort.ToString(), JsonSerializer.Serialize(post, DatelineJson.Relaxed.PublicPost));
        if (was is null)
            pen.Do($"INSERT INTO published_posts (coverage_id, post_id, sort, key_event, value) VALUES ({coverage}, {id}, {sort}, {post.KeyEvent}, {value})");
        else
            pen.Do($"UPDATE published_posts SET sort = {sort}, key_event = {post.KeyEvent}, value = {value} WHERE coverage_id = {coverage} AND post_id = {id}");
    }

    /// <summary>Begins a page when the post is newer than all others and the last page is full. Where a page begins never changes, so its address always means the same time.</summary>
    private void OpenPageFor(string sort)
    {
        var last = pen.First($"""
            SELECT number, (SELECT count(*) FROM published_posts WHERE coverage_id = {coverage} AND sort >= start) >= {PageSize}, EXISTS (SELECT 1 FROM published_posts WHERE coverage_id = {coverage} AND sort > {sort})
            FROM pages WHERE coverage_id = {coverage} ORDER BY number DESC LIMIT 1
            """, row => new NewestPage(row.GetInt32(0), row.GetBoolean(1), row.GetBoolean(2)));
        if (last is { IsFull: false } or { HasNewer: true }) return;
        // The first page begins with time itself, so that a backdated post has a page.
        pen.Do($"INSERT INTO pages (coverage_id, number, start) VALUES ({coverage}, {(last?.Number ?? 0) + 1}, {(last is null ? "" : sort)})");
    }

    /// <summary>The post that came to be the last of the newest twenty, when one left them at <paramref name="from"/> for an older place, or altogether.</summary>
    private PostId? Fill(SortKey from, SortKey? to)
    {
        var last = pen.First($"SELECT post_id, sort FROM published_posts WHERE coverage_id = {coverage} ORDER BY sort DESC LIMIT 1 OFFSET {PageSize - 1}", row => new Place(row.GetString(0), row.GetString(1)));
        if (last is null || !PostId.TryParse(last.Post, out var id)) return null;
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

    private sealed record Place(string Post, string Sort);
}
