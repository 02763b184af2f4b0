using System.Data.Common;
using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Storage.Imports;

/// <summary>A batch of an import as rows: the same that publishing each post would have written. Made ready before the transaction, so that it is short.</summary>
internal sealed class StagedRows
{
    private readonly Rows _posts = new("posts", "id", "coverage_id", "state", "created_by", "sort", "revision", "value");
    private readonly Rows _revisions = new("revisions", "post_id", "number", "at", "by", "did", "value");
    private readonly Rows _published = new("published_posts", "coverage_id", "post_id", "sort", "key_event", "value");
    private readonly Rows _changes = new("changes", "coverage_id", "seq", "op", "target", "at", "value");
    private readonly Rows _pages = new("pages", "coverage_id", "number", "start");

    /// <summary>The rows of posts in order, of which <paramref name="before"/> came in earlier batches.</summary>
    public StagedRows(int coverage, IEnumerable<PublicPost> posts, int before, string by, DateTimeOffset now)
    {
        var (seq, at) = (before, now.ToUnixTimeMilliseconds());
        foreach (var given in posts)
        {
            seq++;
            var post = given.ToPost(by, now);
            // Read back from the post, so that an imported row is what publishing it would have written.
            var shown = PublicPost.Of(post)!;
            Change change = shown.Withdrawn is null ? new Upsert(shown) : new Withdraw(shown);
            var (id, sort) = (post.Id.ToString(), shown.Sort.ToString());
            var row = OpenCoverage.NewRow(coverage, post);
            _posts.Add(id, coverage, row.State, row.CreatedBy, row.Sort, row.Revision, row.Value);
            _revisions.Add(id, post.Revision, at, by, "imported", JsonSerializer.Serialize(post.Latest, DatelineJson.Relaxed.PostContent));
            _published.Add(coverage, id, sort, shown.KeyEvent, JsonSerializer.Serialize(shown, DatelineJson.Relaxed.PublicPost));
            _changes.Add(coverage, seq, JournalWriter.Op(change), id, at, JsonSerializer.Serialize(change, DatelineJson.Relaxed.Change));
            // They come in order, so a page begins at every twentieth; the first one with time itself.
            if ((seq - 1) % JournalWriter.PageSize == 0) _pages.Add(coverage, ((seq - 1) / JournalWriter.PageSize) + 1, seq == 1 ? "" : sort);
        }
    }

    /// <summary>Writes them in a transaction of their own.</summary>
    /// <returns>How long nobody else could write.</returns>
    public async Task<TimeSpan> Write(NewsroomDb db, TimeProvider time)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var begun = time.GetTimestamp();
        foreach (var rows in new[] { _posts, _revisions, _published, _changes, _pages }) await rows.Write(db.Database.GetDbConnection(), transaction.GetDbTransaction());
        await transaction.CommitAsync(CancellationToken.None);
        return time.GetElapsedTime(begun);
    }

    /// <summary>Rows of one table, written by one prepared statement.</summary>
    private sealed class Rows(string table, params string[] columns)
    {
        private readonly List<object[]> _values = [];

        public void Add(params object[] values) => _values.Add(values);

        public async Task Write(DbConnection connection, DbTransaction transaction)
        {
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
            foreach (var column in columns)
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = $"@{column}";
                insert.Parameters.Add(parameter);
            }
            foreach (var values in _values)
            {
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                await insert.ExecuteNonQueryAsync();
            }
        }
    }
}
