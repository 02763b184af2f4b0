namespace Dateline.Testing;

/// <summary>Bounds on waiting: a test waits for what is promised, and fails when it does not come.</summary>
public static class Bound
{
    /// <summary>Far longer than anything takes on a slow machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);

    /// <summary>Asks again and again until it is so.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience) throw new TimeoutException($"This did not come to be so: {what}.");
            await Task.Yield();
        }
    }

    public static Task Until(Func<bool> isSo, string what) => Until(() => Task.FromResult(isSo()), what);
}
