using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>The time that a heading ends with, as it is written: "published at 21:09 Greenwich Mean Time 17 February". What it leaves out is null.</summary>
internal sealed partial record Stamp
{
    /// <summary>What stands before it in its line.</summary>
    public required string Before { get; init; }

    /// <summary>True when nothing but a heading can be followed like this: no space parts the two, or nothing stands before.</summary>
    public bool Glued { get; init; }

    /// <summary>True when "Breaking" follows in the same line.</summary>
    public bool Breaking { get; init; }

    public TimeOnly Time { get; init; }
    public string? Zone { get; init; }
    public int? Day { get; init; }
    public int? Month { get; init; }
    public int? Year { get; init; }

    /// <summary>The stamp at the end of a line, if it ends with one that can be a time.</summary>
    public static Stamp? At(string line)
    {
        if (!line.Contains("ed at ", StringComparison.OrdinalIgnoreCase)) return null;
        var at = Math.Max(line.LastIndexOf("published at ", StringComparison.OrdinalIgnoreCase), line.LastIndexOf("posted at ", StringComparison.OrdinalIgnoreCase));
        if (at < 0) return null;
        var match = Shape().Match(line, at);
        if (!match.Success) return null;
        var before = line[..at];
        var stamp = new Stamp
        {
            Before = before.Trim(),
            Glued = before.Length == 0 || !char.IsWhiteSpace(before[^1]),
            Breaking = match.Groups["breaking"].Success,
            Zone = match.Groups["zone"] is { Success: true } zone ? zone.Value : null,
            Day = Number(match, "day") ?? Number(match, "usday"),
            Month = match.Groups["month"] is { Success: true } month ? MonthOf(month.Value) : match.Groups["usmonth"] is { Success: true } us ? MonthOf(us.Value) : null,
            Year = Number(match, "year") ?? Number(match, "usyear"),
        };
        var hour = HourOf(Number(match, "hour")!.Value, match.Groups["half"].Value);
        var minute = Number(match, "minute")!.Value;
        if (hour is null || minute > 59 || !stamp.HasRealDay) return null;
        return stamp with { Time = new TimeOnly(hour.Value, minute) };
    }

    // 29 February is real in some years; which year it was is not known here.
    private bool HasRealDay => Day is not { } day
        || (Year is null or (>= ImportOptions.FirstYear and <= ImportOptions.LastYear) && day >= 1 && day <= DateTime.DaysInMonth(Year ?? 2000, Month!.Value));

    private static int? HourOf(int hour, string half) => half.Length == 0
        ? hour <= 23 ? hour : null
        : hour is >= 1 and <= 12 ? hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0) : null;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static int MonthOf(string name) => 1 + Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private const string MonthNames = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    [GeneratedRegex(
        @"\G(?:published|posted) at (?<hour>\d{1,2})[:.](?<minute>\d{2})\s?(?<half>[ap]\.?m\b\.?)?"
        + @"(?:,?\s*(?<zone>(?:UTC|GMT)[+-]\d{1,2}(?::\d{2})?|(?-i:[A-Z]{2,5})|(?:(?-i:[A-Z])[a-z]+ ){1,4}Time)\b)?"
        + @"(?:,?\s*(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
        + "(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>" + MonthNames + @")(?:,? (?<year>\d{4}))?|(?<usmonth>" + MonthNames + @") (?<usday>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<usyear>\d{4}))?))?"
        + @"(?:\s*(?<breaking>Breaking)(?: News)?)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
