using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Sqlite;

/// <summary>
/// Tells when something is due that was set for an instant: the release of a scheduled post, the end of a right to show something. On a connection that is kept for it, so that asking again and again costs microseconds:
/// <c>PRAGMA data_version</c> tells whether anybody, in whatever process, committed since. Not thread-safe.
/// </summary>
public sealed class Pulse(DbContextOptions<NewsroomDb> options) : IDisposable
{
    private NewsroomDb? _db;
    private DbCommand? _version;
    private DbCommand? _due;
    private long? _seen;
    private (DateTimeOffset? Release, DateTimeOffset? Rights) _next;

    /// <summary>When the next scheduled post is due, and when what readers have must be looked at for its rights; null when nothing is.</summary>
    public (DateTimeOffset? Release, DateTimeOffset? Rights) Next()
    {
        if (_db is null)
        {
            _db = new NewsroomDb(options);
            _db.Database.OpenConnection();
            _version = Command("PRAGMA data_version");
            _due = Command("""
                SELECT (SELECT min(due_at) FROM posts WHERE due_at IS NOT NULL), (SELECT min(rights_due_at) FROM media WHERE rights_due_at IS NOT NULL)
                """);
        }
        var version = (long)_version!.ExecuteScalar()!;
        if (version == _seen) return _next;
        using (var row = _due!.ExecuteReader())
        {
            row.Read();
            _next = (At(row, 0), At(row, 1));
        }
        // Remembered last: a look that failed is made again.
        _seen = version;
        return _next;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _version?.Dispose();
        _due?.Dispose();
        _db?.Dispose();
    }

    private static DateTimeOffset? At(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private DbCommand Command(string text)
    {
        var command = _db!.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return command;
    }
}
