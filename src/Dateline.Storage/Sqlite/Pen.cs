using System.Data.Common;
using System.Globalization;
using Dateline.Storage.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Storage.Sqlite;

/// <summary>What writers take turns with: a connection that stays open, and each of their statements prepared on it once. Opening, preparing and translating anew for every post cost more than writing it does (docs/adr/022). What is asked at every request is asked with others of the kind.</summary>
/// <remarks>Not thread-safe: one at a time has it. The texts of statements are the code's own, so there are only so many of them; what is filled in is always bound, never part of the text.</remarks>
internal sealed class Pen : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    public Pen(DbContextOptions<NewsroomDb> options)
    {
        Db = new NewsroomDb(options);
        Db.Database.OpenConnection();
        _connection = (SqliteConnection)Db.Database.GetDbConnection();
    }

    /// <summary>The same connection by way of the tables' classes, for what is not done with every post.</summary>
    public NewsroomDb Db { get; }

    /// <summary>True once its connection has failed in a way that leaves it unknown what it is in the middle of: nobody is to have it again.</summary>
    public bool IsSpent { get; set; }

    /// <summary>Does a statement.</summary>
    /// <returns>How many rows it was done to.</returns>
    // SQLite answers on the thread that asks, so there is nothing to wait for.
    public int Do(FormattableString statement) => Ready(statement).ExecuteNonQuery();

    /// <summary>The first row of an answer; null when there is none.</summary>
    public T? First<T>(FormattableString question, Func<DbDataReader, T> read) where T : class
    {
        using var reader = Ready(question).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>The text that is the answer; null when there is none.</summary>
    public string? Text(FormattableString question) => First(question, row => row.GetString(0));

    /// <summary>The number that is the answer; null when there is none.</summary>
    public long? Number(FormattableString question)
    {
        using var reader = Ready(question).ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
    }

    /// <summary>Writes a line of the audit log.</summary>
    public void Note(DateTimeOffset at, Hand by, string did, string about, string? detail)
    {
        var row = AuditRow.Of(at, by, did, about, detail);
        Do($"INSERT INTO audit (at, \"by\", did, about, detail, address, via) VALUES ({row.At}, {row.By}, {row.Did}, {row.About}, {row.Detail}, {row.Address}, {row.Via})");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        Db.Dispose();
    }

    private SqliteCommand Ready(FormattableString statement)
    {
        if (!_statements.TryGetValue(statement.Format, out var command)) _statements.Add(statement.Format, command = Prepare(statement));
        command.Transaction = (SqliteTransaction?)Db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < command.Parameters.Count; i++) command.Parameters[i].Value = Stored(statement.GetArgument(i));
        return command;
    }

    private SqliteCommand Prepare(FormattableString statement)
    {
        var command = _connection.CreateCommand();
        var names = new object[statement.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(new SqliteParameter { ParameterName = (string)names[i] });
        }
        // Braces of the text itself are doubled in the format, as format strings have it.
        command.CommandText = string.Format(CultureInfo.InvariantCulture, statement.Format, names);
        return command;
    }

    // As the tables' classes keep them.
    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        _ => value,
    };
}
