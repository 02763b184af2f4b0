using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Serving;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Live;

/// <summary><c>GET /live/{slug}/changes?after=N</c>: the same changes for those who poll, and for caches in between.</summary>
public sealed class ChangesRoute(Hub hub, Shelf shelf, Sending sending, TimeProvider time, PageAssets assets)
{
    private const int MostChanges = 100;

    /// <summary>How far behind the newest change an answer is still kept for the next who asks for the same: where those who poll are. Further back everybody is somewhere else, and would only push pages off the shelf.</summary>
    private const int MostShelved = 64;

    // Fresh for two seconds; what a newer answer holds it holds too, so a cache in between may keep it for longer.
    private const string Caching = "public, max-age=2, s-maxage=10";

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
        await sending.Send(context, reset || !IsNear(live.Edition, position) ? await Make(live, position, reset) : (await Near(live, position)).Sheet);
    }

    /// <summary>Whether the answer to this position is one of the few that everybody asks for.</summary>
    public static bool IsNear(Edition edition, long position) => position <= edition.Head && position >= edition.Head - MostShelved;

    /// <summary>The changes after a position near the newest, with the edition they reach up to; made once for all who ask.</summary>
    public async ValueTask<(Edition Edition, Sheet Sheet)> Near(LiveCoverage live, long position)
    {
        var edition = live.Edition;
        return (edition, (await shelf.Get(("changes", edition.Slug, edition.Epoch, edition.Head, position), async () => await Make(live, position, reset: false)))!);
    }

    private async Task<Sheet> Make(LiveCoverage live, long position, bool reset)
    {
        var frames = reset ? [] : (await live.After(position, int.MaxValue, CancellationToken.None)).Take(MostChanges).ToList();
        return Sheet.Of("application/json; charset=utf-8", Write(live, position, reset, frames)) with { CacheTag = $"live-{live.Edition.Slug}", Caching = Caching };
    }

    private byte[] Write(LiveCoverage live, long after, bool reset, IReadOnlyList<Frame> frames)
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
        return buffer.WrittenSpan.ToArray();
    }
}
