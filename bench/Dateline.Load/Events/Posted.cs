namespace Dateline.Load.Events;

/// <summary>One event and who has received it, when.</summary>
internal sealed class Posted(int most)
{
    private readonly int[] _micros = new int[most];
    private int _received;
    private long _lastAt;

    /// <summary>How many readers should receive it.</summary>
    public int Expected { get; set; }

    /// <summary>Whether the server has taken it.</summary>
    public bool IsAccepted { get; set; }

    public long SentAt { get; set; }

    public int Received => Math.Min(Volatile.Read(ref _received), most);

    public bool IsComplete => Volatile.Read(ref _received) >= Expected;

    /// <summary>When the last reader received it.</summary>
    public long LastAt => Volatile.Read(ref _lastAt);

    /// <summary>Notes one reader's receipt; true when it was the last.</summary>
    public bool Receive(long sentAt, long at)
    {
        var place = Interlocked.Increment(ref _received) - 1;
        if (place < most) _micros[place] = (int)Math.Min((at - sentAt) / 1_000, int.MaxValue);
        if (place + 1 != Expected) return false;
        Volatile.Write(ref _lastAt, at);
        return true;
    }

    /// <summary>The delays in milliseconds, from the shortest.</summary>
    public double[] Delays()
    {
        var delays = _micros.AsSpan(0, Received).ToArray();
        Array.Sort(delays);
        return Array.ConvertAll(delays, micros => micros / 1_000.0);
    }
}
