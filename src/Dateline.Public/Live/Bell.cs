namespace Dateline.Public.Live;

/// <summary>Wakes the readers of a coverage. Each waits on one of <see cref="Circles"/> circles, so that keep-alives go out to a few at a time; a change wakes all of them.</summary>
/// <remarks>A waiting reader costs a continuation: no timer, no queue, no buffer. Take <see cref="Next"/> before looking at the log, or a ring between the two is missed.</remarks>
public sealed class Bell
{
    /// <summary>How many circles there are; with one rung each second every reader is woken about every fifteen seconds.</summary>
    public const int Circles = 15;

    private readonly TaskCompletionSource[] _circles = [.. Enumerable.Range(0, Circles).Select(_ => Fresh())];

    /// <summary>Done at this circle's next ring.</summary>
    public Task Next(int circle) => Volatile.Read(ref _circles[circle]).Task;

    /// <summary>Wakes everyone: there is a change.</summary>
    public void Ring()
    {
        for (var circle = 0; circle < Circles; circle++) Ring(circle);
    }

    /// <summary>Wakes one circle.</summary>
    public void Ring(int circle) => Interlocked.Exchange(ref _circles[circle], Fresh()).SetResult();

    // Readers must not run on the publisher's thread: one slow socket would hold up the others.
    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
