using Dateline.Core.Journal;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Sections;
using Dateline.Public.Wire;

namespace Dateline.Public.Live;

/// <summary>A coverage that readers have open: its edition, its newest frames, and the bell that wakes its readers.</summary>
/// <remarks>
/// One applier at a time moves it from change N to the newest, in three steps that are visible below: read what the journal says, apply it to the edition
/// and the log, ring. Whoever hears of a change first does it; the others find it done.
/// </remarks>
public sealed class LiveCoverage
{
    private const int KeptAtFirst = 50;
    private const int OlderAtOnce = 100;

    private readonly EditionReader _reader;
    private readonly FrameWriter _writer;
    private readonly Couriers _couriers;
    private readonly SemaphoreSlim _applying = new(1, 1);
    private volatile Edition _edition;
    private int _readers;

    private LiveCoverage(EditionReader reader, FrameWriter writer, Couriers couriers, Edition edition) => (_reader, _writer, _couriers, _edition) = (reader, writer, couriers, edition);

    public Edition Edition => _edition;

    public FrameLog Log { get; } = new();

    /// <summary>Wakes the readers whose connections Kestrel holds; see <see cref="Ring"/>.</summary>
    public Bell Bell { get; } = new();

    /// <summary>Who goes to the readers that came in by the door.</summary>
    internal CourierCalls Calls { get; } = new(Couriers.Count);

    /// <summary>The front page as the door gave it out last; it knows whether it is still the one to give.</summary>
    internal Handout? Front { get; set; }

    /// <summary>How many streams are open on it.</summary>
    public int Readers => Volatile.Read(ref _readers);

    /// <summary>True once the hub has let go of it: its readers are to come back and find it anew.</summary>
    public bool IsGone { get; private set; }

    /// <summary>When it was last asked for, in the clock's ticks; to let go of idle ones.</summary>
    public long LastAsked { get; set; }

    /// <summary>Brings a coverage into memory; null when readers may not know of it.</summary>
    /// <param name="asked">Now, in the clock's ticks: it has been asked for, and must not be let go before it was ever given out.</param>
    public static async Task<LiveCoverage?> Load(string slug, EditionReader reader, FrameWriter writer, Couriers couriers, long asked, CancellationToken cancellation)
    {
        if (await reader.Read(slug, cancellation) is not { } edition) return null;
        var live = new LiveCoverage(reader, writer, couriers, edition) { LastAsked = asked };
        await live.Begin(edition, cancellation);
        return live;
    }

    /// <summary>Counts a reader in; each who entered leaves once.</summary>
    public void Enter() => Interlocked.Increment(ref _readers);

    public void Leave() => Interlocked.Decrement(ref _readers);

    /// <summary>Tells every reader's connection that there is something to look at.</summary>
    public void Ring()
    {
        Bell.Ring();
        _couriers.Call(this);
    }

    /// <summary>Sends the readers away: this server holds the coverage no longer.</summary>
    public void LetGo()
    {
        IsGone = true;
        Ring();
    }

    /// <summary>Sends away one circle of those whose connections Kestrel holds.</summary>
    public void LetGo(int circle)
    {
        IsGone = true;
        Bell.Ring(circle);
    }

    /// <summary>Applies what is newer in the journal.</summary>
    /// <param name="head">The number heard of; nothing is read when it is here already. Null to look.</param>
    /// <returns>False when readers may no longer know of the coverage.</returns>
    public async Task<bool> CatchUp(long? head, CancellationToken cancellation)
    {
        if (head <= _edition.Head) return true;
        await _applying.WaitAsync(cancellation);
        try
        {
            var before = _edition;
            if (head <= before.Head) return true;
            if (await _reader.Read(before.Slug, before, cancellation) is not { } update) return false;
            if (update.Edition.Head == before.Head && update.Edition.Epoch == before.Epoch) return true;
            if (update.Changes.Count == 0) await Begin(update.Edition, cancellation);
            else await Apply(before, update, cancellation);
        }
        finally
        {
            _applying.Release();
        }
        Ring();
        return true;
    }

