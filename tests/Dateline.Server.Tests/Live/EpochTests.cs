using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>Numbers that this server's journal does not have: from the future, or from another life of the database.</summary>
public sealed class EpochTests : IAsyncLifetime
{
    private static readonly TimeSpan PollPeriod = TimeSpan.FromSeconds(2);

    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(_clock);
        await _server.Begins("storm");
        await _server.Publishes("storm", "The gates close");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_number_beyond_the_head_is_waited_for_and_then_reset()
    {
        var opening = EventStream.Open(_server.Http, "/live/storm/stream?after=7");
        await _clock.IsWaitedOn(PollPeriod);
        Assert.False(opening.IsCompleted);
        await _clock.Passes(PollPeriod);
        using var stream = await opening.Soon();
        Assert.Equal(1, (await stream.Next("reset")).Seq);
    }

    [Fact]
    public async Task A_number_that_is_only_a_moment_ahead_comes_true()
    {
        var opening = EventStream.Open(_server.Http, "/live/storm/stream?after=2");
        await _clock.IsWaitedOn(PollPeriod);
        await _server.Publishes("storm", "The second");
        await _clock.Passes(PollPeriod);
        using var stream = await opening.Soon();
        await _server.Publishes("storm", "The third");
        Assert.Equal(3, (await stream.Next("change")).Id);
    }

    [Fact]
    public async Task A_poll_beyond_the_head_is_told_to_reload()
    {
        var batch = await _server.Http.GetFromJsonAsync<JsonElement>("/live/storm/changes?after=7");
        Assert.True(batch.GetProperty("reset").GetBoolean());
        Assert.Equal(1, batch.GetProperty("head").GetInt64());
    }

    [Fact]
    public async Task A_page_of_another_epoch_is_reset_at_once()
    {
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1&epoch=another");
        Assert.Equal(["hello", "reset"], [(await stream.Next())!.Name, (await stream.Next())!.Name]);
        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task Open_streams_are_reset_when_a_backup_is_restored()
    {
        _server.BacksUp("yesterday.db");
        await _server.Publishes("storm", "Lost with the disk");
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1");
        var before = (await stream.Next("hello")).Json.GetProperty("epoch").GetString();
        await stream.Next("change");

        _server.Restores("yesterday.db");
        await _clock.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await stream.Next("reset")).Seq);

        var page = await _server.Http.GetStringAsync("/live/storm");
        Assert.DoesNotContain("Lost with the disk", page, StringComparison.Ordinal);
        Assert.DoesNotContain(before!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_a_backup_was_restored_is_not_shown_in_place_of_what_was_written_after()
    {
        var post = await _server.Publishes("storm", "One dead");
        _server.BacksUp("yesterday.db");
        await _server.Edits("storm", post.Id, post.Live! with { Headline = "Two dead, from another life" });
        await Everything();

        _server.Restores("yesterday.db");
        await _clock.Passes(TimeSpan.FromSeconds(1));
        await Bound.Until(async () => (await _server.Http.GetStringAsync("/live/storm")).Contains("One dead", StringComparison.Ordinal), "the page is that of the backup");
        await _server.Edits("storm", post.Id, post.Live! with { Headline = "Nobody died" });
        Assert.All(await Everything(), text =>
        {
            Assert.Contains("Nobody died", text, StringComparison.Ordinal);
            Assert.DoesNotContain("another life", text, StringComparison.Ordinal);
        });

        async Task<IReadOnlyList<string>> Everything() =>
        [
            await _server.Http.GetStringAsync("/live/storm"), await _server.Http.GetStringAsync($"/live/storm/posts/{post.Id}"),
            await _server.Http.GetStringAsync("/live/storm/changes?after=1"), await _server.Http.GetStringAsync("/"),
        ];
    }
}
