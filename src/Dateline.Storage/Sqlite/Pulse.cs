using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Sqlite;

/// <summary>Tells, for a few microseconds, whether anybody committed anything since it was last asked: <c>PRAGMA data_version</c> on a connection that is kept for it. Not thread-safe.</summary>
public sealed class Pulse(DbContextOptions<NewsroomDb> options) : IDisposable
{
    private NewsroomDb? _db;
    private DbCommand? _command;
    private long? _version;

    /// <summary>True at the first call, and whenever something was committed since the one before.</summary>
    public bool IsNew()
    {
        if (_command is null)
        {
            _db = new NewsroomDb(options);
            _db.Database.OpenConnection();
            _command = _db.Database.GetDbConnection().CreateCommand();
            _command.CommandText = "PRAGMA data_version";
        }
        var version = (long)_command.ExecuteScalar()!;
        if (version == _version) return false;
        _version = version;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _command?.Dispose();
        _db?.Dispose();
    }
}
