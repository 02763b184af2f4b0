using CsCheck;
using Dateline.Core.Posts;
using Dateline.Core.Times;
using Xunit;

namespace Dateline.Core.Tests.Times;

public sealed class AlmanacTests
{
    private static readonly DateTimeOffset Evening = new(2025, 2, 17, 21, 9, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/London", "21:09")]
    [InlineData("Europe/Paris", "22:09")]
    [InlineData("America/New_York", "16:09")]
    [InlineData("Asia/Kathmandu", "02:54")]
    public void A_time_is_what_clocks_say_in_the_pages_zone(string zone, string clock) =>
        Assert.Equal(clock, new Almanac(zone, "en-GB").Clock(Evening));

    [Fact]
    public void A_day_is_the_one_that_readers_in_the_zone_have()
    {
        Assert.Equal(new DateOnly(2025, 2, 17), new Almanac("Europe/London", "en-GB").Day(Evening));
        Assert.Equal(new DateOnly(2025, 2, 18), new Almanac("Asia/Riyadh", "en-GB").Day(Evening));
    }

    [Fact]
    public void A_day_that_came_without_a_time_is_shifted_by_no_zone()
    {
        var time = new ShownTime(new DateTimeOffset(2025, 2, 17, 0, 0, 3, TimeSpan.Zero), Known: false);
        Assert.Equal(new DateOnly(2025, 2, 17), new Almanac("America/Los_Angeles", "en-GB").Day(time));
        Assert.Equal(new DateOnly(2025, 2, 17), new Almanac("Pacific/Auckland", "en-GB").Day(time));
    }

    [Theory]
    [InlineData("en-GB", "Monday 17 February")]
    [InlineData("en-US", "Monday, February 17")]
    [InlineData("fr", "lundi 17 février")]
    [InlineData("ru", "понедельник 17 февраля")]
    [InlineData("ar", "الاثنين 17 فبراير")]
    [InlineData("ar-SA", "الاثنين 17 فبراير")]
    public void A_day_is_written_as_its_language_writes_it(string language, string text) =>
        Assert.Equal(text, new Almanac("Europe/London", language).DayText(new DateOnly(2025, 2, 17)));

    [Theory]
    [InlineData("en-GB", "17 February 2025")]
    [InlineData("en-US", "February 17, 2025")]
    [InlineData("fa", "17 فوریهٔ 2025")]
    public void Years_are_counted_by_one_calendar_everywhere(string language, string text) =>
        Assert.Equal(text, new Almanac("Europe/London", language).DateWithYear(new DateOnly(2025, 2, 17)));

    [Fact]
    public void The_hour_that_comes_twice_is_told_apart_by_the_name_of_the_zone()
    {
        var almanac = new Almanac("Europe/London", "en-GB");
        var first = new DateTimeOffset(2025, 10, 26, 0, 30, 0, TimeSpan.Zero);
        var second = first.AddHours(1);
        Assert.Equal(almanac.Clock(first), almanac.Clock(second));
        Assert.Equal(("BST", "GMT"), (almanac.Zone(first).Short, almanac.Zone(second).Short));
    }

    [Fact]
    public void A_day_begins_when_the_clocks_skip_its_midnight()
    {
        // In Beirut the clocks of 30 March 2025 went from 23:59 to 01:00.
        var begins = new Almanac("Asia/Beirut", "en-GB").Begins(new DateOnly(2025, 3, 30));
        Assert.Equal(new DateTimeOffset(2025, 3, 29, 22, 0, 0, TimeSpan.Zero), begins);
    }

    [Fact]
    public void Every_instant_lies_between_the_beginnings_of_its_day_and_the_next()
    {
        string[] zones = ["Europe/London", "Europe/Dublin", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC"];
        Gen.Select(Gen.Int[0, zones.Length - 1].Select(i => zones[i]), Gen.Int[0, 20 * 365 * 24 * 60]).Sample((zone, minutes) =>
        {
            var almanac = new Almanac(zone, "en-GB");
            var at = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var day = almanac.Day(at);
            return almanac.Begins(day) <= at && at < almanac.Begins(day.AddDays(1));
        });
    }
}
