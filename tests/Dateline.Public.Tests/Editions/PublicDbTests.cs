using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Storage.Imports;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dateline.Public.Tests.Editions;

/// <summary>The reader's side cannot see a draft, whatever it asks: SQLite itself refuses.</summary>
public sealed class PublicDbTests : IDisposable
{
    private static readonly string[] Views = ["public_newsroom", "public_coverages", "public_changes", "public_posts", "public_pages"];

    private readonly TestNewsroom _newsroom = new();
    private readonly PublicDb _db;

    public PublicDbTests() => _db = new PublicDb(PublicDb.Sqlite(_newsroom.DatabasePath));

    public void Dispose()
    {
        _db.Dispose();
        _newsroom.Dispose();
    }

    [Fact]
    public void No_table_can_be_read()
    {
        var tables = Tables();
        Assert.Contains("posts", tables);
        Assert.All(tables, table =>
        {
            AssertIsRefused($"SELECT * FROM \"{table}\"");
            AssertIsRefused($"SELECT count(*) FROM \"{table}\" AS public_posts");
        });
    }

    [Theory]
    [InlineData("INSERT INTO settings (key, value) VALUES ('a', 'b')")]
    [InlineData("UPDATE coverages SET head = 0")]
    [InlineData("DELETE FROM changes")]
    [InlineData("DROP VIEW public_posts")]
    [InlineData("CREATE TABLE mine (value)")]
    [InlineData("CREATE TEMP VIEW public_mine AS SELECT value FROM posts")]
    [InlineData("ATTACH ':memory:' AS other")]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("PRAGMA query_only = 0")]
    [InlineData("PRAGMA table_info(posts)")]
    [InlineData("SELECT * FROM pragma_table_info('posts')")]
    [InlineData("SELECT sql FROM sqlite_master")]
    [InlineData("VACUUM INTO 'copy.db'")]
    [InlineData("SELECT value FROM public_posts UNION SELECT value FROM posts")]
    [InlineData("SELECT * FROM public_posts WHERE EXISTS (SELECT 1 FROM posts WHERE value LIKE '%a%')")]
    [InlineData("SELECT * FROM (SELECT value FROM posts) AS public_posts")]
    [InlineData("WITH public_posts AS (SELECT value FROM posts) SELECT * FROM public_posts")]
    [InlineData("WITH public_coverages AS (SELECT value FROM coverages) SELECT * FROM public_coverages")]
    [InlineData("WITH public_newsroom AS (SELECT hash FROM tokens) SELECT * FROM public_newsroom")]
    public void Nothing_can_be_written_and_no_name_opens_a_table(string statement) => AssertIsRefused(statement);

    [Fact]
    public void The_public_views_can_be_read()
    {
        foreach (var view in Views) Run($"SELECT count(*), * FROM {view}");
        Run("PRAGMA data_version");
    }

    [Fact]
    public async Task The_views_show_nothing_of_a_draft()
    {
        await _newsroom.Begins("budget", CoverageStatus.Draft);
        await _newsroom.Publishes("budget", "Taxes rise");
        Assert.All(Views[1..], view => Assert.Equal(0L, Run($"SELECT count(*) FROM {view}")));
        await _newsroom.Turns("budget", CoverageStatus.Live);
        Assert.All(Views[1..], view => Assert.NotEqual(0L, Run($"SELECT count(*) FROM {view}")));
    }

    [Fact]
    public async Task The_views_show_nothing_of_an_import_until_all_of_it_is_there()
    {
        var posts = Enumerable.Range(0, 250).Select(i => new PublicPost
        {
            Id = _newsroom.NewId(),
            Headline = $"Post {i}",
            Time = new ShownTime(TestNewsroom.Morning.AddMinutes(-i)),
            FirstPublishedAt = TestNewsroom.Morning,
        });
        var seen = new List<object?>();
        var watching = new Watching(() => seen.AddRange(Views[1..].Select(view => Run($"SELECT count(*) FROM {view}"))));
        await new Staging(_newsroom.Newsroom).Bring(new Manuscript { Headline = "The storm", Posts = [.. posts] }, new Landing("storm", CoverageStatus.Live, "Ana"), watching, CancellationToken.None);
        Assert.NotEmpty(seen);
        Assert.All(seen, count => Assert.Equal(0L, count));
        Assert.Equal(250L, Run("SELECT count(*) FROM public_posts"));
    }

    private List<string> Tables()
    {
        using var connection = new SqliteConnection($"Data Source={_newsroom.DatabasePath};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read()) tables.Add(reader.GetString(0));
        return tables;
    }

    private void AssertIsRefused(string statement)
    {
        var refused = Record.Exception(() => Run(statement));
        Assert.True(refused is SqliteException, $"This was done: {statement}");
    }

    private object? Run(string statement)
    {
        _db.Database.OpenConnection();
        using var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }

    private sealed class Watching(Action look) : IProgress<int>
    {
        public void Report(int value) => look();
    }
}
