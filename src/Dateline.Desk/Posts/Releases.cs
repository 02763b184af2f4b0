using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Storage.Media;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Posts;

/// <summary>What happens at an instant set before: scheduled posts are released, and pictures and recordings leave with the right to show them, each within a second of its time.</summary>
public sealed class Releases(Newsroom newsroom, MediaRights rights, TimeProvider time, ILogger<Releases> log) : BackgroundService
{
    // Short of the second that is promised by what a release takes, and no shorter: each tick wakes a server that has nothing else to do.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(800);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pulse = newsroom.Pulse();
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var (now, next) = (time.GetUtcNow(), pulse.Next());
                if (next.Release <= now) await Release(now, stoppingToken);
                if (next.Rights <= now) await rights.Settle(now, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "What was due could not be done: scheduled posts to release, or pictures and recordings to take out whose rights ended. It is tried again in a moment.");
            }
        }
    }

    private async Task Release(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        foreach (var (slug, id) in await reader.Due(now, cancellation))
        {
            var released = await newsroom.Change(slug, open => Release(open, id), cancellation);
            if (released.Refusal is { } refusal) log.LogError("The scheduled post {Post} of {Coverage} was not released: {Why}", id, slug, refusal.Sentence);
        }
    }

    private static async Task<Result<Post>> Release(OpenCoverage open, PostId id)
    {
        // Somebody may have published, moved or unscheduled it since it was found due.
        if (open.Find(id) is not { State: PostState.Scheduled, Schedule: { } schedule } before || schedule.For > open.Now) return new Refusal(RefusalKind.WrongState, "It is not due any more.");
        if (!before.Publish(schedule.By, open.Now, open.NextOrdinal(), asks: open.Rules().Checklist).Try(out var after, out var refusal))
        {
            // One that cannot go out is put back among the drafts, where its editor finds it; tried for ever it would fill the log.
            await open.Keep(before, before.Unschedule().Value, schedule.By, "unscheduled", refusal.Sentence);
            return before;
        }
        await open.Keep(before, after, schedule.By, "published");
        return after;
    }
}
