using Dateline.Public.Live;
using Dateline.Public.Wire;
using Xunit;

namespace Dateline.Public.Tests.Wire;

/// <summary>What a reader costs, in bytes that can be counted: none for a delivery, and a few hundred to be there. Times are measured in bench/.</summary>
[Collection(nameof(CountsBytes))]
public sealed class CourierCostTests
{
    private const int Few = 10;
    private const int Many = 210;
    private const int Changes = 100;

    [Fact]
    public async Task A_delivery_allocates_nothing()
    {
        Assert.SkipUnless(Linux.IsHere, "The door is there on Linux only.");
        var (few, many) = (await Allocated(Few), await Allocated(Many));
        var perDelivery = (many - few) / ((double)(Many - Few) * Changes);
        Assert.True(perDelivery < 1, $"{perDelivery} bytes per delivery: {few} for {Few} readers, {many} for {Many}.");
    }

    [Fact]
    public async Task A_reader_who_listens_costs_less_than_half_a_kilobyte()
    {
        Assert.SkipUnless(Linux.IsHere, "The door is there on Linux only.");
        const int readers = 1_000;
        await using var hall = await ReadingHall.Opens(readers);
        var with = GC.GetTotalMemory(forceFullCollection: true);
        await hall.SendsAllAway();
        var without = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange((with - without) / (double)readers, 1, 512);
    }

    // What is there at each change whoever reads (the frame gathered, the errand) is in both counts and falls out of the difference.
    private static async Task<long> Allocated(int readers)
    {
        await using var hall = await ReadingHall.Opens(readers);
        var frames = Enumerable.Range(1, Changes + Few).Select(i => Frame(i)).ToList();
        foreach (var frame in frames) _ = frame.Event.Length;
        foreach (var frame in frames.Take(Few)) hall.Carries(frame);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        foreach (var frame in frames.Skip(Few)) hall.Carries(frame);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Frame Frame(long seq) => new() { Seq = seq, Op = "upsert", Target = "x", Html = new string('x', 200) };
}
