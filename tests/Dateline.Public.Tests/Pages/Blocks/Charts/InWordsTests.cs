using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Blocks.Charts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class InWordsTests
{
    [Fact]
    public void A_few_numbers_are_all_said() => Says("The state 51%, The county 22.5%, The harbour and its users 17.5%, Donations 9%", Titled("Who paid for the barrier"));

    [Fact]
    public void Names_that_end_in_digits_do_not_run_into_their_numbers() => Says("2025: 5.31, 1965: 5.28, 1953: 5.02, 2013: 4.87. Figures in metres above datum", Titled("The highest tides at Port Merrow"));

    [Fact]
    public void A_line_is_said_by_where_it_began_ended_and_reached_furthest() =>
        Says("Sea side: from 2.1 (06:00) to 4.6 (21:00), highest 5.31 (18:00). River side: from 1.9 (06:00) to 2.7 (21:00). Figures in metres", Titled("The water at the gates through the day"));

    [Fact]
    public void Ranges_are_said_from_end_to_end() => Says("Quay 4.1 to 5.2, Bridge −0.4 to 1.7, Weir 2 to 2. Figures in metres", Titled("Expected water level, by gauge"));

    [Fact]
    public void Groups_are_said_one_by_one_and_what_is_not_known_is_said_too() =>
        Says("Lower Town: Monday 3,200, Tuesday 410. Harbour: Monday 1,150, Tuesday 96. Hill: Monday 40, Tuesday not known", Titled("Homes without power"));

    [Fact]
    public void Many_numbers_are_said_by_the_highest_and_the_lowest() => Says("Highest Gauge 1: 60, Gauge 2: 30, Gauge 3: 20; lowest Gauge 40: 1.5; 40 in all. Figures in m", EveryChart.Large[0]);

    [Fact]
    public void It_is_said_in_the_language_of_the_page()
    {
        var said = InWords.Of(Titled("The water at the gates through the day"), Setting.For(Sample.Style, Arabic.Coverage, Sample.Now));
        Assert.Contains("من 2.1 (06:00) إلى 4.6 (21:00)، الأعلى 5.31 (18:00)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_stays_short_however_much_there_is() => AnyChart.Of(Enum.GetValues<ChartType>()).Sample(chart =>
    {
        var said = InWords.Of(chart, Setting.For(Sample.Style, Sample.Coverage, Sample.Now));
        var longest = (chart.Columns ?? []).Concat((chart.Rows ?? []).Select(row => row[0].ToString())).Max(name => name.Length);
        Assert.InRange(said.Length, 1, 60 + (InWords.MostSeries + 1) * (longest * 6 + 300));
    });

    private static Chart Titled(string title) => EveryChart.Kinds.Single(chart => chart.Title == title);

    private static void Says(string sentence, Chart chart) => Assert.Equal(sentence, InWords.Of(chart, Setting.For(Sample.Style, Sample.Coverage, Sample.Now)));
}
