using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Storage.Tests;

public sealed class JournalNumbersTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    [Fact]
    public async Task Concurrent_writers_get_numbers_without_gaps_though_some_roll_back()
    {
        await _newsroom.Begins("summit");
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++)
            {
                if (n % 5 == writer % 5) await TakesANumberAndIsRefused();
                else await _newsroom.Publishes("summit", $"Post {n} of writer {writer}");
            }
        }));
        await Task.WhenAll(writers);

        var seqs = Query("SELECT seq FROM changes ORDER BY seq");
        Assert.Equal(Enumerable.Range(1, 160).Select(n => (long)n), seqs);
        Assert.Equal([160L], Query("SELECT head FROM coverages"));
        Assert.Equal([160L], Query("SELECT count(*) FROM posts"));
    }

    [Fact]
    public async Task Writers_in_two_processes_get_numbers_without_gaps()
    {
        // A second newsroom on the same file has a lane of its own, as another process would: only the database orders them.
        await _newsroom.Begins("summit");
        var other = new Newsroom(_newsroom.Options, _newsroom.Clock, (_, _) => ValueTask.CompletedTask);
        var here = Task.Run(async () => { for (var n = 0; n < 50; n++) await _newsroom.Publishes("summit", $"Here {n}"); });
        var there = Task.Run(async () => { for (var n = 0; n < 50; n++) await PublishesThrough(other, $"There {n}"); });
        await Task.WhenAll(here, there);

        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), Query("SELECT seq FROM changes ORDER BY seq"));
    }

    [Fact]
    public async Task A_writer_who_is_refused_leaves_nothing()
    {
        await _newsroom.Begins("summit");
        await TakesANumberAndIsRefused();

        Assert.Equal([0L], Query("SELECT head FROM coverages"));
        Assert.Equal([0L], Query("SELECT count(*) FROM posts"));
        Assert.Equal([0L], Query("SELECT count(*) FROM revisions"));
        Assert.Equal([0L], Query("SELECT count(*) FROM published_posts"));
        Assert.Empty(_newsroom.Announced);
    }

    [Fact]
    public async Task A_writer_who_breaks_off_leaves_nothing_and_the_next_one_writes()
    {
        await _newsroom.Begins("summit");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _newsroom.Newsroom.Change<Post>("summit", async open =>
        {
            var post = Post.Begin(_newsroom.NewId(), new PostContent { Headline = "Never" }, "Ana", open.Now).Value.Publish("Ana", open.Now, open.NextOrdinal()).Value;
            await open.Keep(null, post, "Ana", "published");
            throw new InvalidOperationException("A bug.");
        }, CancellationToken.None));
        await _newsroom.Publishes("summit", "After all");

        Assert.Equal([1L], Query("SELECT seq FROM changes"));
        Assert.Equal([1L], Query("SELECT count(*) FROM posts"));
        Assert.Equal([("summit", 1L)], _newsroom.Announced);
    }

    [Fact]
    public async Task Whatever_signs_a_post_is_made_of_it_is_kept_as_it_was_written()
    {
        const string Headline = "{0} 'quoted' \"twice\"; DROP TABLE posts; -- @p1 {value} ?1";
        await _newsroom.Begins("summit");
        var post = await _newsroom.Publishes("summit", Headline);

        await using var reader = _newsroom.Newsroom.Read();
        Assert.Equal(Headline, (await reader.Post("summit", post.Id, default))!.Post.Live!.Headline);
    }

    [Fact]
    public async Task What_is_announced_is_in_the_journal()
    {
        await _newsroom.Begins("summit");
        await _newsroom.Publishes("summit", "One");
        await _newsroom.Publishes("summit", "Two");

        Assert.Equal([("summit", 1L), ("summit", 2L)], _newsroom.Announced);
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task TakesANumberAndIsRefused()
    {
        var result = await _newsroom.Newsroom.Change("summit", async open =>
        {
            var post = Post.Begin(_newsroom.NewId(), new PostContent { Headline = "Never" }, "Ana", open.Now).Value.Publish("Ana", open.Now, open.NextOrdinal()).Value;
            await open.Keep(null, post, "Ana", "published");
            return (Result<Post>)new Refusal(RefusalKind.WrongState, "Not after all.");
        }, CancellationToken.None);
        Assert.NotNull(result.Refusal);
    }

    private async Task PublishesThrough(Newsroom other, string headline)
    {
        var result = await other.Change("summit", async open =>
        {
            var post = Post.Begin(_newsroom.NewId(), new PostContent { Headline = headline }, "Ana", open.Now).Value.Publish("Ana", open.Now, open.NextOrdinal()).Value;
            await open.Keep(null, post, "Ana", "published");
            return (Result<Post>)post;
        }, CancellationToken.None);
        Assert.Null(result.Refusal);
    }

    private List<long> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_newsroom.DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read()) found.Add(reader.GetInt64(0));
        return found;
    }
}
