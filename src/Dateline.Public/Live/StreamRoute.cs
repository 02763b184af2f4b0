using System.Buffers;
using System.Globalization;
using System.Text;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Looks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Public.Live;

/// <summary><c>GET /live/{slug}/stream</c>: Server-Sent Events, resumable from any number (spec/protocol.md, "The stream").</summary>
public sealed class StreamRoute(Hub hub, TimeProvider time, PageAssets assets)
{
    /// <summary>How much is gathered into one write, in bytes.</summary>
    private const int Gathered = 64 * 1024;

    /// <summary>How long a write may wait for a reader before the reader is dropped; it comes back with its Last-Event-ID.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long an "after" from the future is given to become the present.</summary>
    private static readonly TimeSpan PollPeriod = TimeSpan.FromSeconds(2);

    private static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();

    private int _nextCircle;

    public async Task Serve(HttpContext context, string slug, string? after, string? epoch)
    {
        var leaving = context.RequestAborted;
        if (await hub.Find(slug, leaving) is not { } live)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var asked = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : after;
        var position = live.Edition.Head;
        if (asked is not null && (!long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out position)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (position > live.Edition.Head) await Wait(live, position, leaving);
        var reset = Resets.IsOtherEpoch(live, epoch) || position > live.Edition.Head || await Resets.IsTooFarBehind(live, position, time, leaving);
        if (!reset && live.Edition.IsClosed && position >= live.Edition.Head)
        {
            // A native EventSource takes 204 as "do not come back".
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        await Open(context);
        await Send(context, Hello(live.Edition));
        if (reset) await Send(context, Event("reset", live.Edition.Head));
        else await Follow(context, live, position);
    }

    private static async Task Open(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store, no-transform";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.StartAsync(context.RequestAborted);
    }

    private async Task Follow(HttpContext context, LiveCoverage live, long position)
    {
        var leaving = context.RequestAborted;
        using var joined = live.Join();
        var circle = (int)((uint)Interlocked.Increment(ref _nextCircle) % Bell.Circles);
        var epoch = live.Edition.Epoch;
        while (!leaving.IsCancellationRequested && !live.IsGone)
        {
            var ring = live.Bell.Next(circle);
            var edition = live.Edition;
            // The log is ahead of the edition for a moment, whenever a change is applied.
            if (edition.Epoch != epoch || position > live.Log.Head)
            {
                await Send(context, Event("reset", edition.Head));
                return;
            }
            var frames = await live.After(position, Gathered, leaving);
            if (frames.Count > 0)
            {
                foreach (var frame in frames) context.Response.BodyWriter.Write(frame.Event.Span);
                if (!await Flush(context)) return;
                position = frames[^1].Seq;
                continue;
            }
            if (edition.IsClosed && position >= edition.Head)
            {
                await Send(context, Event("end", edition.Head));
                return;
            }
            await ring.WaitAsync(leaving);
            // Woken without a change: it is this circle's turn for a keep-alive.
            if (live.Edition.Head == position && !await Send(context, KeepAlive)) return;
        }
    }

    private async Task Wait(LiveCoverage live, long position, CancellationToken leaving)
    {
        await Task.Delay(PollPeriod, time, leaving);
        await live.CatchUp(position, leaving);
    }

    private ValueTask<bool> Send(HttpContext context, byte[] bytes)
    {
        context.Response.BodyWriter.Write(bytes);
        return Flush(context);
    }

    private async ValueTask<bool> Flush(HttpContext context)
    {
        var leaving = context.RequestAborted;
        var flushing = context.Response.BodyWriter.FlushAsync(leaving);
        if (flushing.IsCompletedSuccessfully) return !flushing.Result.IsCompleted;
        // Only a reader who does not keep up costs a timer.
        try
        {
            return !(await flushing.AsTask().WaitAsync(Patience, time, leaving)).IsCompleted;
        }
        catch (TimeoutException)
        {
            // An answer that is only ended would still wait for the reader to take what is on its way.
            context.Abort();
            return false;
        }
    }

    private byte[] Hello(Edition edition) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"retry: {Random.Shared.Next(2_000, 4_000)}\n\nevent: hello\ndata: {{\"seq\":{edition.Head},\"epoch\":\"{edition.Epoch}\",\"build\":\"{assets.Build}\"}}\n\n"));

    private static byte[] Event(string name, long head) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: {{\"seq\":{head}}}\n\n"));
}
