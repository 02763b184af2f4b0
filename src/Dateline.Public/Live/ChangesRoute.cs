using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dateline.Public.Pages.Looks;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Live;

/// <summary><c>GET /live/{slug}/changes?after=N</c>: the same changes for those who poll, and for caches in between.</summary>
public sealed class ChangesRoute(Hub hub, TimeProvider time, PageAssets assets)
{
    private const int MostChanges = 100;

    public async Task Serve(HttpContext context, string slug, string? after)
    {
        var cancellation = context.RequestAborted;
        var position = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out position))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (await hub.Find(slug, cancellation) is not { } live)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (position > live.Edition.Head) await live.CatchUp(null, cancellation);
        var reset = position > live.Edition.Head || await Resets.IsTooFarBehind(live, position, time, cancellation);
        var frames = reset ? [] : (await live.After(position, int.MaxValue, cancellation)).Take(MostChanges).ToList();
        var body = Write(live, position, reset, frames);

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=2, s-maxage=10";
        context.Response.Headers["Cache-Tag"] = $"live-{slug}";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, cancellation);
    }

    private ReadOnlyMemory<byte> Write(LiveCoverage live, long after, bool reset, IReadOnlyList<Frame> frames)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + frames.Sum(frame => frame.Json.Length + 1));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("from", after);
            json.WriteNumber("head", live.Edition.Head);
            json.WriteString("epoch", live.Edition.Epoch);
            json.WriteString("build", assets.Build);
            if (reset) json.WriteBoolean("reset", true);
            json.WriteStartArray("changes");
            foreach (var frame in frames) json.WriteRawValue(frame.Json.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
