using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Testing;

/// <summary>A clock that a test turns, and that tells when somebody waits on it: turned before, it would be turned for nobody.</summary>
public sealed class TurnedClock() : FakeTimeProvider(TestNewsroom.Morning)
{
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _set = new();

    /// <summary>Done once somebody waits for so long.</summary>
    public Task IsWaitedOn(TimeSpan span) => Of(span).Task.Soon();

    /// <summary>Turns the clock by a wait that somebody has begun.</summary>
    public async Task Passes(TimeSpan span)
    {
        await IsWaitedOn(span);
        _set.TryRemove(span, out _);
        Advance(span);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Of(TimeSpan span) => _set.GetOrAdd(span, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
