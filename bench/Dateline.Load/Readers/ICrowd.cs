namespace Dateline.Load.Readers;

/// <summary>The readers of a run: over bare sockets (<see cref="SocketCrowd"/>), or through .NET's HTTP client (<see cref="HttpCrowd"/>).</summary>
internal interface ICrowd : IDisposable
{
    Tally Tally { get; }

    /// <summary>What each reader has seen.</summary>
    IEnumerable<Seen> Seen { get; }

    /// <summary>Begins to open every stream; done when each is open or refused.</summary>
    /// <param name="atOnce">How many may be connecting at a time.</param>
    void Open(int atOnce);

    /// <summary>Leaves every stream.</summary>
    void Close();
}
