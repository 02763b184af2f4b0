using System.Collections.Concurrent;
using System.Net;

namespace Dateline.Public.Live;

/// <summary>Bounds the streams one address may hold open, so that one machine cannot use them all up. One more is answered 429, and polls. Thread-safe.</summary>
/// <param name="most">High enough for an office or a network's gateway, behind which many readers share one address.</param>
public sealed class ReaderPlaces(int most)
{
    private readonly ConcurrentDictionary<IPAddress, int> _taken = new();

    /// <summary>Takes a place, or says that there is none. Every place taken is left once.</summary>
    public bool TryTake(IPAddress address)
    {
        if (_taken.AddOrUpdate(address, 1, (_, count) => count + 1) <= most) return true;
        Leave(address);
        return false;
    }

    public void Leave(IPAddress address)
    {
        if (_taken.AddOrUpdate(address, 0, (_, count) => count - 1) == 0) _taken.TryRemove(new(address, 0));
    }
}
