using Dateline.Public.Live;

namespace Dateline.Public.Wire;

/// <summary>The readers of one coverage whom one courier goes to.</summary>
internal sealed class Round(LiveCoverage coverage)
{
    private readonly List<WireReader> _readers = [];
    private Due? _due;

    public LiveCoverage Coverage => coverage;

    public int Count => _readers.Count;

    public WireReader this[int place] => _readers[place];

    public void Add(WireReader reader)
    {
        reader.Place = _readers.Count;
        _readers.Add(reader);
    }

    /// <summary>Takes a reader out; the last one moves to its place.</summary>
    public void Remove(WireReader reader)
    {
        var last = _readers[^1];
        (_readers[reader.Place], last.Place) = (last, reader.Place);
        _readers.RemoveAt(_readers.Count - 1);
        if (_readers.Capacity > 1_024 && _readers.Count < _readers.Capacity / 4) _readers.Capacity = _readers.Count * 2;
    }

    /// <summary>What is due at a position; null for one too far behind. The log is asked once for all who stand at the same one, and again as soon as it has changed: a change that comes while the courier is on its way goes along to those it has not yet reached.</summary>
    public Due? DueAfter(long position)
    {
        if (_due is { } kept && kept.From == position && kept.Version == coverage.Log.Version) return kept;
        return _due = coverage.Log.DueAfter(position);
    }
}
