namespace Dateline.Load.Yardsticks;

/// <summary>The least a broadcast can cost: one send to each reader, and nothing else. No history, no pages, no limits; a yardstick, not a server.</summary>
internal static class Floor
{
    public static void Run(int port, int threads)
    {
        var all = Enumerable.Range(0, threads).Select(_ => new FloorThread(port)).ToList();
        foreach (var one in all) one.Others = [.. all.Where(other => other != one)];
        var running = all.Select(one => new Thread(one.Serve)).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
    }
}
