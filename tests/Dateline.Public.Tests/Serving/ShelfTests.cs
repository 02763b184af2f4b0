using System.Diagnostics.Metrics;
using Dateline.Public.Live;
using Dateline.Public.Serving;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Public.Tests.Serving;

/// <summary>The shelf's promise: one rendering for all who ask for the same page.</summary>
public sealed class ShelfTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly LiveMeter _meter;
    private readonly Shelf _shelf;

    public ShelfTests()
    {
        _meter = new LiveMeter(_services.GetRequiredService<IMeterFactory>());
        _shelf = new Shelf(new Press(TimeProvider.System), _meter, TimeProvider.System);
    }

    [Fact]
    public async Task Whoever_asks_while_a_page_is_made_waits_for_that_one()
    {
        var made = new TaskCompletionSource<Sheet?>();
        var waiting = Enumerable.Range(0, 8).Select(_ => _shelf.Get("front", () => made.Task).AsTask()).ToList();
        made.SetResult(Sheet.Html("<p>Made once</p>"));
        var sheets = await Task.WhenAll(waiting);
        Assert.All(sheets, sheet => Assert.Same(sheets[0], sheet));
        Assert.Equal(1, _meter.PagesRendered);
    }

    [Fact]
    public async Task Whoever_looked_just_before_a_page_was_finished_gets_that_one_too()
    {
        Sheet? others = null;
        // The shelf asks a key for its code when it looks for the sheet, and again when it looks for who is making it.
        var late = new Key(asked =>
        {
            if (asked == 2) others = _shelf.Get(new Key(_ => { }), () => Task.FromResult<Sheet?>(Sheet.Html("<p>By another</p>"))).AsTask().GetAwaiter().GetResult();
        });
        var sheet = await _shelf.Get(late, () => Task.FromResult<Sheet?>(Sheet.Html("<p>Made again</p>")));
        Assert.NotNull(others);
        Assert.Same(others, sheet);
        Assert.Equal(1, _meter.PagesRendered);
    }

    public void Dispose()
    {
        _shelf.Dispose();
        _services.Dispose();
    }

    private sealed class Key(Action<int> whenAsked)
    {
        private int _asked;

        public override int GetHashCode()
        {
            whenAsked(++_asked);
            return 1;
        }

        public override bool Equals(object? obj) => obj is Key;
    }
}
