using Dateline.Public.Live;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Wire;

/// <summary>The couriers of this server, one for each core: together they carry every change to every reader who came in by the door.</summary>
public sealed class Couriers(TimeProvider time, ReaderPlaces places, LiveMeter meter, ILogger<Couriers> log) : IDisposable
{
    /// <summary>More threads than this only get in each other's way: the system's own work is then what is waited for.</summary>
    public const int Most = 8;

    // Begun with the first reader: a server on another system, or a command, has none.
    private readonly Lazy<Courier[]> _couriers = new(() => [.. Enumerable.Range(0, Count).Select(number => new Courier(number, time, places, meter, log))]);

    internal static int Count { get; } = Math.Clamp(Environment.ProcessorCount, 1, Most);

    /// <summary>Takes in a reader.</summary>
    internal void TakeIn(WireReader reader)
    {
        reader.Coverage.Enter();
        var number = reader.Coverage.Calls.Came(home: (int)((uint)reader.Coverage.Edition.Slug.GetHashCode(StringComparison.Ordinal) % (uint)Count));
        _couriers.Value[number].Send(new Errand(ErrandKind.TakeIn, reader));
    }

    /// <summary>There is news of a coverage, or it is gone.</summary>
    internal void Call(LiveCoverage coverage)
    {
        if (!_couriers.IsValueCreated) return;
        for (var number = 0; number < Count; number++)
            if (coverage.Calls.IsToCall(number)) _couriers.Value[number].Send(new Errand(ErrandKind.Carry, Coverage: coverage));
    }

    /// <summary>Sends a circle of readers a sign of life, and those away who have taken nothing for too long.</summary>
    internal void KeepAlive(int circle) => All(new Errand(ErrandKind.KeepAlive, Circle: circle));

    /// <summary>Sends a circle of readers away, to come back to another server.</summary>
    internal void SendAway(int circle) => All(new Errand(ErrandKind.SendAway, Circle: circle));

    public void Dispose()
    {
        if (!_couriers.IsValueCreated) return;
        foreach (var courier in _couriers.Value) courier.Dispose();
    }

    private void All(Errand errand)
    {
        if (!_couriers.IsValueCreated) return;
        foreach (var courier in _couriers.Value) courier.Send(errand);
    }
}
