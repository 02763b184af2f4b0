using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>A reader's page may be old when it asks for what came since: from a cache in between, or from a night in a pocket.</summary>
public sealed class CatchingUpTests : IAsyncLifetime
{
    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(_clock);
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_reader_behind_a_page_that_a_cache_kept_ten_minutes_gets_all_that_came_since()
    {
        await _server.Publishes("storm", "The gates close");
        var page = await _server.Http.GetStringAsync("/live/storm");
        Assert.Contains("data-seq=\"1\"", page, StringComparison.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await _server.Publishes("storm", $"Minute {i}");
        }
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1");
        var changes = await stream.ChangesTo(11);
        Assert.Equal(Enumerable.Range(2, 10).Select(seq => (long?)seq), changes.Select(change => change.Id));
        Assert.All(changes.Zip(Enumerable.Range(0, 10)), pair => Assert.Contains($"Minute {pair.Second}", pair.First.Json.GetProperty("html").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_native_client_goes_on_from_its_last_event_whatever_its_address_says()
    {
        for (var i = 1; i <= 4; i++) await _server.Publishes("storm", $"Post {i}");
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1", lastEventId: 3);
        Assert.Equal(4, (await stream.Next("change")).Id);
    }

    [Fact]
    public async Task A_stream_asked_for_without_a_number_begins_at_the_head()
    {
        await _server.Publishes("storm", "Before");
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream");
        Assert.Equal(1, (await stream.Next("hello")).Seq);
        await _server.Publishes("storm", "After");
        Assert.Equal(2, (await stream.Next("change")).Id);
    }

    [Fact]
    public async Task Changes_are_polled_a_hundred_at_a_time_up_to_the_head()
    {
        await PublishMany(230);
        var (from, seen) = (0L, new List<long>());
        for (var head = 1L; from < head;)
        {
            var batch = await _server.Http.GetFromJsonAsync<JsonElement>($"/live/storm/changes?after={from}");
            var seqs = batch.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("seq").GetInt64()).ToList();
            Assert.Equal(from, batch.GetProperty("from").GetInt64());
            Assert.InRange(seqs.Count, 1, 100);
            seen.AddRange(seqs);
            (from, head) = (seqs[^1], batch.GetProperty("head").GetInt64());
        }
        Assert.Equal(Enumerable.Range(1, 230).Select(seq => (long)seq), seen);
    }

    [Fact]
    public async Task A_reader_with_nothing_to_catch_up_on_polls_an_empty_list()
    {
        await _server.Publishes("storm", "Only one");
        var batch = await _server.Http.GetFromJsonAsync<JsonElement>("/live/storm/changes?after=1");
        Assert.Equal((1, 0), (batch.GetProperty("head").GetInt64(), batch.GetProperty("changes").GetArrayLength()));
        Assert.False(batch.TryGetProperty("reset", out _));
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("changes")]
    public async Task A_number_that_is_none_is_refused(string route)
    {
        using var answer = await _server.Http.GetAsync($"/live/storm/{route}?after=yesterday");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_reader_more_than_a_thousand_changes_behind_is_brought_up_to_date_within_fifteen_minutes()
    {
        await _server.Publishes("storm", "The page as the reader has it");
        using var open = await EventStream.Open(_server.Http, "/live/storm/stream");
        await _server.Edits("storm", new CoverageEdit { Headline = "The headline since" });
        _clock.Advance(TimeSpan.FromMinutes(10));
        await PublishMany(1_200);

        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1");
        var changes = await stream.ChangesTo(1_202);
        Assert.Equal(Enumerable.Range(2, 1_201).Select(seq => (long?)seq), changes.Select(change => change.Id));
        Assert.Contains(changes, change => change.Json.TryGetProperty("sections", out var sections)
            && sections.TryGetProperty("header", out var header) && header.GetString()!.Contains("The headline since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_both_a_thousand_changes_and_fifteen_minutes_behind_is_told_to_reload()
    {
        await PublishMany(1_010);
        _clock.Advance(TimeSpan.FromMinutes(16));
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=3");
        Assert.Equal(1_010, (await stream.Next("reset")).Seq);
        Assert.True((await _server.Http.GetFromJsonAsync<JsonElement>("/live/storm/changes?after=3")).GetProperty("reset").GetBoolean());

        using var nearer = await EventStream.Open(_server.Http, "/live/storm/stream?after=11");
        Assert.Equal(12, (await nearer.Next("change")).Id);
    }

    [Fact]
    public async Task A_reader_who_replays_after_a_restart_still_gets_the_post_that_filled_the_page()
    {
        var posts = new List<Post>();
        for (var i = 1; i <= 25; i++) posts.Add(await _server.Publishes("storm", $"Post {i}", TestNewsroom.Morning.AddMinutes(i - 60)));
        // Post 10 leaves the newest twenty, post 5 comes in, and post 10 is edited once more where it is now.
        var moved = await _server.Edits("storm", posts[9].Id, posts[9].Live! with { Time = new ShownTime(TestNewsroom.Morning.AddHours(-5)) });
        await _server.Edits("storm", moved.Id, moved.Live! with { Headline = "Post 10 again" }, EditKind.Typo);
        await _server.Restarts();

        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=25");
        var changes = await stream.ChangesTo(27);
        Assert.Contains(changes, change => change.Json.TryGetProperty("fill", out var fill) && fill.GetProperty("target").GetString() == posts[4].Id.ToString());
    }

    [Fact]
    public async Task What_another_process_changes_is_on_open_pages_within_a_second_and_in_the_list_at_once()
    {
        await _server.Publishes("storm", "The gates close");
        Assert.Contains("The gates close", await _server.Http.GetStringAsync("/"), StringComparison.Ordinal);
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1");
        await new OtherProcess(_server).Publishes("storm", "From a command");
        Assert.Contains("From a command", await _server.Http.GetStringAsync("/"), StringComparison.Ordinal);
        await _clock.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await stream.Next("change")).Id);
    }

    private sealed class OtherProcess(RunningServer server) : NewsroomVerbs
    {
        public override Newsroom Newsroom { get; } = server.InAnotherProcess();

        public override TimeProvider Time => server.Time;
    }

    private async Task PublishMany(int posts)
    {
        for (var done = 0; done < posts; done += 100)
            await _server.PublishesAtOnce("storm", Math.Min(100, posts - done), i => new PostContent { Headline = $"Post {done + i + 1}" });
    }
}
