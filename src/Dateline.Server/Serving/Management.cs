using Prometheus;

namespace Dateline.Server.Serving;

/// <summary>For operators: <c>/metrics</c> in the form that Prometheus reads, with the meters of this program and of .NET, on an address of its own that readers do not reach (<c>DATELINE_MANAGEMENT</c>).</summary>
internal sealed class Management(Uri address) : IHostedService
{
    private readonly KestrelMetricServer _server = new(new KestrelMetricServerOptions { Hostname = address.Host, Port = (ushort)address.Port });

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _server.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync();
}
