using System.Collections.Concurrent;
using Amazon.Runtime;
using Dateline.Core.Outcomes;
using Microsoft.Extensions.Logging;

namespace Dateline.Media.Originals;

/// <summary>Originals in a store of the S3 protocol, whose copies are the truth. What is worked from lies near, within bounds; what an earlier time left in the data folder is used from there and copied on.</summary>
public sealed class OriginalsInStore : IOriginals, IDisposable
{
    /// <summary>How many files are brought here at once; others wait for their turn.</summary>
    private const int MostAtOnce = 4;

    /// <summary>How many originals may be on their way or waiting for it; for one more it is said to ask again.</summary>
    private const int MostWaiting = 128;

    private static readonly TimeSpan ForKeeping = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ForFetching = TimeSpan.FromMinutes(5);

    /// <summary>What a slow line to a store carries in a second; a film is given its time.</summary>
    private const double BytesASecond = 2_000_000;
    private static readonly TimeSpan ForOpening = TimeSpan.FromSeconds(15);

    private readonly MediaFolder _folder;
    private readonly StoreSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<OriginalsInStore> _log;
    private readonly Store _store;
    private readonly NearCopies _near;
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly ConcurrentDictionary<string, Lazy<Task<Refusal?>>> _fetching = new();

    /// <param name="credentials">Who asks the store; found as Amazon's programs find it when left out.</param>
    public OriginalsInStore(MediaFolder folder, StoreSettings settings, TimeProvider time, ILogger<OriginalsInStore> log, AWSCredentials? credentials = null)
    {
        (_folder, _settings, _time, _log) = (folder, settings, time, log);
        _store = new Store(settings, credentials);
        _near = new NearCopies(folder.Near, settings.MostNear);
    }

    public string? Trouble { get; private set; }

    public async Task<Refusal?> Open(CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(ForOpening, _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            await _store.Knock(patience.Token);
            return null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            if (StoreTrouble.OfSettings(exception, _settings) is { } wrong) return wrong;
            // A store that is away must not keep a newsroom from publishing.
            Note(exception);
            return null;
        }
    }

    public async Task<Refusal?> Keep(string arrived, string hash, CancellationToken cancellation)
    {
        if (await Send(arrived, hash, cancellation) is { } refusal) return refusal;
        try
        {
            _near.Take(arrived, hash);
        }
        catch (IOException exception)
        {
            _log.LogWarning("The store has the original {Hash}, but no copy could be laid beside the server: {Why}", hash, exception.Message);
        }
        return null;
    }

    public async Task<Result<Loan>> Borrow(string hash, CancellationToken cancellation)
    {
        if (_near.Borrow(hash) is { } near) return near;
        if (File.Exists(_folder.Original(hash))) return new Loan(_folder.Original(hash));
        if (_fetching.Count >= MostWaiting) return Away;
        // One fetch for all who wait; that one of them goes does not end it.
        var fetching = _fetching.GetOrAdd(hash, key => new Lazy<Task<Refusal?>>(() => Fetch(key)));
        if (await fetching.Value.WaitAsync(cancellation) is { } refusal) return refusal;
        return _near.Borrow(hash) is { } fetched ? fetched : Away;
    }

    /// <summary>Copies on what lies in the data folder and is not in the store.</summary>
    /// <returns>Null when the store has it, or it is no longer here; else why not.</returns>
    public async Task<Refusal?> CopyOn(string hash, CancellationToken cancellation)
    {
        var file = _folder.Original(hash);
        if (!File.Exists(file)) return null;
        using var time = new CancellationTokenSource(ForKeeping, _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            if (await _store.Has(hash, new FileInfo(file).Length, patience.Token)) return null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Note(exception);
            return Away;
        }
        return await Send(file, hash, cancellation);
    }

    public void Dispose()
    {
        _store.Dispose();
        _turns.Dispose();
    }

    private async Task<Refusal?> Send(string file, string hash, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(ForKeeping + TimeSpan.FromSeconds(new FileInfo(file).Length / BytesASecond), _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            await _store.Put(file, hash, patience.Token);
            Note(null);
            return null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Note(exception);
            return NotKept;
        }
    }

    private async Task<Refusal?> Fetch(string hash)
    {
        using var patience = new CancellationTokenSource(ForFetching, _time);
        var arriving = _folder.Arriving();
        try
        {
            await _turns.WaitAsync(patience.Token);
            try
            {
                if (!await _store.Get(hash, arriving, patience.Token)) return OriginalsOnDisk.NotHere;
                _near.Take(arriving, hash);
                Note(null);
                return null;
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (InvalidDataException exception)
        {
            _log.LogError("{Why} It is not used; put the right file there.", exception.Message);
            return OriginalsOnDisk.NotHere;
        }
        catch (Exception exception)
        {
            Note(exception);
            return Away;
        }
        finally
        {
            File.Delete(arriving);
            _fetching.TryRemove(hash, out _);
        }
    }

    // Told when it begins and when it ends, and not for each of a thousand who ask meanwhile.
    private void Note(Exception? exception)
    {
        var trouble = exception is null ? null : StoreTrouble.Of(exception, _settings);
        if (trouble == Trouble) return;
        if (trouble is null) _log.LogInformation("The store of originals answers again.");
        else _log.LogError("{Trouble}", trouble);
        Trouble = trouble;
    }

    private static Refusal NotKept => new(RefusalKind.Busy, "The store that this newsroom keeps its files in does not take them at this moment. The file is still with you: send it again in a minute, and tell whoever runs the server if that does not help.");

    private static Refusal Away => new(RefusalKind.Busy, "The store that this newsroom keeps its files in does not answer at this moment; try again in a minute.");
}
