using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Coverages;

public sealed class CoverageTests
{
    [Fact]
    public void A_new_live_page_is_a_draft_until_somebody_says_otherwise()
    {
        var page = Coverage.Begin("port-ellis", new CoverageEdit { Headline = " Ferry aground " }, Editor, Noon).Value;
        Assert.Equal(new Status(CoverageStatus.Draft, Noon), page.Status);
        Assert.Equal(("Ferry aground", "en-GB", "UTC", 1), (page.Header.Headline, page.Header.Language, page.Header.TimeZone, page.Revision));
    }

    [Fact]
    public void A_live_page_needs_a_headline() =>
        Assert.Equal(new Problem("headline", "Give the live page a headline."), Assert.Single(Coverage.Begin("port-ellis", new CoverageEdit(), Editor, Noon).Refused().Problems));

    [Fact]
    public void An_edit_that_changes_nothing_is_no_new_revision()
    {
        var page = LivePage();
        Assert.Same(page, page.Edit(new CoverageEdit(), At(5)).Value);
        Assert.Same(page, page.Edit(new CoverageEdit { Headline = "Ferry aground", Status = CoverageStatus.Live, Summary = [] }, At(5)).Value);
    }

    [Fact]
    public void A_page_that_readers_have_cannot_become_a_draft()
    {
        foreach (var status in Enum.GetValues<CoverageStatus>().Where(status => status != CoverageStatus.Draft))
        {
            var page = LivePage().Edit(new CoverageEdit { Status = status }, At(1)).Value;
            var refusal = page.Edit(new CoverageEdit { Status = CoverageStatus.Draft }, At(2)).Refused();
            Assert.Equal(new Refusal(RefusalKind.WrongState, "Readers have this live page already, so it cannot become a draft again; close it instead."), refusal);
        }
    }

    [Fact]
    public void A_new_status_begins_now_and_the_same_status_goes_on()
    {
        Assert.Equal(At(9), LivePage().Edit(new CoverageEdit { Status = CoverageStatus.Closed }, At(9)).Value.Status.Since);
        Assert.Equal(Noon, LivePage().Edit(new CoverageEdit { Status = CoverageStatus.Live, StatusNote = "Still here" }, At(9)).Value.Status.Since);
    }

    [Fact]
    public void A_note_and_a_time_of_resuming_go_with_the_status_they_were_given_with()
    {
        var paused = LivePage().Edit(new CoverageEdit { Status = CoverageStatus.Paused, StatusNote = "Back at six", ResumesAt = At(360) }, At(1)).Value;
        Assert.Equal(new Status(CoverageStatus.Paused, At(1), "Back at six", At(360)), paused.Status);
        Assert.Equal(new Status(CoverageStatus.Live, At(360)), paused.Edit(new CoverageEdit { Status = CoverageStatus.Live }, At(360)).Value.Status);
    }

    [Fact]
    public void A_summary_point_keeps_its_time_wherever_it_moves()
    {
        var page = Summing(LivePage(), At(1), "Ferry aground", "All safe");
        var next = Summing(page, At(20), "Tug arrives", "All safe", "Ferry aground");
        Assert.Equal([("Tug arrives", At(20)), ("All safe", At(1)), ("Ferry aground", At(1))], next.Summary.Points.Select(point => (point.Text.PlainText, point.ChangedAt)));
        Assert.Equal(At(20), next.Summary.UpdatedAt);
    }

    [Fact]
    public void The_same_summary_sent_again_is_not_updated()
    {
        var page = Summing(LivePage(), At(1), "Ferry aground");
        Assert.Same(page, Summing(page, At(20), "Ferry aground"));
    }

    [Fact]
    public void A_summary_has_at_most_12_points_and_none_of_them_is_empty()
    {
        Assert.Equal(12, Summing(LivePage(), At(1), [.. Enumerable.Range(1, 12).Select(n => $"Point {n}")]).Summary.Points.Count);
        Assert.Equal("A summary has at most 12 points; this has 13.", LivePage().Edit(Points([.. Enumerable.Range(1, 13).Select(n => $"Point {n}")]), At(1)).Refused().Sentence);
        Assert.Equal(new Problem("summary[1]", "This point is empty; write it or take it out."), Assert.Single(LivePage().Edit(Points("Ferry aground", " "), At(1)).Refused().Problems));
    }

    [Fact]
    public void A_pin_says_who_pinned_which_post_and_when()
    {
        var page = LivePage().Pinning(Id, Editor, At(1));
        Assert.Equal(new Pin(Id, Editor, At(1)), page.Pin);
        Assert.Equal(Id, page.Public.Pinned);
        Assert.Null(page.Pinning(null, Editor, At(2)).Pin);
    }

    [Fact]
    public void Pinning_what_is_pinned_changes_nothing()
    {
        var page = LivePage().Pinning(Id, Editor, At(1));
        Assert.Same(page, page.Pinning(Id, Reporter, At(9)));
        Assert.Same(LivePage().Pin, LivePage().Pinning(null, Editor, At(1)).Pin);
    }

    [Fact]
    public void Pinning_another_post_is_one_change()
    {
        var page = LivePage().Pinning(Id, Editor, At(1));
        Assert.Equal([new Pinned(IdNumber(2))], page.ChangesTo(page.Pinning(IdNumber(2), Editor, At(2))));
    }

    [Fact]
    public void What_only_the_desk_sees_is_no_public_change()
    {
        var page = LivePage();
        Assert.Empty(page.ChangesTo(page with { Preamble = ["Cookies"], Revision = 9 }));
    }

    [Fact]
    public void A_picture_at_the_top_gets_an_id()
    {
        var page = LivePage().Edit(new CoverageEdit { Lead = new Image { Alt = "The ferry at low tide" } }, At(1)).Value;
        Assert.Equal("lead", page.Header.Lead!.Id);
    }

    private static CoverageEdit Points(params string[] points) => new() { Summary = [.. points.Select(RichText.Plain)] };

    private static Coverage Summing(Coverage page, DateTimeOffset at, params string[] points) => page.Edit(Points(points), at).Value;
}
