using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Turns a time of day on a day into the instants it can mean: one; two in the hour that a change of clocks repeats.</summary>
internal sealed class Clock
{
    private readonly TimeZoneInfo _local;
    private readonly Remarks _remarks;
    private readonly HashSet<string> _unknown = [];
    private bool _warned;

    public Clock(IReadOnlyList<Segment> posts, string? timeZone, Remarks remarks)
    {
        _remarks = remarks;
        TimeZone = timeZone ?? NamedIn(posts);
        _local = TimeZoneInfo.FindSystemTimeZoneById(TimeZone ?? "UTC");
    }

    /// <summary>The zone the page's times are shown in: the one given, or the one that the source's times name; null when neither says.</summary>
    public string? TimeZone { get; }

    /// <summary>The instants, latest first.</summary>
    public IReadOnlyList<DateTimeOffset> Instants(Segment post, DateOnly day)
    {
        var stamp = post.Stamp!;
        var local = day.ToDateTime(stamp.Time);
        if (stamp.Zone is { } name && Zones.Find(name) is { } zone) return [new DateTimeOffset(local, zone.Offset).ToUniversalTime()];
        WarnOfZone(post.Line, stamp.Zone);
        // Clocks that go forward leave out an hour; a time in it was read from a clock not yet put forward.
        if (_local.IsInvalidTime(local)) return [new DateTimeOffset(local, _local.GetUtcOffset(local.AddHours(-3))).ToUniversalTime()];
        if (!_local.IsAmbiguousTime(local)) return [new DateTimeOffset(local, _local.GetUtcOffset(local)).ToUniversalTime()];
        return [.. _local.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset).ToUniversalTime()).OrderDescending()];
    }

    private void WarnOfZone(int line, string? zone)
    {
        if (zone is not null && _unknown.Add(zone)) _remarks.Add(line, $"The zone “{zone}” is not known here; its times were read as {TimeZone ?? "UTC"}.");
        if (zone is not null || TimeZone is not null || _warned) return;
        _warned = true;
        _remarks.Add(line, "The times name no zone and were read as UTC; give --time-zone if they are local.");
    }

    private static string? NamedIn(IReadOnlyList<Segment> posts)
    {
        foreach (var post in posts)
            if (post.Stamp?.Zone is { } name && Zones.Find(name)?.Place is { } place) return place;
        return null;
    }
}
