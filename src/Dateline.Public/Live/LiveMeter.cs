using System.Diagnostics.Metrics;

namespace Dateline.Public.Live;

/// <summary>What operators can count of the live side: the meter <c>Dateline.Live</c>.</summary>
public sealed class LiveMeter
{
    public const string Name = "Dateline.Live";

    private readonly Counter<long> _dropped;
    private readonly UpDownCounter<long> _readers;
    private readonly Counter<long> _sent;

    public LiveMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _readers = meter.CreateUpDownCounter<long>("dateline.readers", "{reader}", "Streams that are open.");
        _dropped = meter.CreateCounter<long>("dateline.readers.dropped", "{reader}", "Streams cut off because the reader took nothing for too long, or fell too far behind.");
        _sent = meter.CreateCounter<long>("dateline.changes.sent", "{change}", "Changes handed to readers' connections.");
    }

    public void ReaderCame() => _readers.Add(1);

    public void ReaderLeft() => _readers.Add(-1);

    public void ReaderDropped() => _dropped.Add(1);

    /// <summary>So many changes went to one reader.</summary>
    public void Sent(long changes) => _sent.Add(changes);
}
