using System.Threading.Channels;
using Dateline.Media;
using Dateline.Storage.Media;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Media;

/// <summary>Has the renditions of new pictures made, one picture after another, so that no page ever waits for one. What a server that was stopped left undone is done by the next.</summary>
public sealed class Development(PictureBook book, Developer developer, MediaFolder folder, TimeProvider time, ILogger<Development> log) : BackgroundService
{
    private const int Batch = 50;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _hurry = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that a picture came in.</summary>
    public void Hurry() => _hurry.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        folder.Sweep();
        Hurry();
        // Once a minute too: what the command line brought in, nobody here is told of; and what failed is tried again.
        await using var round = time.CreateTimer(_ => Hurry(), null, Rest, Rest);
        while (await _hurry.Reader.WaitToReadAsync(stoppingToken))
        {
            _hurry.Reader.TryRead(out _);
            try
            {
                while (await book.Due(Batch, stoppingToken) is { Count: > 0 } due)
                    foreach (var hash in due) await Develop(hash, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Renditions of new pictures could not be made or kept; they are tried again within a minute, and made when a reader asks meanwhile.");
            }
        }
    }

    private async Task Develop(string hash, CancellationToken cancellation)
    {
        try
        {
            while (!await developer.DevelopAll(hash, cancellation)) await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }
        catch (NetVips.VipsException exception)
        {
            // It was decoded to its end when it came, so this is a fault of ours; the rest must not wait for it.
            log.LogError(exception, "The picture {Hash} could not be made into all its renditions.", hash);
        }
        await book.Developed(hash, cancellation);
    }
}
