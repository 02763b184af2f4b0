using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Coverages;

/// <summary>A field that an edit names is set, perhaps to nothing; one that it does not name stays.</summary>
public sealed class CoverageEditTests
{
    private static readonly Coverage Full = LivePage().Edit(new CoverageEdit
    {
        Standfirst = "Rescue boats are out.",
        Lead = new Video { Caption = RichText.Plain("The harbour, live") },
        Contributors = RichText.Plain("Edited by Tomasz Reid"),
        Previous = new PageLink("/live/yesterday", "Yesterday"),
        Next = new PageLink("https://example.org/tomorrow"),
        StatusNote = "We are here all night.",
        ResumesAt = At(600),
    }, At(1)).Value;

    [Fact]
    public void A_field_not_named_stays()
    {
        var edited = Full.Edit(new CoverageEdit { Headline = "Ferry refloated" }, At(2)).Value;
        Assert.Equal(Full.Header with { Headline = "Ferry refloated" }, edited.Header);
        Assert.Equal(Full.Status, edited.Status);
    }

    [Fact]
    public void A_field_named_with_nothing_is_emptied()
    {
        var nothing = new CoverageEdit
        {
            Standfirst = null,
            Lead = null,
            Contributors = null,
            Previous = null,
            Next = null,
            StatusNote = null,
            ResumesAt = (DateTimeOffset?)null,
        };
        var header = Full.Edit(nothing, At(2)).Value.Header;
        Assert.Equal(new Header { Headline = "Ferry aground", Language = "en-GB", TimeZone = "UTC" }, header);
        Assert.Equal(new Status(CoverageStatus.Live, Noon), Full.Edit(nothing, At(2)).Value.Status);
    }

    [Fact]
    public void A_name_without_a_value_is_not_the_same_as_no_name()
    {
        Assert.False(default(Named<string>).Is);
        Assert.True(new Named<string>(null).Is);
        Assert.Equal("old", default(Named<string>).Over("old"));
        Assert.Null(new Named<string>(null).Over("old"));
    }

    [Fact]
    public void Every_wrong_field_is_named_with_what_to_do()
    {
        var wrong = new CoverageEdit
        {
            Headline = "",
            Language = "english",
            TimeZone = "London",
            Lead = Paragraph("Words"),
            Previous = new PageLink("javascript:alert(1)"),
            Standfirst = new string('a', CoverageEdit.MostCharacters + 1),
        };
        var problems = LivePage().Edit(wrong, At(1)).Refused().Problems;
        Assert.Equal(["headline", "language", "lead", "previous.url", "standfirst", "timeZone"], problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Contains(new Problem("timeZone", "“London” is not a time zone known here; write it as Europe/London."), problems);
        Assert.Contains(new Problem("language", "“english” is not a language known here; write it as en-GB, fr or ar."), problems);
    }

    [Theory]
    [InlineData("Europe/London", true)]
    [InlineData("Asia/Kolkata", true)]
    [InlineData("UTC", true)]
    [InlineData("GMT Standard Time", false)]
    [InlineData("+01:00", false)]
    public void A_zone_has_the_name_that_browsers_know(string zone, bool known) =>
        Assert.Equal(known, LivePage().Edit(new CoverageEdit { TimeZone = zone }, At(1)).Refusal is null);

    [Theory]
    [InlineData("en-GB", true)]
    [InlineData("ar", true)]
    [InlineData("zh-Hant", true)]
    [InlineData("en_GB", false)]
    [InlineData("xx", false)]
    [InlineData("", false)]
    public void A_language_is_one_that_dates_can_be_written_in(string tag, bool known) => Assert.Equal(known, Coverage.IsLanguage(tag));

    [Fact]
    public void Only_what_can_be_seen_or_heard_stands_at_the_top()
    {
        foreach (var lead in new Block[] { new Image { Alt = "A ferry" }, new Audio { Show = "The Quay" }, new Video { Caption = RichText.Plain("Live") } })
            Assert.Null(LivePage().Edit(new CoverageEdit { Lead = lead }, At(1)).Refusal);
        Assert.Equal("lead.alt", Assert.Single(LivePage().Edit(new CoverageEdit { Lead = new Image() }, At(1)).Refused().Problems).Path);
    }
}
