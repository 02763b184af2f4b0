using Dateline.Load.Events;

namespace Dateline.Load.Readers;

/// <summary>Readers on bare sockets, shared out among a few threads.</summary>
internal sealed class SocketCrowd : ICrowd
{
    private readonly ReaderThread[] _threads;

    public SocketCrowd(Plan plan, Ledger ledger) =>
        _threads = [.. Enumerable.Range(0, plan.Threads).Select(n => new ReaderThread(plan, ledger, n))];

    public Tally Tally => Tally.Sum(_threads.Select(thread => thread.Tally));

    public IEnumerable<Seen> Seen => _threads.SelectMany(thread => thread.Seen);

    public void Open(int atOnce)
    {
        foreach (var thread in _threads) thread.Open(Math.Max(1, atOnce / _threads.Length));
    }

    public void Close()
    {
        foreach (var thread in _threads) thread.Close();
    }

    public void Dispose()
    {
        foreach (var thread in _threads) thread.Dispose();
    }
}
