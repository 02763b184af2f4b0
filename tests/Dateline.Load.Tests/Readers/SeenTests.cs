using Dateline.Load.Readers;

namespace Dateline.Load.Tests.Readers;

public sealed class SeenTests
{
    [Fact]
    public void A_number_that_comes_twice_is_doubled_and_one_that_comes_late_is_out_of_order()
    {
        var seen = new Seen();
        Assert.Equal([true, true, true, false, true, false, true], new long[] { 1, 2, 4, 4, 3, 1, 200 }.Select(number => Add(ref seen, number)).ToArray());
        Assert.Equal((200, 2, 1), (seen.Last, seen.Doubled, seen.OutOfOrder));
    }

    private static bool Add(ref Seen seen, long number) => seen.Add(number);
}
