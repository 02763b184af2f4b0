namespace Dateline.Load.Tests;

/// <summary>The load client against servers that are known: what it says of them must be so.</summary>
public sealed class RunTests
{
    private const int Readers = 6;

    [Fact]
    public async Task A_faithful_server_is_found_whole()
    {
        await using var server = await KnownServer.Start((number, send) => send(number));
        var figures = Measured(server);
        Assert.True(figures.IsWhole, figures.FirstRefusal);
        Assert.Equal(8 * Readers, figures.Delivery!.Deliveries);
        Assert.InRange(figures.Delivery.Last, 0.001, 20_000);
    }

    [Fact]
    public async Task What_a_server_loses_doubles_and_disorders_is_counted()
    {
        await using var server = await KnownServer.Start((number, send) =>
        {
            if (number == 3) return;
            if (number == 6) return;
            send(number);
            if (number == 5) send(5);
            if (number == 7) send(6);
        });
        var figures = Measured(server);
        Assert.Equal((Readers, Readers, Readers), (figures.Lost, figures.Doubled, figures.OutOfOrder));
        Assert.False(figures.IsWhole);
    }

    [Fact]
    public async Task A_reader_who_has_stalled_is_not_waited_for()
    {
        await using var server = await KnownServer.Start((number, send) => send(number));
        var figures = Measured(server, stalled: 2);
        Assert.True(figures.IsWhole, figures.FirstRefusal);
        Assert.Equal(8 * (Readers - 2), figures.Delivery!.Deliveries);
    }

    [Fact]
    public async Task Readers_who_come_back_in_a_storm_are_served_by_the_number_they_have()
    {
        await using var server = await KnownServer.Start((number, send) => send(number));
        var figures = Measured(server, storm: true);
        Assert.True(figures.IsWhole, figures.FirstRefusal);
        Assert.Equal(2 * Readers, figures.Opened + Readers);
        Assert.Equal(5, figures.Storm!.Posts);
    }

    [Fact]
    public async Task A_server_that_turns_readers_away_is_told_by_its_own_words()
    {
        await using var server = await KnownServer.Start((number, send) => send(number), isFull: true);
        var figures = Measured(server);
        Assert.Equal((0, Readers), (figures.Opened, figures.Refused));
        Assert.Contains("429", figures.FirstRefusal, StringComparison.Ordinal);
    }

    private static Figures Measured(KnownServer server, int stalled = 0, bool storm = false)
    {
        using var run = new Run(new Plan
        {
            Url = $"{server.Url}/?after={{last}}",
            Publish = server.Url,
            Readers = Readers,
            Threads = 2,
            Stalled = stalled,
            Storm = storm,
            StormEvents = 5,
            StormInterval = 5,
            Warmup = 0,
            Events = 8,
            Interval = 5,
            Settle = 0,
            Stay = 0,
            Patience = 2,
            Size = 200,
        });
        return run.Measure();
    }
}
