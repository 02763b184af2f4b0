using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
    public async Task A_library_in_three_tables_becomes_one_and_nothing_of_it_is_lost()
    {
        using var folder = new TemporaryFolder();
        var options = SqliteStore.Options(folder.File("dateline.db"));
        var (picture, film, sound, report) = (new string('1', 64), new string('2', 64), new string('3', 64), new string('4', 64));
        await using (var db = new NewsroomDb(options))
        {
            await db.GetService<IMigrator>().MigrateAsync("20261127211000_RecordingRights");
            new Archive(folder.File("dateline.db")).Do($"""
                INSERT INTO pictures (hash, name, kind, bytes, added_by, added_at, developed_at, alt, credit_kind, place, taken, not_after, search_words, search_place)
                  VALUES ('{picture}', '{picture}-64x48-000000000000', 'jpeg', 7, 'Rita', 1000, 1001, 'Gates', 'Pool', 'Élan', '2026-03-01', 9000, 'gates', 'élan');
                INSERT INTO recordings (hash, name, bytes, added_by, added_at, made_at, not_after, rights_due_at) VALUES ('{film}', '{film}-640x360-5000.mp4', 8, 'Rita', 2000, 2001, 9001, 9001);
                INSERT INTO recordings (hash, name, bytes, added_by, added_at, trouble) VALUES ('{sound}', '{sound}-5000.m4a', 9, 'Rita', 3000, 'No.');
                INSERT INTO documents (hash, name, first_page, title, author, program, added_by, added_at) VALUES ('{report}', '{report}-3-900.pdf', 'p', 'Gate 4', 'Ana', 'Writer', 'Ed', 4000);
                """);
            await db.Database.MigrateAsync();
        }
        using var newsroom = new Newsroom(options, new TurnedClock(), (_, _) => ValueTask.CompletedTask);
        var library = new Library(newsroom);
        var (files, _) = await library.Find(new LibraryQuestion([]), default);
        var at = DateTimeOffset.UnixEpoch;
        Assert.Equal(
            [
                new LibraryDocument(new DocumentName(report, 3, 900), new Facts("pdf", 900, null, "Ed", at.AddSeconds(4), new()), "p", "Gate 4", "Ana", "Writer"),
                new LibraryRecording(new SoundName(sound, TimeSpan.FromSeconds(5), IsMp3: false), new Facts("audio", 9, null, "Rita", at.AddSeconds(3), new()), null, IsReady: false, "No."),
                new LibraryRecording(new VideoName(film, 640, 360, TimeSpan.FromSeconds(5)), new Facts("video", 8, null, "Rita", at.AddSeconds(2), new() { NotAfter = at.AddMilliseconds(9_001) }), null, IsReady: true, null),
                new LibraryPicture(new PictureName(picture, 64, 48, "000000000000"), new Facts("jpeg", 7, null, "Rita", at.AddSeconds(1), new() { Alt = "Gates", CreditKind = CreditKind.Pool, Place = "Élan", Taken = new DateOnly(2026, 3, 1), NotAfter = at.AddSeconds(9) }), null),
            ],
            (IEnumerable<LibraryFile>)files);
        Assert.Single((await library.Find(new LibraryQuestion(["gates"], Place: "ÉLAN"), default)).Files);
        Assert.Single((await library.Find(new LibraryQuestion(["GATE"], MediaType.Document), default)).Files);
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
