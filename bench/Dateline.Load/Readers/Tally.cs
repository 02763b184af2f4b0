namespace Dateline.Load.Readers;

/// <summary>What a crowd has met with so far. One thread of the crowd writes each; sums are read by others.</summary>
internal sealed class Tally
{
    /// <summary>Streams that were answered 200, and are open or were.</summary>
    public int Opened;

    /// <summary>Connections that failed, or were answered anything else.</summary>
    public int Refused;

    /// <summary>Streams that the server ended.</summary>
    public int Dropped;

    public long Bytes;

    /// <summary>The shortest and the longest <c>retry</c> that the server asked for, in milliseconds.</summary>
    public int ShortestRetry = int.MaxValue, LongestRetry;

    public string? FirstRefusal;

    public static Tally Sum(IEnumerable<Tally> all)
    {
        var sum = new Tally();
        foreach (var tally in all)
        {
            sum.Opened += Volatile.Read(ref tally.Opened);
            sum.Refused += Volatile.Read(ref tally.Refused);
            sum.Dropped += Volatile.Read(ref tally.Dropped);
            sum.Bytes += Volatile.Read(ref tally.Bytes);
            sum.ShortestRetry = Math.Min(sum.ShortestRetry, tally.ShortestRetry);
            sum.LongestRetry = Math.Max(sum.LongestRetry, tally.LongestRetry);
            sum.FirstRefusal ??= tally.FirstRefusal;
        }
        return sum;
    }

    /// <summary>Looks for a <c>retry</c> at the beginning of a stream.</summary>
    public void NoteRetry(ReadOnlySpan<byte> beginning)
    {
        var at = beginning.IndexOf("retry: "u8);
        if (at < 0 || !System.Buffers.Text.Utf8Parser.TryParse(beginning[(at + 7)..], out int milliseconds, out _)) return;
        ShortestRetry = Math.Min(ShortestRetry, milliseconds);
        LongestRetry = Math.Max(LongestRetry, milliseconds);
    }
}
