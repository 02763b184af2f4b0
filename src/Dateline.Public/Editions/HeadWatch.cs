using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Public.Editions;

/// <summary>Where the journals of all live pages stand.</summary>
/// <param name="Epoch">The life of the database.</param>
/// <param name="BySlug">Slug → the number of its newest change.</param>
public sealed record Heads(string Epoch, IReadOnlyDictionary<string, long> BySlug);

/// <summary>
/// What a server that hears nothing asks every second: is there anything new? On a connection kept for it, so that the answer "no" costs microseconds (<c>PRAGMA data_version</c> tells whether anybody, in
/// whatever process, committed). Not thread-safe.
/// </summary>
public sealed class HeadWatch(DbContextOptions<PublicDb> options) : IDisposable
{
    private PublicDb? _db;
    private DbCommand? _version;
    private DbCommand? _epoch;
    private DbCommand? _heads;
    private long? _seen;

    /// <summary>Where the journals stand; null when nothing was committed since the last look.</summary>
    public Heads? Look()
    {
        if (_db is null)
        {
            _db = new PublicDb(options);
            _db.Database.OpenConnection();
            (_version, _epoch, _heads) = (Command("PRAGMA data_version"), Command("SELECT epoch FROM public_newsroom"), Command("SELECT slug, head FROM public_coverages"));
        }
        var version = (long)_version!.ExecuteScalar()!;
        if (version == _seen) return null;
        var heads = new Dictionary<string, long>();
        using (var rows = _heads!.ExecuteReader())
            while (rows.Read()) heads[rows.GetString(0)] = rows.GetInt64(1);
        var epoch = (string)_epoch!.ExecuteScalar()!;
        // Remembered last: a look that failed is made again.
        _seen = version;
        return new Heads(epoch, heads);
    }

    public void Dispose()
    {
        _version?.Dispose();
        _epoch?.Dispose();
        _heads?.Dispose();
        _db?.Dispose();
    }

    private DbCommand Command(string text)
    {
        var command = _db!.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return command;
    }
}
