using System.Collections.Concurrent;

namespace Dateline.Desk;

/// <summary>How often each of many may do something: so much at once, and then at a lasting rate.</summary>
/// <remarks>
/// The generic cell rate algorithm (ITU-T I.371): for each key one instant is kept, the one at which it would have everything back. Nothing runs between two uses, so a quiet server stays quiet.
/// At most <see cref="MostKeys"/> are remembered; when full, those that have everything back are forgotten, for they are like any stranger, and while there are none a stranger is refused.
/// </remarks>
/// <param name="burst">How much at once, at least 1.</param>
/// <param name="perMinute">The lasting rate, at least 1.</param>
internal sealed class Allowance(int burst, int perMinute, TimeProvider time)
{
    public const int MostKeys = 10_000;

    private readonly ConcurrentDictionary<string, long> _whole = new(StringComparer.Ordinal);
    private readonly long _step = Math.Max(1, TimeSpan.TicksPerMinute / perMinute);
    private readonly long _began = time.GetTimestamp();

    /// <summary>Uses up one; false when there is none left.</summary>
    public bool Takes(string key)
    {
        var now = time.GetElapsedTime(_began).Ticks;
        if (_whole.Count >= MostKeys && !_whole.ContainsKey(key) && !MakesRoom(now)) return false;
        for (; ; )
        {
            var known = _whole.TryGetValue(key, out var whole);
            var next = Math.Max(now, whole) + _step;
            if (next - now > burst * _step) return false;
            if (known ? _whole.TryUpdate(key, next, whole) : _whole.TryAdd(key, next)) return true;
        }
    }

    private bool MakesRoom(long now)
    {
        foreach (var (key, whole) in _whole)
            if (whole <= now) _whole.TryRemove(new(key, whole));
        return _whole.Count < MostKeys;
    }
}
