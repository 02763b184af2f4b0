using System.Globalization;
using System.Net;
using System.Text;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Wire;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Public.Live;

/// <summary>
/// <c>GET /live/{slug}/stream</c>: Server-Sent Events, resumable from any number (spec/protocol.md, "The stream"). Here come the readers whose connections Kestrel holds (TLS, HTTP/2, a connection that
/// carried other requests before) and every call that has another answer than a stream; the others are taken in by the door.
/// </summary>
public sealed class StreamRoute(Hub hub, ReaderPlaces places, LiveMeter meter, TimeProvider time, PageAssets assets)
{
    /// <summary>How long a write may wait for a reader before the reader is dropped; it comes back with its Last-Event-ID.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long an "after" from the future is given to become the present.</summary>
    private static readonly TimeSpan PollPeriod = TimeSpan.FromSeconds(2);

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
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!places.TryTake(address))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        try
        {
            await Serve(context, live, position, epoch);
        }
        finally
        {
            places.Leave(address);
        }
    }

    private async Task Serve(HttpContext context, LiveCoverage live, long position, string? epoch)
    {
        var leaving = context.RequestAborted;
        if (position > live.Edition.Head) await Wait(live, position, leaving);
        var reset = Resets.IsOtherEpoch(live, epoch) || position > live.Edition.Head || await Resets.IsTooFarBehind(live, position, time, leaving);
        if (!reset && live.Edition.IsClosed && position >= live.Edition.Head)
        {
            // A native EventSource takes 204 as "do not come back".
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        await Open(context);
        await Send(context, Encoding.UTF8.GetBytes(StreamEvents.Hello(live.Edition, assets.Build)));
        if (reset) await Send(context, StreamEvents.Reset(live.Edition.Head));
        else await Follow(context, live, position);
    }

    private static async Task Open(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store, no-transform";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (Linux.IsHere && context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket) Linux.GiveUpAfterSilence((int)socket.Handle);
        await context.Response.StartAsync(context.RequestAborted);
    }

    private async Task Follow(HttpContext context, LiveCoverage live, long position)
    {
        var circle = (int)((uint)Interlocked.Increment(ref _nextCircle) % Bell.Circles);
        live.Enter();
        meter.ReaderCame();
        try
        {
            await Follow(context, live, position, live.Edition.Epoch, circle);
        }
        finally
        {
            live.Leave();
            meter.ReaderLeft();
        }
    }

    private async Task Follow(HttpContext context, LiveCoverage live, long position, string epoch, int circle)
    {
        var leaving = context.RequestAborted;
        while (!leaving.IsCancellationRequested && !live.IsGone)
        {
            var ring = live.Bell.Next(circle);
            if (live.Log.DueAfter(position) is not { } due)
            {
                // Too far behind for the log: from the database, a piece at a time.
                var frames = await live.After(position, FrameLog.MostGathered, leaving);
                if (live.Edition.Epoch == epoch)
                {
                    foreach (var frame in frames)
                    {
                        if (!await Send(context, frame.Event)) return;
                        position = frame.Seq;
                    }
                    continue;
                }
            }
            else if (due.Epoch == epoch && !due.Bytes.IsEmpty)
            {
                if (!await Send(context, due.Bytes)) return;
                (position, var sent) = (due.To, due.To - position);
                meter.Sent(sent);
                continue;
            }
            if (StreamEvents.Farewell(live, epoch, position) is { } farewell)
            {
                await Send(context, farewell);
                return;
            }
            await ring.WaitAsync(leaving);
            // Woken without a change: it is this circle's turn for a keep-alive.
            if (live.Edition.Head == position && !await Send(context, StreamEvents.KeepAlive)) return;
        }
    }

    private async Task Wait(LiveCoverage live, long position, CancellationToken leaving)
    {
        await Task.Delay(PollPeriod, time, leaving);
        await live.CatchUp(position, leaving);
    }

    /// <summary>Sends; false when the reader is not there any more.</summary>
    private async ValueTask<bool> Send(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var leaving = context.RequestAborted;
        var flushing = context.Response.BodyWriter.WriteAsync(bytes, leaving);
        if (flushing.IsCompletedSuccessfully) return !flushing.Result.IsCompleted;
        // Only a reader who does not keep up costs a timer.
        try
        {
            return !(await flushing.AsTask().WaitAsync(Patience, time, leaving)).IsCompleted;
        }
        catch (TimeoutException)
        {
            meter.ReaderDropped();
            // An answer that is only ended would still wait for the reader to take what is on its way.
            context.Abort();
            return false;
        }
    }
}
