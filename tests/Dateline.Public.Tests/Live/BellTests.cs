using Dateline.Public.Live;
using Dateline.Testing;
using Xunit;

namespace Dateline.Public.Tests.Live;

public sealed class BellTests
{
    private readonly Bell _bell = new();

    [Fact]
    public async Task A_change_wakes_every_circle()
    {
        var waiting = Enumerable.Range(0, Bell.Circles).Select(_bell.Next).ToList();
        _bell.Ring();
        await Task.WhenAll(waiting).Soon();
    }

    [Fact]
    public async Task A_keep_alive_wakes_one_circle_and_leaves_the_others_asleep()
    {
        var waiting = Enumerable.Range(0, Bell.Circles).Select(_bell.Next).ToList();
        _bell.Ring(3);
        await waiting[3].Soon();
        Assert.Equal([3], Enumerable.Range(0, Bell.Circles).Where(circle => waiting[circle].IsCompleted));
    }

    [Fact]
    public void A_ring_after_the_next_was_taken_is_not_missed()
    {
        var next = _bell.Next(0);
        _bell.Ring();
        Assert.True(next.IsCompleted);
        Assert.False(_bell.Next(0).IsCompleted);
    }

    [Fact]
    public async Task Nobody_who_is_woken_holds_up_who_rings()
    {
        var rang = new TaskCompletionSource();
        var woken = Wake();
        var thread = new Thread(() =>
        {
            _bell.Ring();
            rang.SetResult();
        });
        thread.Start();
        await rang.Task.Soon();
        Assert.NotEqual(thread.ManagedThreadId, await woken.Soon());

        async Task<int> Wake()
        {
            await _bell.Next(0).ConfigureAwait(false);
            return Environment.CurrentManagedThreadId;
        }
    }
}
