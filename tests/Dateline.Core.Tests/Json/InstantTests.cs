using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Json;

public sealed partial class InstantTests
{
    [Fact]
    public void An_instant_with_any_offset_comes_out_in_UTC_with_Z() =>
        Any.Instant.Sample(at =>
        {
            var written = Instants.Write(at);
            Assert.Matches(UtcWithZ(), written);
            Assert.True(ShownTime.TryParse(written, known: true, out var read));
            Assert.Equal((at, TimeSpan.Zero), (read.At, read.At.Offset));
        }, iter: 1_000);

    [Fact]
    public void A_time_given_in_London_summer_is_kept_in_UTC()
    {
        var read = JsonSerializer.Deserialize("""{"publishedAt":"2026-07-01T00:30:00+01:00"}""", DatelineJson.Default.PostContent)!;
        Assert.Equal("2026-06-30T23:30:00Z", read.PublishedAt);
    }

    [Theory]
    [InlineData("""{"publishedAt":"2026-11-23T19:16:00Z","timeKnown":false}""", """{"timeKnown":false,"publishedAt":"2026-11-23T19:16:00Z"}""")]
    [InlineData("""{"publishedAt":"2026-11-23","timeKnown":false}""", """{"publishedAt":"2026-11-23"}""")]
    public void A_day_and_that_its_time_is_not_known_may_come_in_either_order(string one, string other)
    {
        var read = JsonSerializer.Deserialize(one, DatelineJson.Default.PostContent)!;
        Assert.False(read.Time!.Value.Known);
        Assert.Equal(read, JsonSerializer.Deserialize(other, DatelineJson.Default.PostContent));

        var id = $"\"id\":\"{Newsroom.Id}\",";
        var post = JsonSerializer.Deserialize(one.Insert(1, id), DatelineJson.Default.PublicPost)!;
        Assert.False(post.Time.Known);
        Assert.Equal(post, JsonSerializer.Deserialize(other.Insert(1, id), DatelineJson.Default.PublicPost));
    }

    [Fact]
    public void A_day_is_written_the_same_whatever_calendar_the_machine_keeps()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "ar-SA", "th-TH", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("2026-11-23", new ShownTime(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), Known: false).ToString());
                Assert.Equal("2026-11-23T12:00:00Z", Instants.Write(Newsroom.Noon));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex UtcWithZ();
}
