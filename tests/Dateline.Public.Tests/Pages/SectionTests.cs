using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Sections;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class SectionTests
{
    public static TheoryData<CoverageStatus, double?, string> Statuses => new()
    {
        { CoverageStatus.Live, null, "Live" },
        { CoverageStatus.Upcoming, null, "Live coverage begins soon" },
        { CoverageStatus.Upcoming, 1, "Live coverage begins today at 22:09" },
        { CoverageStatus.Paused, 10, "Live coverage is paused, back tomorrow at 07:09" },
        { CoverageStatus.Closed, null, "Live coverage has ended" },
        { CoverageStatus.Closed, -1, "Live coverage has ended" },
        { CoverageStatus.Closed, 2.85, "Live coverage has ended, back tomorrow" },
        { CoverageStatus.Closed, 60, "Live coverage has ended, back on Thursday 20 February at 09:09" },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_status_is_a_sentence_from_where_the_reader_stands(CoverageStatus kind, double? hoursAhead, string sentence)
    {
        var resumes = hoursAhead is { } hours ? Sample.Now.AddHours(hours) : (DateTimeOffset?)null;
        var html = await Set(Section.Status, With(new Status(kind, Sample.Now.AddDays(-1), ResumesAt: resumes)));
        Assert.Equal($"""<p class="status {StatusName(kind)}"><b>{sentence}</b></p>""", html);
    }

    [Fact]
    public async Task A_note_stands_with_the_status()
    {
        var html = await Set(Section.Status, With(new Status(CoverageStatus.Closed, Sample.Now, "Thank you for following.")));
        Assert.Contains("Thank you for following.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_point_that_changed_after_the_others_is_new_and_only_for_ten_minutes()
    {
        Assert.Equal(1, News(await Set(Section.Summary, Sample.View())));
        Assert.Equal(0, News(await Set(Section.Summary, Sample.View(), Sample.Now.AddMinutes(4))));
        var allNew = Sample.View() with { Coverage = Sample.Coverage with { Summary = new Summary([new SummaryPoint(RichText.Plain("One"), Sample.Now), new SummaryPoint(RichText.Plain("Two"), Sample.Now)], Sample.Now) } };
        Assert.Equal(0, News(await Set(Section.Summary, allNew)));
    }

    [Fact]
    public async Task A_section_without_content_is_empty()
    {
        var view = Sample.View() with { Coverage = Sample.Coverage with { Summary = Summary.None } };
        Assert.Equal("", await Set(Section.Summary, view));
        Assert.Equal("", await Set(Section.Pinned, view));
        Assert.Equal("", await Set(Section.KeyEvents, view));
    }

    [Fact]
    public async Task Key_events_lead_to_their_posts_and_name_the_day_when_it_is_another()
    {
        var view = Sample.View() with
        {
            KeyEvents =
            [
                new KeyEvent(Sample.Id(1), new ShownTime(Sample.Now), "Pump fails"),
                new KeyEvent(Sample.Id(2), new ShownTime(Sample.Now.AddDays(-1)), "Red warning"),
            ],
        };
        var html = await Set(Section.KeyEvents, view);
        Assert.Contains($"""href="/live/merrow-barrier/posts/{Sample.Id(1)}" data-event="{Sample.Id(1)}">""", html, StringComparison.Ordinal);
        Assert.Contains("16 February, <time", html, StringComparison.Ordinal);
        Assert.DoesNotContain("17 February, <time", html, StringComparison.Ordinal);
    }

    private static PageView With(Status status) => Sample.View() with { Coverage = Sample.Coverage with { Status = status } };

    private static string StatusName(CoverageStatus kind) => kind.ToString().ToLowerInvariant();

    private static async Task<string> Set(Section section, PageView view, DateTimeOffset? now = null) =>
        (await Sample.Typesetter().Section(section, view, now ?? Sample.Now)).Trim();

    private static int News(string html) => html.Split("<b class=\"new\">").Length - 1;
}