    /// <summary>The frames after a position: from the log, or, for a reader far behind, from the database.</summary>
    public async ValueTask<IReadOnlyList<Frame>> After(long position, int mostBytes, CancellationToken cancellation)
    {
        if (Log.After(position, mostBytes) is { } frames) return frames;
        await _applying.WaitAsync(cancellation);
        try
        {
            // Readers of a server that has just started all ask for the same older frames: the first brings them in for all.
            while (position < Log.Floor && Log.Head - Log.Floor < FrameLog.MostFrames - OlderAtOnce)
            {
                var from = Math.Max(position, Log.Floor - OlderAtOnce);
                var older = await Frames(_edition, from, (int)(Log.Floor - from), cancellation);
                var floor = Log.Floor;
                Log.Prepend(older);
                if (Log.Floor == floor) break;
            }
        }
        finally
        {
            _applying.Release();
        }
        for (; ; )
        {
            if (Log.After(position, mostBytes) is { } held) return held;
            // Not past the floor: the frame above it carries the sections that those below it no longer do.
            if (Log.Floor - position is var missing and > 0) return await Frames(_edition, position, (int)Math.Min(OlderAtOnce, missing), cancellation);
        }
    }

    /// <summary>When a change was committed; null when there is no such change.</summary>
    public async Task<DateTimeOffset?> CommittedAt(long seq, CancellationToken cancellation)
    {
        var entries = await _reader.Changes(_edition, seq - 1, 1, cancellation);
        return entries.Count == 1 ? entries[0].At : null;
    }

    private async Task<List<Frame>> Frames(Edition edition, long after, int most, CancellationToken cancellation)
    {
        var entries = await _reader.Changes(edition, after, most, cancellation);
        return await _writer.Write(edition, [.. entries.Where(entry => entry.Seq <= edition.Head)], cancellation);
    }

    // The last frame carries every section, so that whoever replays up to it has them all; later changes take them over one by one.
    private async Task Begin(Edition edition, CancellationToken cancellation)
    {
        var from = Math.Max(0, edition.Head - KeptAtFirst);
        var frames = await Frames(edition, from, KeptAtFirst, cancellation);
        if (frames.Count > 0) frames[^1] = frames[^1].With(await _writer.Sections(edition, Enum.GetValues<Section>()));
        Log.Reset(edition.Epoch, from, frames);
        _edition = edition;
    }

    private async Task Apply(Edition before, EditionUpdate update, CancellationToken cancellation)
    {
        var after = update.Edition;
        var frames = await _writer.Write(after, update.Changes, cancellation);
        var touched = new HashSet<Section>();
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            var sections = Touched.By(update.Changes[i].Change, before, after).Where(touched.Add).ToList();
            if (sections.Count > 0) frames[i] = frames[i].With(await _writer.Sections(after, sections));
        }
        var changed = update.Changes.Select(entry => entry.Change).Where(change => change is Upsert or Withdraw or Remove).Select(change => change.Target!.Value).ToHashSet();
        var fills = new Dictionary<string, FillFrame?>();
        foreach (var id in changed) fills[id.ToString()] = await _writer.Fill(after, id, cancellation);

        var names = touched.Select(section => section.Name()).ToHashSet();
        Log.Append(frames, [.. fills.Keys, .. names], frame => Revised(frame, names, fills));
        _edition = after;
    }

    // A kept frame may show nothing that readers should no longer get: its post as it was, a section as it was, or a filling post as it was.
    private static Frame Revised(Frame frame, HashSet<string> touched, Dictionary<string, FillFrame?> changed)
    {
        if (frame.Op is "upsert" or "withdraw" && changed.ContainsKey(frame.Target!)) frame = frame.Void();
        if (frame.Fill is { } fill && changed.TryGetValue(fill.Target, out var now)) frame = frame.WithFill(now);
        return touched.Overlaps(frame.Sections.Keys) ? frame.Without(touched) : frame;
    }
}
