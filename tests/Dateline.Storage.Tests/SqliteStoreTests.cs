using Dateline.Storage.Sqlite;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Xunit;

namespace Dateline.Storage.Tests;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_set_so_that_answered_means_on_disk(string pragma, string reads)
    {
        // Several at once, so that each has a connection of its own, and twice, so that some come out of the pool.
        for (var round = 0; round < 2; round++)
        {
            var open = Enumerable.Range(0, 4).Select(_ => new NewsroomDb(_newsroom.Options)).ToList();
            foreach (var db in open) await db.Database.OpenConnectionAsync();
            foreach (var db in open)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {pragma}";
                Assert.Equal(reads, (await command.ExecuteScalarAsync())?.ToString());
            }
            foreach (var db in open) await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_writer_looks_again_and_again_while_another_process_writes_and_then_has_its_turn()
    {
        await using var here = new NewsroomDb(_newsroom.Options);
        await using var elsewhere = new NewsroomDb(_newsroom.Options);
        foreach (var db in new[] { here, elsewhere }) await db.Database.OpenConnectionAsync();
        var transaction = await elsewhere.Database.BeginTransactionAsync();

        // Past the library's own waiting: what SQLite itself answers.
        var answered = -1;
        var waiting = new Thread(() => answered = raw.sqlite3_exec(((SqliteConnection)here.Database.GetDbConnection()).Handle, "BEGIN IMMEDIATE"));
        waiting.Start();
        // Asleep in our own code between two looks; SQLite's own sleep would not be seen from here.
        await Bound.Until(() => waiting.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || !waiting.IsAlive, "the writer waits");
        Assert.True(waiting.IsAlive, $"The writer did not wait; SQLite answered {answered}.");
        await transaction.RollbackAsync();
        waiting.Join();
        Assert.Equal(raw.SQLITE_OK, answered);
    }

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = new NewsroomDb(_newsroom.Options);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(db.Database.GetPendingMigrations());
    }

    [Fact]
    public async Task A_data_folder_that_is_there_already_is_left_as_it_is()
    {
        await _newsroom.Begins("summit");
        await _newsroom.Publishes("summit", "Kept");
        var archive = new Archive(_newsroom.DatabasePath);
        var epoch = archive.Texts("SELECT value FROM settings WHERE key = 'epoch'");
        SqliteStore.Prepare(_newsroom.DatabasePath);
        Assert.Equal(epoch, archive.Texts("SELECT value FROM settings WHERE key = 'epoch'"));
        Assert.Equal(1, archive.Head("summit"));
        Assert.Equal(16, Assert.Single(epoch).Length);
    }

    [Fact]
    public void A_data_folder_of_a_newer_version_is_not_touched()
    {
        var archive = new Archive(_newsroom.DatabasePath);
        archive.Do("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('99991231000000_Future', '99.0.0')");
        Assert.Contains("newer version", Assert.Throws<InvalidDataException>(() => SqliteStore.Prepare(_newsroom.DatabasePath)).Message);
    }

    public void Dispose() => _newsroom.Dispose();
}
