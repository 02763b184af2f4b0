using System.Diagnostics;

namespace Dateline.Load.Events;

/// <summary>All events of a run, by number from 1, and how far they have come.</summary>
internal sealed class Ledger
{
    private readonly Posted[] _events;
    private readonly ManualResetEventSlim _bell = new();
    private int _complete;
    private long _deliveries;
    private long _foreign;

    /// <param name="readers">How many may receive each; the room is taken now, so that nothing is allocated on the way.</param>
    public Ledger(int events, int readers) => _events = [.. Enumerable.Range(0, events).Select(_ => new Posted(readers))];

    /// <summary>Events that everyone has received.</summary>
    public int Complete => Volatile.Read(ref _complete);

    public long Deliveries => Volatile.Read(ref _deliveries);

    /// <summary>Marked events with a number that is not of this run.</summary>
    public long Foreign => Volatile.Read(ref _foreign);

    public Posted this[long number] => _events[number - 1];

    public IEnumerable<Posted> Range(int from, int count) => _events.Skip(from).Take(count);

    /// <summary>Notes that a reader has received an event for the first time.</summary>
    public void Receive(Mark mark, long at)
    {
        if (mark.Number < 1 || mark.Number > _events.Length)
        {
            Interlocked.Increment(ref _foreign);
            return;
        }
        Interlocked.Increment(ref _deliveries);
        if (!_events[mark.Number - 1].Receive(mark.SentAt, at)) return;
        Interlocked.Increment(ref _complete);
        _bell.Set();
    }

    /// <summary>Waits until so many events have reached everyone; false when that takes longer than is waited.</summary>
    public bool WaitFor(int complete, TimeSpan patience)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Complete < complete)
        {
            _bell.Reset();
            if (Complete >= complete) break;
            var left = patience - Stopwatch.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero || !_bell.Wait(left)) return Complete >= complete;
        }
        return true;
    }
}
