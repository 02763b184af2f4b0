using System.Globalization;

namespace Dateline.Core.Times;

/// <summary>What a zone is called at an instant.</summary>
/// <param name="Short">As it stands beside a time: <c>GMT</c>, <c>UTC+3</c>.</param>
/// <param name="Long">In full, in English: <c>Greenwich Mean Time</c>; the same as <paramref name="Short"/> for a zone without a name in use.</param>
public sealed record ZoneName(string Short, string Long)
{
    /// <summary>The name of a zone at an instant.</summary>
    /// <remarks>
    /// The offset at the instant decides between winter and summer name, and falls back to UTC+3 when it is neither: so the name is right for
    /// years in which a country kept another time, and for zones (Europe/Dublin) whose data call the winter time the shifted one.
    /// </remarks>
    public static ZoneName Of(TimeZoneInfo zone, DateTimeOffset at)
    {
        var offset = zone.GetUtcOffset(at);
        if (ZoneTable.FamilyOf(zone.Id) is { } family)
        {
            if (offset == family.Offset) return family.Standard;
            if (family.Summer is { } summer && offset == family.Offset + TimeSpan.FromHours(1)) return summer;
        }
        return Plain(offset);
    }

    private static ZoneName Plain(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return new("UTC", "Coordinated Universal Time");
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = Math.Abs(offset.Minutes);
        var name = string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}");
        if (minutes != 0) name += string.Create(CultureInfo.InvariantCulture, $":{minutes:D2}");
        return new(name, name);
    }
}
