namespace Dateline.Load.Tests.Readers;

public sealed class HttpCrowdTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Readers_over_TLS_receive_everything_once_by_either_version_of_HTTP(int version)
    {
        await using var server = await KnownServer.Start((number, send) => send(number), isSecure: true);
        using var run = new Run(new Plan
        {
            Url = $"{server.Url}/?after={{last}}",
            Publish = server.Url,
            Readers = 6,
            Http = version,
            Warmup = 0,
            Events = 8,
            Interval = 5,
            Settle = 0,
            Stay = 0,
            Patience = 10,
            Size = 200,
        });
        var figures = run.Measure();
        Assert.True(figures.IsWhole, figures.FirstRefusal);
        Assert.Equal(48, figures.Delivery!.Deliveries);
    }
}
