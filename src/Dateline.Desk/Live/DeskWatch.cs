using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Live;

/// <summary>Every second: who left, who may not be here any more (another process may have ended a session), which streams are quiet, whose holds are over.</summary>
internal sealed class DeskWatch(Newsdesk desk, Holds holds, TimeProvider time, IHostApplicationLifetime life, ILogger<DeskWatch> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Streams never end by themselves; a server that stops does not wait for them.
        using var closing = life.ApplicationStopping.Register(desk.Close);
        await Task.WhenAll(desk.Tell(stoppingToken), Watch(stoppingToken));
    }

    private async Task Watch(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        await holds.Begin(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            desk.Pass();
            try
            {
                await desk.CheckRights(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Who may be at the desk could not be looked up; it is tried again in a second.");
            }
            await holds.Pass(stoppingToken);
        }
    }
}
