using System.Net;
using System.Net.Sockets;
using Dateline.Public.Live;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>What operators see of the live side, and nobody else.</summary>
public sealed class ManagementTests
{
    [Fact]
    public async Task Operators_count_readers_at_an_address_of_their_own()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await using var server = await RunningServer.Start(settings: settings => settings with { Management = address });
        await server.Begins("storm");
        using var stream = await EventStream.Open(server.Http, "/live/storm/stream");
        await Bound.Until(() => server.Services.GetRequiredService<Hub>().Readers == 1, "the reader is in");

        using var operators = new HttpClient();
        Assert.Contains("dateline_readers", await operators.GetStringAsync(new Uri(address, "/metrics")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync("/metrics")).StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
