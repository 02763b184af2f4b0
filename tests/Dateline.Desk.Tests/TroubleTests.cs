using Dateline.Storage;
using Dateline.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A disk that is full, and another program that does not let go of the database: each is a sentence, and nothing is half done.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private readonly NewsroomApi _newsroom = new();

    public ValueTask InitializeAsync() => _newsroom.InitializeAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_full_disk_is_said_and_the_same_request_is_done_when_there_is_room_again()
    {
        var posts = await _newsroom.Begins("full");
        using var dana = await _newsroom.Person("Dana Full", Role.Editor);
        // More than the free pages of the file can hold.
        var body = $$"""{"headline":"Too much","blocks":[{"kind":"paragraph","text":"{{new string('a', 19_000)}}"}{{string.Concat(Enumerable.Repeat($$""",{"kind":"paragraph","text":"{{new string('b', 19_000)}}"}""", 9))}}]}""";
        Room(pages: 1);
        var refused = (await dana.Post(posts, body, ("Idempotency-Key", "once"))).Refuses(507);
        Assert.Equal("The server's disk is full, so nothing can be kept there. What you wrote stays on your device; tell whoever runs the server.", refused["title"]);
        // Whoever is signed in stays so, and can read, although it cannot be noted when they were last seen.
        _newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty((await dana.Get(posts)).Is(200).Json["posts"]!.AsArray());
        Room(pages: 1_073_741_823);
        (await dana.Post(posts, body, ("Idempotency-Key", "once"))).Is(201);
    }

    [Fact]
    public async Task Another_program_that_does_not_let_go_is_said_and_nothing_of_the_write_is_kept()
    {
        var posts = await _newsroom.Begins("locked");
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = SqliteStore.PathIn(_newsroom.Folder), Pooling = false }.ToString()))
        {
            await other.OpenAsync();
            await using var holds = other.CreateCommand();
            holds.CommandText = "BEGIN IMMEDIATE";
            await holds.ExecuteNonQueryAsync();
            var refused = (await _newsroom.Editor.Post(posts, """{"headline":"Waiting"}""")).Refuses(503);
            Assert.StartsWith("Another program holds the newsroom's database", refused["title"], StringComparison.Ordinal);
            Assert.Equal("1", refused.RetryAfter);
        }
        Assert.Empty((await _newsroom.Editor.Get(posts)).Json["posts"]!.AsArray());
        (await _newsroom.Editor.Post(posts, """{"headline":"Waiting"}""")).Is(201);
    }

    // The bound belongs to a connection and stays with it in the pool, from which the server takes it: as many are bounded as a server of one test can have made.
    private void Room(int pages)
    {
        // The writers' own goes back to the pool first.
        _newsroom.Services.GetRequiredService<Newsroom>().Dispose();
        var connections = Enumerable.Range(0, 20).Select(_ => new NewsroomDb(SqliteStore.Options(SqliteStore.PathIn(_newsroom.Folder)))).ToList();
        foreach (var db in connections)
        {
            db.Database.OpenConnection();
            using var bound = db.Database.GetDbConnection().CreateCommand();
            bound.CommandText = $"PRAGMA max_page_count = {pages}";
            bound.ExecuteNonQuery();
        }
        foreach (var db in connections) db.Dispose();
    }
}
