using Dateline.Core.Outcomes;

namespace Dateline.Media.Originals;

/// <summary>What was uploaded, as it was uploaded: named by its content, never changed, and never given to readers, as it may say where it was taken.</summary>
public interface IOriginals
{
    /// <summary>Why originals can be neither kept nor had at this moment, for whoever runs this server; null while all is well.</summary>
    string? Trouble { get; }

    /// <summary>Tries, before anything is served, whether originals can be kept where the settings say.</summary>
    /// <returns>Why they never can be, which is for the operator to mend; null when they can, or may later.</returns>
    Task<Refusal?> Open(CancellationToken cancellation);

    /// <summary>Keeps a whole file. Once this has answered without a refusal, the original is safe, and the file may be gone from where it was; the same one again is the same original.</summary>
    Task<Refusal?> Keep(string arrived, string hash, CancellationToken cancellation);

    /// <summary>Gives an original as a file on this machine, which stays there until it is given back.</summary>
    /// <returns>Not found when there is none; busy when it cannot be had at this moment.</returns>
    Task<Result<Loan>> Borrow(string hash, CancellationToken cancellation);
}

/// <summary>An original in hand. Disposing gives it back.</summary>
public sealed class Loan(string path, Action? back = null) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => back?.Invoke();
}
