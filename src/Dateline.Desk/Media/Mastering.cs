using System.Threading.Channels;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Recordings;
using Dateline.Storage.Media;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Media;

/// <summary>Has what readers get made of new recordings, one after another in the order they came. What a server that was stopped left undone is done by the next.</summary>
public sealed class Mastering(RecordingBook book, RecordingMaker maker, MediaFolder folder, TimeProvider time, ILogger<Mastering> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _hurry = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that a recording came in.</summary>
    public void Hurry() => _hurry.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Hurry();
        // Once a minute too: what the command line brought in, nobody here is told of; and what failed is tried again.
        await using var round = time.CreateTimer(_ => Hurry(), null, Rest, Rest);
        var looked = false;
        while (await _hurry.Reader.WaitToReadAsync(stoppingToken))
        {
            _hurry.Reader.TryRead(out _);
            try
            {
                if (!looked) await LookForLost(stoppingToken);
                looked = true;
                while (await book.Due(stoppingToken) is { } due)
                    if (!await Make(due, stoppingToken)) break;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "A new recording could not be made ready or kept; it is tried again within a minute.");
            }
        }
    }

    // The folder of what is served may be deleted: all of it can be made again.
    private async Task LookForLost(CancellationToken cancellation)
    {
        foreach (var name in await book.Made(cancellation))
            if (folder.FindRecording(name.Hash, name.File) is null) await book.Lost(name.Hash, cancellation);
    }

    /// <summary>Makes it at once, for what is made in a moment.</summary>
    public Task MakeNow(CaptionsName captions, CancellationToken cancellation) => Make(captions, cancellation);

    private async Task<bool> Make(RecordingName name, CancellationToken cancellation)
    {
        var refusal = await maker.Make(name, cancellation);
        // The store of originals is away.
        if (refusal?.Kind == RefusalKind.Busy) return false;
        return (await book.Note(name.Hash, refusal?.Sentence, cancellation)).Refusal is null;
    }
}
