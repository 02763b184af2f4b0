using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Sqlite;

/// <summary>
/// Tells when something is due that was set for an instant: the release of a scheduled post, the end of a right to show something. On a connection that is kept for it, so that asking again and again costs microseconds:
/// <c>PRAGMA data_version</c> tells whether anybody, in whatever process, committed since. Not thread-safe.
/// </summary>
public sealed class Pulse(DbContextOptions<NewsroomDb> options) : IDisposable
{
    private Pen? _pen;
    private long? _seen;
    private Due _next = new(null, null);

    /// <summary>When the next scheduled post is due, and when what readers have must be looked at for its rights; null when nothing is.</summary>
    public (DateTimeOffset? Release, DateTimeOffset? Rights) Next()
    {
        _pen ??= new Pen(options);
        var version = _pen.Number($"PRAGMA data_version");
        if (version != _seen)
            _next = _pen.First($"SELECT (SELECT min(due_at) FROM posts WHERE due_at IS NOT NULL), (SELECT min(rights_due_at) FROM media WHERE rights_due_at IS NOT NULL)", row => new Due(At(row, 0), At(row, 1)))!;
        // Remembered last: a look that failed is made again.
        _seen = version;
        return (_next.Release, _next.Rights);
    }

    /// <inheritdoc/>
    public void Dispose() => _pen?.Dispose();

    private static DateTimeOffset? At(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private sealed record Due(DateTimeOffset? Release, DateTimeOffset? Rights);
}
