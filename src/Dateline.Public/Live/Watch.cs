using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Live;

/// <summary>The hub's one clock: every second it looks for changes that were not announced and wakes the next circle of readers for a keep-alive.</summary>
public sealed class Watch(Hub hub, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Watch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The web server waits, for as long as it may, for streams that never end by themselves.
        lifetime.ApplicationStopping.Register(() => _ = hub.Close());
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var circle = 0; await timer.WaitForNextTickAsync(stoppingToken); circle = (circle + 1) % Bell.Circles)
        {
            hub.KeepAlive(circle);
            try
            {
                await hub.Look(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "The database did not answer; readers keep what they have and it is asked again in a second.");
            }
        }
    }
}
