namespace Dateline.Public.Wire;

/// <summary>Which couriers go to a coverage's readers, and which of them have been called and not yet come. Thread-safe.</summary>
internal sealed class CourierCalls(int couriers)
{
    /// <summary>Up to so many readers one courier goes to alone: with few, waking a second thread costs more than it carries.</summary>
    private const int FewReaders = 64;

    private readonly int[] _readers = new int[couriers];
    private readonly int[] _called = new int[couriers];
    private int _next;

    /// <summary>Counts a reader in and says whose it is: the first one's while there are few, then everyone's in turn.</summary>
    /// <param name="home">The courier who has this coverage when it is small.</param>
    public int Came(int home)
    {
        var number = Volatile.Read(ref _readers[home]) < FewReaders ? home : (int)((uint)Interlocked.Increment(ref _next) % (uint)couriers);
        Interlocked.Increment(ref _readers[number]);
        return number;
    }

    public void Left(int courier) => Interlocked.Decrement(ref _readers[courier]);

    /// <summary>True for the one who is to call this courier: it has readers here, and nobody called it since it came last.</summary>
    public bool IsToCall(int courier) => Volatile.Read(ref _readers[courier]) > 0 && Interlocked.Exchange(ref _called[courier], 1) == 0;

    public void Answered(int courier) => Interlocked.Exchange(ref _called[courier], 0);
}
