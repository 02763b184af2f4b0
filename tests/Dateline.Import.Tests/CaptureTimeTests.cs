namespace Dateline.Import.Tests;

public sealed class CaptureTimeTests
{
    [Fact]
    public void A_date_without_a_year_takes_the_year_given_and_the_one_before_it_the_year_before() =>
        Assert.Equal(["2026-01-01T00:04:00Z", "2025-12-31T23:58:00Z"], Times(Captures.Read("dates-without-year", year: 2026)));

    [Fact]
    public void A_year_nobody_gave_is_the_latest_that_is_not_in_the_future_and_that_is_said()
    {
        var page = Captures.Of("  1. Onepublished at 21:09 GMT 24 November\n\n    Words.\n");

        Assert.Equal(["2025-11-24T21:09:00Z"], Times(page));
        Assert.Contains(page.Warnings, warning => warning.Line == 1 && warning.Text.Contains("2025", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_rises_down_the_page_is_that_of_the_day_before() => Assert.Equal(
        ["2026-05-08T00:20:00Z", "2026-05-08T00:20:00Z", "2026-05-07T22:00:00Z", "2026-05-06T22:30:00Z"],
        Times(Captures.Read("times-only", date: new DateOnly(2026, 5, 8))));

    [Fact]
    public void Posts_that_show_the_same_time_stay_in_the_order_of_the_source()
    {
        var posts = Captures.Read("times-only", date: new DateOnly(2026, 5, 8)).Posts;

        Assert.Equal(posts, posts.OrderByDescending(post => post.Sort));
    }

    [Fact]
    public void Times_without_a_zone_are_UTC_with_a_warning_or_in_the_zone_given()
    {
        const string text = "  1. Onepublished at 21:09 3 July 2026\n\n    Words.\n";

        Assert.Equal(["2026-07-03T21:09:00Z"], Times(Captures.Of(text)));
        Assert.Contains(Captures.Of(text).Warnings, warning => warning.Text.Contains("UTC", StringComparison.Ordinal));
        Assert.Equal(["2026-07-03T19:09:00Z"], Times(Captures.Of(text, timeZone: "Europe/Paris")));
        Assert.Empty(Captures.Of(text, timeZone: "Europe/Paris").Warnings);
    }

    [Theory]
    [InlineData("21:09 GMT 3 July 2026", "2026-07-03T21:09:00Z")]
    [InlineData("21:09 BST 3 July 2026", "2026-07-03T20:09:00Z")]
    [InlineData("21:09 British Summer Time Friday 3 July 2026", "2026-07-03T20:09:00Z")]
    [InlineData("9:09pm Central European Summer Time July 3, 2026", "2026-07-03T19:09:00Z")]
    [InlineData("21:09 UTC+5:30 3 July 2026", "2026-07-03T15:39:00Z")]
    public void A_zone_named_beside_the_time_decides_whatever_zone_is_given(string time, string instant) =>
        Assert.Equal([instant], Times(Captures.Of($"  1. Onepublished at {time}\n\n    Words.\n", timeZone: "Asia/Tokyo")));

    [Fact]
    public void The_hour_that_a_change_of_clocks_repeats_is_told_apart_by_the_order_of_the_posts() => Assert.Equal(
        ["2026-10-25T01:10:00Z", "2026-10-25T00:50:00Z"],
        Times(Captures.Read("change-of-clocks", timeZone: "Europe/London")));

    [Theory]
    [InlineData("1 January 0000")]
    [InlineData("1 January 0001")]
    [InlineData("31 December 9999")]
    public void A_year_in_which_nothing_was_published_is_no_time_and_its_line_is_kept(string day)
    {
        var page = Captures.Of($"  1. Onepublished at 10:00 GMT 3 May 2026\n\n    A.\n\n  2. Twopublished at 23:59 UTC-5 {day}\n\n    B.\n");

        Assert.Contains(day, string.Join('\n', page.Posts.SelectMany(Captures.Short)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void A_day_given_in_such_a_year_is_refused(int year)
    {
        var options = new ImportOptions { Now = Captures.Now, Date = new DateOnly(year, 1, 1), TimeZone = "Asia/Tokyo" };

        Assert.Contains("cannot be right", Importer.Read("  1. Onepublished at 00:10\n\n    A.\n\n  2. Twopublished at 23:59\n\n    B.\n"u8.ToArray(), options).Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capture_that_runs_from_the_oldest_post_down_is_turned_round()
    {
        var page = Captures.Of("  1. Firstpublished at 09:00 GMT 3 May 2026\n\n    A.\n\n  2. Thenpublished at 10:00 GMT 3 May 2026\n\n    B.\n\n  3. Lastpublished at 10:00 GMT 3 May 2026\n\n    C.\n");

        Assert.Equal(["Last", "Then", "First"], page.Posts.Select(post => post.Headline));
    }

    [Fact]
    public void Posts_without_times_keep_their_order_and_show_their_day_only()
    {
        var page = Captures.Read("older", date: new DateOnly(2026, 2, 1));

        Assert.All(page.Posts, post => Assert.Equal(("2026-02-01", (bool?)false), (post.PublishedAt, post.TimeKnown)));
        Assert.Equal(["Thank you for reading", "River peaks at Dale Bridge", "Schools closed"], page.Posts.OrderByDescending(post => post.Sort).Select(post => post.Headline));
    }

    [Fact]
    public void Times_without_dates_above_dated_posts_are_of_the_days_that_follow() => Assert.Equal(
        ["2026-05-09T00:10:00Z", "2026-05-08T23:30:00Z", "2026-05-08T21:00:00Z"],
        Times(Captures.Of("  1. Cpublished at 00:10 GMT\n\n    A.\n\n  2. Bpublished at 23:30 GMT\n\n    B.\n\n  3. Apublished at 21:00 GMT 8 May 2026\n\n    C.\n")));

    private static IEnumerable<string> Times(Core.Files.Manuscript page) => page.Posts.Select(post => post.PublishedAt);
}
