using System.Collections.Concurrent;
using Dateline.Public.Editions;
using Dateline.Public.Wire;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Live;

/// <summary>The coverages that readers have open on this server. Hears of changes, and looks for those it did not hear of.</summary>
/// <remarks>At most <see cref="MostCoverages"/> are held; those without readers that nobody asked for in a while are let go, and read again when asked for.</remarks>
public sealed class Hub(EditionReader reader, FrameWriter writer, Couriers couriers, TimeProvider time, ILogger<Hub> log)
{
    public const int MostCoverages = 2_000;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Wave = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Lazy<Task<LiveCoverage?>>> _coverages = new(StringComparer.Ordinal);

    private ConcurrentDictionary<string, Lazy<Task<LiveCoverage?>>>.AlternateLookup<ReadOnlySpan<char>> BySlug => _coverages.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The coverage with this slug; null when readers may not know of it.</summary>
    public async ValueTask<LiveCoverage?> Find(string slug, CancellationToken cancellation)
    {
        if (!Core.Coverages.Slug.IsValid(slug)) return null;
        // The load is shared, so it must not end with the one request that happened to begin it.
        var loading = _coverages.GetOrAdd(slug, key => new Lazy<Task<LiveCoverage?>>(() => LiveCoverage.Load(key, reader, writer, couriers, CancellationToken.None)));
        LiveCoverage? live = null;
        try
        {
            live = await loading.Value.WaitAsync(cancellation);
        }
        finally
        {
            // What is not there (yet) is looked for again next time, and a failed look is not remembered.
            if (live is null && loading.Value.IsCompleted) _coverages.TryRemove(new(slug, loading));
        }
        if (live is not null) live.LastAsked = time.GetTimestamp();
        return live;
    }

    /// <summary>The coverage with this slug if it is in memory here; null says nothing about whether there is one.</summary>
    public LiveCoverage? Known(ReadOnlySpan<char> slug)
    {
        if (!BySlug.TryGetValue(slug, out var loading) || loading is not { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { IsGone: false } live } }) return null;
        live.LastAsked = time.GetTimestamp();
        return live;
    }

    /// <summary>Hears that a coverage's journal has reached a number; done when this server's public answers show it.</summary>
    /// <remarks>What is announced is committed already, so a failure here must not reach the writer: the next look makes up for it.</remarks>
    public async ValueTask Announce(string slug, long head)
    {
        if (!_coverages.TryGetValue(slug, out var loading)) return;
        try
        {
            if (await loading.Value is { } live && !await live.CatchUp(head, CancellationToken.None)) Forget(slug);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Change {Head} of {Coverage} is kept but could not be shown yet; it is looked for again in a second.", head, slug);
        }
    }

    /// <summary>Asks the database once what it has that this server did not hear of.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var open = Open().ToDictionary(live => live.Edition.Slug);
        if (open.Count == 0) return;
        var (epoch, heads) = await reader.Heads(open.Keys, cancellation);
        foreach (var (slug, live) in open)
        {
            var isNew = !heads.TryGetValue(slug, out var head) || head != live.Edition.Head || epoch != live.Edition.Epoch;
            if (isNew && !await live.CatchUp(null, cancellation)) Forget(slug);
        }
        LetGo(open);
    }

    /// <summary>Wakes the readers whose turn it is to be sent a keep-alive.</summary>
    public void KeepAlive(int circle)
    {
        couriers.KeepAlive(circle);
        foreach (var live in Open()) live.Bell.Ring(circle);
    }

    /// <summary>Sends every reader away, a circle at a time, so that they do not all come back to the next server in the same instant.</summary>
    public async Task Close()
    {
        for (var circle = 0; circle < Bell.Circles; circle++)
        {
            foreach (var live in Open()) live.LetGo(circle);
            couriers.SendAway(circle);
            await Task.Delay(Wave, time);
        }
    }

    /// <summary>How many streams are open.</summary>
    public int Readers => Open().Sum(live => live.Readers);

    private IEnumerable<LiveCoverage> Open() =>
        _coverages.Values.Where(loading => loading is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(loading => loading.Value.Result).OfType<LiveCoverage>();

    private void LetGo(Dictionary<string, LiveCoverage> open)
    {
        var idle = open.Where(pair => pair.Value.Readers == 0 && time.GetElapsedTime(pair.Value.LastAsked) > Idle).Select(pair => pair.Key);
        var tooMany = open.OrderBy(pair => pair.Value.Readers).ThenBy(pair => pair.Value.LastAsked).Take(Math.Max(0, open.Count - MostCoverages)).Select(pair => pair.Key);
        foreach (var slug in idle.Concat(tooMany).ToHashSet()) Forget(slug);
    }

    // Readers that are waiting on a coverage which is let go find out at their next ring, and come back.
    private void Forget(string slug)
    {
        if (_coverages.TryRemove(slug, out var loading) && loading.Value is { IsCompletedSuccessfully: true, Result: { } live }) live.LetGo();
    }
}
