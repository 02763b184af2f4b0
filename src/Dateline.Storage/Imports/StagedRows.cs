using System.Data.Common;
using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Storage.Imports;

/// <summary>Writes a batch of an import: the same rows that publishing each post would have written, in prepared statements.</summary>
internal static class StagedRows
{
    public static async Task Write(NewsroomDb db, int coverage, IReadOnlyList<PublicPost> posts, int before, string by, DateTimeOffset now)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using var insertPost = Prepare(connection, transaction, "posts", "id", "coverage_id", "state", "created_by", "sort", "revision", "value");
        await using var insertRevision = Prepare(connection, transaction, "revisions", "post_id", "number", "at", "by", "did", "value");
        await using var insertPublic = Prepare(connection, transaction, "published_posts", "coverage_id", "post_id", "sort", "key_event", "value");
        await using var insertChange = Prepare(connection, transaction, "changes", "coverage_id", "seq", "op", "target", "at", "value");
        await using var insertPage = Prepare(connection, transaction, "pages", "coverage_id", "number", "start");

        for (var i = 0; i < posts.Count; i++)
        {
            var (post, seq) = (posts[i].ToPost(by, now), before + i + 1);
            // Read back from the post, so that an imported row is what publishing it would have written.
            var shown = PublicPost.Of(post)!;
            Change change = shown.Withdrawn is null ? new Upsert(shown) : new Withdraw(shown);
            var (id, sort, at) = (post.Id.ToString(), shown.Sort.ToString(), now.ToUnixTimeMilliseconds());
            var row = new PostRow { Id = id, State = "", CreatedBy = "", Sort = "", Value = "" };
            OpenCoverage.Fill(row, post);
            await Run(insertPost, id, coverage, row.State, by, row.Sort, row.Revision, row.Value);
            await Run(insertRevision, id, post.Revision, at, by, "imported", JsonSerializer.Serialize(post.Latest, DatelineJson.Relaxed.PostContent));
            await Run(insertPublic, coverage, id, sort, shown.KeyEvent, JsonSerializer.Serialize(shown, DatelineJson.Relaxed.PublicPost));
            await Run(insertChange, coverage, seq, JournalWriter.Op(change), id, at, JsonSerializer.Serialize(change, DatelineJson.Relaxed.Change));
            // They come in order, so a page begins at every twentieth; the first one with time itself.
            if ((seq - 1) % JournalWriter.PageSize == 0) await Run(insertPage, coverage, ((seq - 1) / JournalWriter.PageSize) + 1, seq == 1 ? "" : sort);
        }
    }

    private static DbCommand Prepare(DbConnection connection, DbTransaction transaction, string table, params ReadOnlySpan<string> columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = new List<string>();
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{column}";
            command.Parameters.Add(parameter);
            names.Add(column);
        }
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))})";
        return command;
    }

    private static Task<int> Run(DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteNonQueryAsync();
    }
}
