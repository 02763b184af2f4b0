using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Storage.Sqlite;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>Nothing that was acknowledged is lost, and nothing is half there, whenever the process dies.</summary>
public sealed class KillTests : IDisposable
{
    private const int Publishes = 2_000;
    private const int Writers = 8;
    private const int Kills = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = [];
    private readonly SemaphoreSlim _acknowledgements = new(0);
    private volatile TaskCompletionSource _serving = new();

    [Fact]
    public async Task A_server_killed_at_random_moments_loses_no_acknowledged_post_and_leaves_no_half_one()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        (await Command.Run(_folder.Path, "coverage", "add", "storm", "--headline", "The storm", "--status", "live")).Done();
        var token = (await Command.Run(_folder.Path, "token", "create", "--name", "writer", "--role", "editor")).Done().Trim();

        var port = ServerProcess.FreePort();
        var server = await ServerProcess.Start(_folder.Path, port);
        try
        {
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(30) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            _serving.SetResult();
            var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(client, writer))));
            for (var kill = 0; kill < Kills; kill++)
            {
                // Each in its own eighth of the work, so that the last kill still finds somebody writing.
                for (var acknowledged = random.Next(50, Publishes / Kills - 10); acknowledged > 0; acknowledged--) await await Task.WhenAny(writers, _acknowledgements.WaitAsync());
                _serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await server.DisposeAsync();
                Whole($"after kill {kill + 1} of seed {seed}");
                server = await ServerProcess.Start(_folder.Path, port);
                _serving.SetResult();
            }
            await writers;
        }
        finally
        {
            _serving.TrySetCanceled();
            await server.DisposeAsync();
        }
        Assert.Equal(Publishes, _acknowledged.Count);
        Assert.Equal(Publishes, Whole($"in the end, seed {seed}"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _acknowledgements.Dispose();
        _folder.Dispose();
    }

    // As a careful script does: an answer that did not come is asked for again, by the same key or under the same id.
    private async Task Write(HttpClient client, int writer)
    {
        for (var n = 0; n < Publishes / Writers; n++)
        {
            var headline = $"Writer {writer}, post {n}";
            var body = new JsonObject { ["headline"] = headline, ["publish"] = true }.ToJsonString();
            var id = Guid.CreateVersion7();
            while (true)
            {
                using var request = writer % 2 == 0
                    ? new HttpRequestMessage(HttpMethod.Post, "/api/v1/coverages/storm/posts") { Headers = { { "Idempotency-Key", headline } } }
                    : new HttpRequestMessage(HttpMethod.Put, $"/api/v1/coverages/storm/posts/{id}");
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                try
                {
                    using var answer = await client.SendAsync(request);
                    Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"{answer.StatusCode}");
                    var post = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                    Assert.True(_acknowledged.TryAdd((string)post["id"]!, headline));
                    _acknowledgements.Release();
                    break;
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException)
                {
                    await _serving.Task;
                }
            }
        }
    }

    /// <summary>Reads the file as the dead process left it: every post with its journal entry, revision and public row, and every acknowledged one there.</summary>
    private int Whole(string when)
    {
        var acknowledged = _acknowledged.ToArray();
        using var connection = new SqliteConnection($"Data Source={SqliteStore.PathIn(_folder.Path)};Pooling=False");
        connection.Open();
        Assert.Equal("ok", (string)Scalar("PRAGMA integrity_check"));

        var replay = new Replay(JsonSerializer.Deserialize((string)Scalar("SELECT public_value FROM coverages"), DatelineJson.Default.PublicCoverage)!);
        foreach (var (seq, value) in Read("SELECT seq, value FROM changes ORDER BY seq", reader => (reader.GetInt64(0), reader.GetString(1))))
            replay.Apply(new Entry(seq, default, JsonSerializer.Deserialize(value, DatelineJson.Default.Change)!));
        Assert.True(replay.Head == (long)Scalar("SELECT head FROM coverages"), $"The journal ends before its head {when}.");

        var rows = Read("SELECT value FROM published_posts ORDER BY sort DESC", reader => JsonSerializer.Deserialize(reader.GetString(0), DatelineJson.Default.PublicPost)!);
        Assert.True(replay.Posts.SequenceEqual(rows), $"The journal does not give the public rows {when}.");
        var posts = Read("SELECT id FROM posts WHERE state = 'published'", reader => reader.GetString(0)).ToHashSet();
        Assert.True(posts.SetEquals(rows.Select(row => row.Id.ToString())), $"A post is half published {when}.");
        Assert.True(posts.SetEquals(Read("SELECT post_id FROM revisions", reader => reader.GetString(0))), $"A post has no revision {when}.");
        Assert.Equal(replay.Head, posts.Count);
        Assert.Equal(posts.Count, (long)Scalar("SELECT count(*) FROM posts"));

        var headlines = rows.ToDictionary(row => row.Id.ToString(), row => row.Headline);
        foreach (var (id, headline) in acknowledged) Assert.True(headlines.GetValueOrDefault(id) == headline, $"“{headline}” was acknowledged and is gone {when}.");
        return posts.Count;

        object Scalar(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()!;
        }

        List<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var found = new List<T>();
            while (reader.Read()) found.Add(read(reader));
            return found;
        }
    }
}
