using System.Collections.Immutable;

namespace Dateline.Public.Live;

/// <summary>The newest changes of a coverage as frames, in order and without a gap: what readers are sent from. A reader's backlog is a position in it, not a queue of its own.</summary>
/// <remarks>
/// Thread-safe. Holds at most <see cref="MostFrames"/> frames and <see cref="MostBytes"/> bytes; past either the oldest are let go, and
/// a reader that is further behind is served from the database. A frame that a later change replaced is exchanged in its place,
/// so that what was taken back is sent to nobody any more.
/// </remarks>
public sealed class FrameLog
{
    public const int MostFrames = 1_024;
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>How much is gathered into one write, in bytes.</summary>
    public const int MostGathered = 64 * 1024;

    /// <summary>For how many positions what is due is kept gathered: most readers stand at the same two or three.</summary>
    private const int MostKeptDue = 8;

    private readonly Lock _gate = new();
    private readonly List<Frame> _frames = [];
    private readonly FrameRegister _register = new();
    private readonly List<Due> _due = [];
    private string _epoch = "";
    private long _bytes;
    private int _version;

    /// <summary>The number before the oldest frame held: a reader at this position or later can be served from here.</summary>
    public long Floor { get; private set; }

    /// <summary>The number of the newest frame.</summary>
    public long Head { get; private set; }

    /// <summary>Changes with everything that is held: what was gathered at another version is not to be sent any more.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Begins anew in an epoch at a number, holding these frames.</summary>
    public void Reset(string epoch, long floor, IReadOnlyList<Frame> frames)
    {
        lock (_gate)
        {
            _frames.Clear();
            _register.Clear();
            (_epoch, _bytes) = (epoch, 0);
            Floor = Head = floor;
            Add(frames);
            Changed();
        }
    }

    /// <summary>Adds the next frames, and lets <paramref name="revise"/> exchange those before them that speak of what was touched.</summary>
    /// <param name="touched">Ids of posts and names of sections.</param>
    public void Append(IReadOnlyList<Frame> frames, IEnumerable<string> touched, Func<Frame, Frame> revise)
    {
        lock (_gate)
        {
            if (frames[0].Seq != Head + 1) throw new InvalidOperationException($"Frame {frames[0].Seq} after {Head}: the journal has no gaps.");
            foreach (var seq in _register.Of(touched))
            {
                var at = (int)(seq - Floor - 1);
                if (revise(_frames[at]) is var revised && revised != _frames[at]) Exchange(at, revised);
            }
            Add(frames);
            LetGo();
            Changed();
        }
    }

    /// <summary>Puts older frames before those held, if they still join on and there is room.</summary>
    public void Prepend(IReadOnlyList<Frame> frames)
    {
        lock (_gate)
        {
            if (frames.Count == 0 || frames[^1].Seq != Floor) return;
            _frames.InsertRange(0, frames);
            foreach (var frame in frames) Count(frame);
            Floor = frames[0].Seq - 1;
            LetGo();
            Changed();
        }
    }

    /// <summary>What is due to readers at a position, gathered once for all of them; null when they are too far behind to be served from here.</summary>
    public Due? DueAfter(long position)
    {
        lock (_gate)
        {
            if (position < Floor) return null;
            foreach (var kept in _due)
                if (kept.From == position) return kept;
            var frames = position >= Head ? [] : After(position, MostGathered)!;
            var due = new Due(position, frames.Count > 0 ? frames[^1].Seq : position, _epoch, _version, Gather(frames));
            if (_due.Count == MostKeptDue) _due.RemoveAt(0);
            _due.Add(due);
            return due;
        }
    }

    /// <summary>The frames after a position, oldest first, to about <paramref name="mostBytes"/>; null when they are no longer held here.</summary>
    public IReadOnlyList<Frame>? After(long position, int mostBytes)
    {
        lock (_gate)
        {
            if (position < Floor) return null;
            var first = (int)(position - Floor);
            var (count, bytes) = (0, 0);
            while (first + count < _frames.Count && (count == 0 || bytes < mostBytes)) bytes += _frames[first + count++].Event.Length;
            return count == 0 ? [] : _frames.GetRange(first, count);
        }
    }

    private void Add(IReadOnlyList<Frame> frames)
    {
        if (frames.Count == 0) return;
        _frames.AddRange(frames);
        foreach (var frame in frames) Count(frame);
        Head = frames[^1].Seq;
    }

    private void Exchange(int at, Frame frame)
    {
        Discount(_frames[at]);
        _frames[at] = frame;
        Count(frame);
    }

    private void Count(Frame frame)
    {
        _bytes += frame.Event.Length;
        _register.Enter(frame);
    }

    private void Discount(Frame frame)
    {
        _bytes -= frame.Event.Length;
        _register.Strike(frame);
    }

    private void Changed()
    {
        _due.Clear();
        Volatile.Write(ref _version, _version + 1);
    }

    private static ReadOnlyMemory<byte> Gather(IReadOnlyList<Frame> frames)
    {
        if (frames.Count == 0) return default;
        if (frames.Count == 1) return frames[0].Event;
        var (gathered, length) = (new byte[frames.Sum(frame => frame.Event.Length)], 0);
        foreach (var frame in frames)
        {
            frame.Event.CopyTo(gathered.AsMemory(length));
            length += frame.Event.Length;
        }
        return gathered;
    }

    private void LetGo()
    {
        var gone = 0;
        var owed = ImmutableSortedDictionary<string, string>.Empty;
        while (gone < _frames.Count - 1 && (_frames.Count - gone > MostFrames || _bytes > MostBytes))
        {
            owed = owed.AddRange(_frames[gone].Sections);
            Discount(_frames[gone++]);
        }
        _frames.RemoveRange(0, gone);
        Floor += gone;
        if (owed.IsEmpty) return;
        // A section is in one frame only, so the oldest that stays takes over those of the ones that go: a reader served from the database up to here has them too.
        Exchange(0, _frames[0].With(_frames[0].Sections.AddRange(owed)));
    }
}
