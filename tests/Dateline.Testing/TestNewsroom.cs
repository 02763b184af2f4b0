using Dateline.Storage;
using Dateline.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Testing;

/// <summary>A newsroom with a database of its own and a clock that a test turns.</summary>
public sealed class TestNewsroom : NewsroomVerbs, IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public TestNewsroom()
    {
        SqliteStore.Prepare(DatabasePath);
        Options = SqliteStore.Options(DatabasePath);
        Newsroom = new Newsroom(Options, Clock, Announce);
    }

    public FakeTimeProvider Clock { get; } = new(Morning);

    public override TimeProvider Time => Clock;

    public string DatabasePath => _folder.File("dateline.db");

    public DbContextOptions<NewsroomDb> Options { get; }

    public override Newsroom Newsroom { get; }

    /// <summary>What was announced, in order.</summary>
    public List<(string Slug, long Head)> Announced { get; } = [];

    public void Dispose()
    {
        Newsroom.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private ValueTask Announce(string slug, long head)
    {
        lock (Announced) Announced.Add((slug, head));
        return ValueTask.CompletedTask;
    }
}
