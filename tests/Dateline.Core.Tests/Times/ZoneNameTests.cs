using Dateline.Core.Times;
using Xunit;

namespace Dateline.Core.Tests.Times;

public sealed class ZoneNameTests
{
    [Theory]
    [InlineData("Europe/London", "2025-02-17", "GMT", "Greenwich Mean Time")]
    [InlineData("Europe/London", "2025-07-17", "BST", "British Summer Time")]
    [InlineData("Europe/Dublin", "2025-02-17", "GMT", "Greenwich Mean Time")]
    [InlineData("Europe/Dublin", "2025-07-17", "IST", "Irish Standard Time")]
    [InlineData("Europe/Kyiv", "2025-07-17", "EEST", "Eastern European Summer Time")]
    [InlineData("America/New_York", "2025-02-17", "EST", "Eastern Standard Time")]
    [InlineData("America/New_York", "2025-07-17", "EDT", "Eastern Daylight Time")]
    [InlineData("America/Phoenix", "2025-07-17", "MST", "Mountain Standard Time")]
    [InlineData("Asia/Kolkata", "2025-02-17", "IST", "India Standard Time")]
    [InlineData("Australia/Sydney", "2025-02-17", "AEDT", "Australian Eastern Daylight Time")]
    [InlineData("UTC", "2025-02-17", "UTC", "Coordinated Universal Time")]
    public void A_zone_goes_by_the_name_in_use_that_day(string zone, string day, string shortName, string longName) =>
        Assert.Equal(new ZoneName(shortName, longName), Of(zone, day));

    [Theory]
    [InlineData("Asia/Riyadh", "2025-02-17", "UTC+3")]
    [InlineData("Asia/Kathmandu", "2025-02-17", "UTC+5:45")]
    [InlineData("America/Sao_Paulo", "2025-02-17", "UTC−3")]
    public void A_zone_without_a_name_in_use_goes_by_its_offset(string zone, string day, string name) =>
        Assert.Equal(new ZoneName(name, name), Of(zone, day));

    [Fact]
    public void A_name_is_not_used_for_years_in_which_the_clocks_said_something_else()
    {
        Assert.Equal("MSK", Of("Europe/Moscow", "2025-02-17").Short);
        Assert.Equal("UTC+4", Of("Europe/Moscow", "2012-02-17").Short);
    }

    [Fact]
    public void Every_zone_of_the_system_has_a_name_all_year()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
            for (var month = 1; month <= 12; month++)
                Assert.NotEmpty(ZoneName.Of(zone, new DateTimeOffset(2025, month, 15, 12, 0, 0, TimeSpan.Zero)).Short);
    }

    private static ZoneName Of(string zone, string day) =>
        ZoneName.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
}
