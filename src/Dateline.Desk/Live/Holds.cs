using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Live;

/// <summary>Ends the holds of those who left: a post that was taken over must not wait for somebody whose laptop is shut.</summary>
/// <remarks>Who is at the desk is known to this process alone, and forgotten when it stops: after a start everybody has <see cref="MostAway"/> to be heard of again.</remarks>
internal sealed class Holds(Newsroom newsroom, Newsdesk desk, TimeProvider time, ILogger<Holds> log)
{
    /// <summary>How long a post stays in the hands of somebody who is not heard of at its live page.</summary>
    /// <remarks>Desks speak every 20 seconds; a page in the background is let to speak by its browser once a minute, and a little late.</remarks>
    public static readonly TimeSpan MostAway = TimeSpan.FromSeconds(120);

    private DateTimeOffset _begun;

    /// <summary>Reads who held what when the server last stopped.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        _begun = time.GetUtcNow();
        await using var reader = newsroom.Read();
        foreach (var (slug, post) in await reader.Held(cancellation)) desk.Hold(slug, post);
    }

    /// <summary>Ends the holds of those who have been away for too long.</summary>
    public async Task Pass(CancellationToken cancellation)
    {
        foreach (var (id, hold) in desk.Holds)
        {
            if (time.GetUtcNow() - Later(hold.SeenAt, _begun) < MostAway) continue;
            try
            {
                await newsroom.Change(hold.Slug, open => End(open, id, hold), cancellation);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "The hold of {Who} on a post could not be ended; it is tried again in a second.", hold.By);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<Result<Post>> End(OpenCoverage open, PostId id, Hold hold)
    {
        // Somebody may have published it, or taken it over in turn, since.
        if (open.Find(id) is not { Held: { } held } post || (held.By, held.At) != (hold.By, hold.At))
        {
            desk.Forget(id, hold);
            return new Refusal(RefusalKind.WrongState, "Nobody holds it any more.");
        }
        var free = post.LetGo();
        await open.Keep(post, free, hold.By, "let go", "left the desk");
        return free;
    }
}

/// <summary>Who holds a post, on which live page, since when, and when they were last heard of there.</summary>
internal sealed record Hold(string Slug, string By, DateTimeOffset At, DateTimeOffset SeenAt);
