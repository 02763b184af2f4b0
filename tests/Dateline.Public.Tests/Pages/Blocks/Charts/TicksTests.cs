using CsCheck;
using Dateline.Public.Pages.Blocks.Charts;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class TicksTests
{
    private static readonly Gen<Scale> AnyScale =
        from least in Gen.Double[-1e9, 1e9]
        from range in Gen.Double[-6, 12].Select(power => Math.Pow(10, power))
        where least + range > least
        select new Scale(least, least + range);

    [Fact]
    public void A_scale_is_marked_at_few_places_that_rise_and_lie_on_it() => AnyScale.Select(scale => scale.Rounded(4)).Sample(scale =>
    {
        var ticks = Ticks.Of(scale, 4);
        var slack = (scale.Most - scale.Least) * 1e-6;
        return ticks.Count is >= 1 and <= 7 && ticks.Zip(ticks.Skip(1)).All(pair => pair.First < pair.Second) && ticks.All(tick => tick >= scale.Least - slack && tick <= scale.Most + slack);
    });

    [Theory]
    [InlineData(0, 5.31, new double[] { 0, 2, 4, 6 })]
    [InlineData(-0.4, 1.7, new double[] { -1, 0, 1, 2 })]
    [InlineData(4.53, 4.83, new double[] { 4.5, 4.6, 4.7, 4.8, 4.9 })]
    public void The_marks_are_round_numbers(double least, double most, double[] marks) =>
        Assert.Equal(marks, Ticks.Of(new Scale(least, most).Rounded(4), 4).Select(tick => Math.Round(tick, 6)));

    [Fact]
    public void Lengths_are_measured_from_nought_whatever_the_numbers() => Gen.Double[-1e6, 1e6].Array[0, 9].Sample(numbers =>
    {
        var scale = Scale.OfLengths(numbers);
        return scale.Least <= 0 && scale.Most >= 0 && scale.Least < scale.Most && numbers.All(number => scale.At(number) is >= 0 and <= 1);
    });

    [Fact]
    public void Places_far_from_nought_are_shown_near()
    {
        Assert.True(Scale.OfPlaces([4.53, 4.83]).Least > 4);
        Assert.Equal(0, Scale.OfPlaces([2, 5]).Least);
        Assert.Equal(0, Scale.OfPlaces([5, 5]).Least);
        Assert.Equal(-1, Scale.OfPlaces([-1, 5]).Least);
    }
}
