using CsCheck;
using Dateline.Public.Pages.Blocks.Charts;
using Xunit;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

public sealed class SpreadTests
{
    private const double Bottom = 200;

    private static readonly Gen<(double Wish, double Height)[]> Labels = Gen.Select(Gen.Double[-20, 220], Gen.Double[10, 50]).Array[0, 12];

    [Fact]
    public void Labels_never_lie_over_each_other_and_never_leave_the_drawing() => Labels.Sample(labels =>
    {
        if (Place(labels) is not { } centres) return labels.Sum(label => label.Height) > Bottom;
        var placed = centres.Select((centre, i) => (Top: centre - labels[i].Height / 2, Foot: centre + labels[i].Height / 2)).OrderBy(label => label.Top).ToList();
        return placed.All(label => label.Top >= -0.001 && label.Foot <= Bottom + 0.001) && placed.Zip(placed.Skip(1)).All(pair => pair.First.Foot <= pair.Second.Top + 0.001);
    });

    [Fact]
    public void Labels_keep_the_order_of_what_they_name() => Labels.Sample(labels =>
    {
        if (Place(labels) is not { } centres) return true;
        var order = Enumerable.Range(0, labels.Length).OrderBy(i => labels[i].Wish).ToList();
        return order.Zip(order.Skip(1)).All(pair => labels[pair.First].Wish == labels[pair.Second].Wish || centres[pair.First] < centres[pair.Second]);
    });

    [Fact]
    public void Labels_with_room_stand_where_they_would_like_to() => Assert.Equal([20, 100, 160], Place([(20, 30), (100, 30), (160, 30)])!);

    [Fact]
    public void Labels_that_want_the_same_place_share_the_way() => Assert.Equal([85, 115], Place([(100, 30), (100, 30)])!);

    private static double[]? Place((double Wish, double Height)[] labels) => Spread.Of([.. labels.Select(label => label.Wish)], [.. labels.Select(label => label.Height)], Bottom);
}
