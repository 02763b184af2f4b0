namespace Dateline.Public.Pages.Sections;

/// <summary>When coverage begins or goes on, said from where the reader stands: "tomorrow at 07:00".</summary>
internal static class Return
{
    public static string Say(DateTimeOffset at, Setting setting)
    {
        var (words, almanac) = (setting.Words, setting.Almanac);
        var (day, today) = (almanac.Day(at), almanac.Day(setting.Now));
        // Midnight means the day: an editor who gives no time of day means none.
        var clock = almanac.Begins(day) == at ? null : almanac.Clock(at);
        if (day == today) return words.Today(clock);
        return day == today.AddDays(1) ? words.Tomorrow(clock) : words.OnDay(almanac.DayText(day), clock);
    }

    /// <summary>When the words next change: when coverage goes on, or at a midnight before it.</summary>
    public static DateTimeOffset? ChangesAt(DateTimeOffset at, Setting setting)
    {
        if (at <= setting.Now) return null;
        var (day, today) = (setting.Almanac.Day(at), setting.Almanac.Day(setting.Now));
        if (day == today) return at;
        var next = day == today.AddDays(1) ? day : day.AddDays(-1);
        var midnight = setting.Almanac.Begins(next);
        return midnight < at ? midnight : at;
    }
}
