using Dateline.Core.Outcomes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>Writers take turns, and when too many wait the next is told so at once.</summary>
public sealed class WriteLaneTests : IDisposable
{
    private const int MostWaiting = 1_024;

    private readonly TestNewsroom _newsroom = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_thousand_wait_and_one_more_is_turned_away_and_nothing_of_theirs_is_lost()
    {
        await _newsroom.Begins("summit");
        var first = Writes(() => _gate.Task);
        var waiting = Enumerable.Range(0, MostWaiting).Select(_ => Writes(() => Task.CompletedTask)).ToList();

        Assert.Equal(RefusalKind.Busy, (await Writes(() => Task.CompletedTask)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Busy, (await _newsroom.Newsroom.Begin("another", new() { Headline = "Another" }, "Ana", default)).Refusal!.Kind);

        _gate.SetResult();
        Assert.Null((await first).Refusal);
        Assert.All(await Task.WhenAll(waiting), written => Assert.Null(written.Refusal));
        Assert.Null((await Writes(() => Task.CompletedTask)).Refusal);
    }

    [Fact]
    public async Task What_Identity_saves_waits_for_its_turn_instead_of_being_turned_away_by_the_database()
    {
        await _newsroom.Begins("summit");
        var first = Writes(() => _gate.Task);
        await using var db = _newsroom.Newsroom.OpenForIdentity();
        db.Note(TestNewsroom.Morning, "Ana", "edited", "users/Ana");
        var saving = db.SaveChangesAsync();
        Assert.False(saving.IsCompleted);
        _gate.SetResult();
        Assert.Equal(1, await saving);
        Assert.Null((await first).Refusal);
    }

    [Fact]
    public async Task One_who_gives_up_waiting_leaves_their_place_to_the_next()
    {
        await _newsroom.Begins("summit");
        var first = Writes(() => _gate.Task);
        using var impatience = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, MostWaiting).Select(_ => Writes(() => Task.CompletedTask, impatience.Token)).ToList();
        await impatience.CancelAsync();
        foreach (var each in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => each);

        var next = Writes(() => Task.CompletedTask);
        _gate.SetResult();
        Assert.Null((await first).Refusal);
        Assert.Null((await next).Refusal);
    }

    [Fact]
    public async Task A_writer_whose_work_throws_does_not_hold_up_the_next()
    {
        await _newsroom.Begins("summit");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writes(() => throw new InvalidOperationException("A bug.")));
        await _newsroom.Publishes("summit", "After it");
        Assert.Equal(1, new Archive(_newsroom.DatabasePath).Head("summit"));
    }

    public void Dispose() => _newsroom.Dispose();

    private Task<Result<string>> Writes(Func<Task> work, CancellationToken cancellation = default) => _newsroom.Newsroom.Change("summit", async _ =>
    {
        await work();
        return (Result<string>)"done";
    }, cancellation);
}
