using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Dateline.Storage.Sqlite;

/// <summary>The database embedded in the server: one file in the data folder.</summary>
public static class SqliteStore
{
    /// <summary>How long a writer waits for another process's transactions, in seconds.</summary>
    private const int MostSeconds = BusyWait.MostLooks / 1_000;

    /// <summary>Where the database lies in a data folder.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "dateline.db");

    /// <summary>How to reach the newsroom's tables in this file.</summary>
    public static DbContextOptions<NewsroomDb> Options(string path) =>
        new DbContextOptionsBuilder<NewsroomDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = MostSeconds }.ToString())
            .AddInterceptors(new Pragmas())
            .Options;

    /// <summary>Makes the database, or brings it up to this version.</summary>
    public static void Prepare(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var db = new NewsroomDb(Options(path));
        // An older version would write what the newer one no longer reads, and nobody would notice until it is missed.
        if (db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations()).Any())
            throw new InvalidDataException("This data folder was written by a newer version of Dateline; use that version, or another folder.");
        db.Database.Migrate();
        db.Database.ExecuteSqlRaw("INSERT OR IGNORE INTO settings (key, value) VALUES ('epoch', lower(hex(randomblob(8))))");
    }

    /// <summary>
    /// What makes "answered" mean "on disk": a write-ahead log, synced at every commit. They belong to a connection (all but the first), so they are set
    /// and read back on each one that SQLite opens, once, however often it is lent out from the pool; a build of SQLite that ignores one of them must not serve.
    /// </summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private static readonly (string Name, string Set, string Reads)[] All =
        [
            ("journal_mode", "wal", "wal"),
            ("synchronous", "full", "2"),
            ("foreign_keys", "on", "1"),
        ];

        // By SQLite's own handle: a connection object of the provider is lent another one each time.
        private static readonly ConditionalWeakTable<sqlite3, string> Asserted = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Assert(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite's calls never wait for a network; the asynchronous forms would run the same way.
            Assert(connection);
            return Task.CompletedTask;
        }

        private static void Assert(DbConnection connection)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (Asserted.TryGetValue(handle, out _)) return;
            BusyWait.Set((SqliteConnection)connection);
            using var command = connection.CreateCommand();
            command.CommandText = string.Concat(All.Select(pragma => $"PRAGMA {pragma.Name} = {pragma.Set}; "));
            command.ExecuteNonQuery();
            foreach (var pragma in All)
            {
                command.CommandText = $"PRAGMA {pragma.Name}";
                var reads = command.ExecuteScalar()?.ToString();
                if (reads != pragma.Reads) throw new InvalidOperationException($"SQLite reads {pragma.Name} as {reads}, not {pragma.Reads}: an answered post might be lost.");
            }
            Asserted.Add(handle, connection.DataSource);
        }
    }
}
