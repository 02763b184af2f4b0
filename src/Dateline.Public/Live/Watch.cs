using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Live;

/// <summary>The hub's one clock: every second it looks for changes that were not announced and wakes the next circle of readers for a keep-alive.</summary>
public sealed class Watch(Hub hub, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Watch> log) : BackgroundService
{
    private Task _closing = Task.CompletedTask;

    /// <summary>Waits until the readers have been sent away, or until there is no time left for it.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAny(_closing, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the web server begins to wait for its requests: streams never end by themselves.
        lifetime.ApplicationStopping.Register(() => _closing = hub.Close());
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
