using System.Collections.Concurrent;

namespace Dateline.Desk.Members;

/// <summary>What is remembered between tries to sign in: whose turn it is, who failed that nobody knows here, which codes were used.</summary>
/// <remarks>At most <see cref="Most"/> of each; when full, those that are out of time go, and then the oldest.</remarks>
internal sealed class Attempts(TimeProvider time)
{
    public const int Most = 10_000;

    public const int FailuresAllowed = 5;

    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(1);

    // Longer than an authenticator's code is taken for.
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset At, DateTimeOffset? LockedUntil)> _strangers = new();
    private readonly ConcurrentDictionary<(string Member, string Code), DateTimeOffset> _codes = new();

    /// <summary>Tries on one account take turns: side by side, many could be made before the first is counted.</summary>
    public async Task<T> InTurn<T>(string account, Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var turn = _turns[(uint)account.GetHashCode(StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            return await attempt();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How long an account takes no password or code after so many failures in a row: not at all up to four, then five minutes, and twice as long after each one more, up to an hour.</summary>
    public static TimeSpan? LockAfter(int failures) =>
        failures < FailuresAllowed ? null : TimeSpan.FromTicks(Math.Min(LongestLock.Ticks, FirstLock.Ticks << Math.Min(failures - FailuresAllowed, 8)));

    /// <summary>Until when an address is locked that nobody here has: as long as an account would be, so that being locked tells nothing.</summary>
    public DateTimeOffset? StrangerLockedUntil(string email) => _strangers.TryGetValue(email, out var stranger) && stranger.LockedUntil > time.GetUtcNow() ? stranger.LockedUntil : null;

    public void StrangerFails(string email)
    {
        var now = time.GetUtcNow();
        MakeRoom(_strangers, each => each.At + LongestLock <= now, each => each.At);
        _strangers.AddOrUpdate(email, (1, now, null), (_, before) => (before.Failures + 1, now, now + LockAfter(before.Failures + 1)));
    }

    /// <summary>Uses up a code of somebody's authenticator; false when it was used before. Whoever looks over a shoulder gets nothing.</summary>
    public bool UsesUp(string member, string code)
    {
        var now = time.GetUtcNow();
        MakeRoom(_codes, at => at + CodeLives <= now, at => at);
        return _codes.TryAdd((member, code), now);
    }

    private static void MakeRoom<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, Func<TValue, bool> isOver, Func<TValue, DateTimeOffset> at) where TKey : notnull
    {
        if (kept.Count < Most) return;
        foreach (var (key, value) in kept)
            if (isOver(value)) kept.TryRemove(key, out _);
        foreach (var (key, _) in kept.OrderBy(pair => at(pair.Value)).Take(Math.Max(0, kept.Count - Most + 1))) kept.TryRemove(key, out _);
    }
}
