using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>The zones that pages name beside a time: how far each is from UTC, and where it is kept.</summary>
/// <remarks>Names that stand for several zones (IST) are left out: better a warning than a wrong hour.</remarks>
internal static partial class Zones
{
    internal readonly record struct Zone(TimeSpan Offset, string? Place);

    private static readonly Dictionary<string, Zone> Named = new(
        [
            .. At("UTC", 0, "UTC", "Coordinated Universal Time"),
            .. At("Europe/London", 0, "GMT", "Greenwich Mean Time"),
            .. At("Europe/London", 1, "BST", "British Summer Time"),
            .. At("Europe/Dublin", 1, "Irish Standard Time"),
            .. At("Europe/Lisbon", 0, "WET", "Western European Time"),
            .. At("Europe/Lisbon", 1, "WEST", "Western European Summer Time"),
            .. At("Europe/Paris", 1, "CET", "Central European Time", "Central European Standard Time"),
            .. At("Europe/Paris", 2, "CEST", "Central European Summer Time"),
            .. At("Europe/Athens", 2, "EET", "Eastern European Time", "Eastern European Standard Time"),
            .. At("Europe/Athens", 3, "EEST", "Eastern European Summer Time"),
            .. At("Europe/Moscow", 3, "MSK", "Moscow Standard Time"),
            .. At("Asia/Kolkata", 5.5, "India Standard Time"),
            .. At("Asia/Tokyo", 9, "JST", "Japan Standard Time"),
            .. At("Australia/Sydney", 10, "AEST", "Australian Eastern Standard Time"),
            .. At("Australia/Sydney", 11, "AEDT", "Australian Eastern Daylight Time"),
            .. At("America/New_York", -5, "EST", "Eastern Standard Time"),
            .. At("America/New_York", -4, "EDT", "Eastern Daylight Time"),
            .. At("America/Chicago", -6, "CST", "Central Standard Time"),
            .. At("America/Chicago", -5, "CDT", "Central Daylight Time"),
            .. At("America/Denver", -7, "MST", "Mountain Standard Time"),
            .. At("America/Denver", -6, "MDT", "Mountain Daylight Time"),
            .. At("America/Los_Angeles", -8, "PST", "Pacific Standard Time"),
            .. At("America/Los_Angeles", -7, "PDT", "Pacific Daylight Time"),
        ],
        StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, Zone>> At(string place, double hours, params string[] names) =>
        names.Select(name => KeyValuePair.Create(name, new Zone(TimeSpan.FromHours(hours), place)));

    /// <summary>The zone of this name, or written as an offset: UTC+3.</summary>
    public static Zone? Find(string name)
    {
        if (Named.TryGetValue(name, out var zone)) return zone;
        var match = Offset().Match(name);
        if (!match.Success) return null;
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture), minutes, 0);
        return offset > TimeSpan.FromHours(14) ? null : new Zone(match.Groups["sign"].ValueSpan is "-" ? -offset : offset, null);
    }

    [GeneratedRegex(@"^(?:UTC|GMT)(?<sign>[+-])(?<hours>\d{1,2})(?::(?<minutes>\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
