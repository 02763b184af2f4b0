using Dateline.Core.Outcomes;

namespace Dateline.Media.Originals;

/// <summary>Originals in the data folder.</summary>
public sealed class OriginalsOnDisk(MediaFolder folder) : IOriginals
{
    public string? Trouble => null;

    public Task<Refusal?> Open(CancellationToken cancellation) => Task.FromResult<Refusal?>(null);

    public Task<Refusal?> Keep(string arrived, string hash, CancellationToken cancellation)
    {
        try
        {
            MediaFolder.Land(arrived, folder.Original(hash));
            return Task.FromResult<Refusal?>(null);
        }
        catch (IOException)
        {
            return Task.FromResult<Refusal?>(NoRoom);
        }
    }

    public Task<Result<Loan>> Borrow(string hash, CancellationToken cancellation) =>
        Task.FromResult<Result<Loan>>(File.Exists(folder.Original(hash)) ? new Loan(folder.Original(hash)) : NotHere);

    /// <summary>A file could not be written.</summary>
    public static Refusal NoRoom => new(RefusalKind.Busy, "The server could not keep the file: its disk is full or cannot be written. Tell whoever runs it; the file is still with you.");

    internal static Refusal NotHere => new(RefusalKind.NotFound, "There is no such original.");
}
