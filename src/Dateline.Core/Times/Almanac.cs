using System.Globalization;
using Dateline.Core.Posts;

namespace Dateline.Core.Times;

/// <summary>Instants as a page's readers read them: in its zone and its language.</summary>
/// <remarks>
/// The Gregorian calendar and Western digits in every language, as the machine-readable times beside them have; hours from 00 to 23.
/// Every text is made from the instant's own offset, so it is right on both sides of a change of the clocks. Safe to share between threads.
/// </remarks>
public sealed class Almanac
{
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeFormatInfo _format;
    private readonly string _dayAndMonth;
    private readonly string _comma;

    /// <summary>An almanac for a zone (IANA name) and a language (BCP 47). Both were checked when the live page was made; an unknown one throws.</summary>
    public Almanac(string zone, string language)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(language).Clone();
        // Not every culture lists the Gregorian calendar first (ar-SA, fa-IR, th-TH), but each knows it.
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is { } gregorian) culture.DateTimeFormat.Calendar = gregorian;
        _format = culture.DateTimeFormat;
        var monthFirst = _format.MonthDayPattern.IndexOf('M', StringComparison.Ordinal) < _format.MonthDayPattern.IndexOf('d', StringComparison.Ordinal);
        _dayAndMonth = _format.MonthDayPattern.Replace("dd", "d", StringComparison.Ordinal);
        _comma = monthFirst ? ", " : " ";
    }

    /// <summary>The time of day: <c>21:09</c>.</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>The day on which an instant falls here.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The day of a post. One whose time is not known carries its day as it was given, which no zone may shift.</summary>
    public DateOnly Day(ShownTime time) => time.Known ? Day(time.At) : DateOnly.FromDateTime(time.At.UtcDateTime);

    /// <summary>A day with its weekday: <c>Monday 17 February</c>.</summary>
    public string DayText(DateOnly day) => $"{day.ToString("dddd", _format)}{_comma}{Date(day)}";

    /// <summary>A day with weekday and year: <c>Monday 17 February 2025</c>.</summary>
    public string DayTextWithYear(DateOnly day) => $"{DayText(day)}{_comma}{Year(day)}";

    /// <summary>A day: <c>17 February</c>.</summary>
    public string Date(DateOnly day) => day.ToString(_dayAndMonth, _format);

    /// <summary>A day with its year: <c>17 February 2025</c>.</summary>
    public string DateWithYear(DateOnly day) => $"{Date(day)}{_comma}{Year(day)}";

    /// <summary>What the zone is called at an instant.</summary>
    public ZoneName Zone(DateTimeOffset at) => ZoneName.Of(_zone, at);

    /// <summary>When a day begins here: the first instant of that date, also where the clocks change at midnight.</summary>
    public DateTimeOffset Begins(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        var offset = _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>A day as HTML and JSON carry it: <c>2025-02-17</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
