using System.Security.Claims;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Live;

/// <summary>What happens at a live page's desk, as Server-Sent Events: drafts and all, for those who are signed in.</summary>
internal static class DeskStream
{
    private const int MostTabCharacters = 40;

    /// <summary>How long a write may wait for a desk before its stream is closed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void MapDeskEvents(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/coverages/{slug}/desk").WithTags("Desk").RequireAuthorization(Rights.Write);

        api.MapGet("/stream", Stream).Produces<string>(StatusCodes.Status200OK, "text/event-stream").WithSummary("Who is here, and posts and page as they change; after a lost stream, ask for the lists again");
        api.MapPost("/presence", Meet).Takes<PresenceSchema>().Produces(StatusCodes.Status204NoContent).WithSummary("Say what one has in hand, every 20 seconds; forgotten after 60");
    }

    private static async Task<IResult> Meet(string slug, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, Newsdesk desk, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        fields.NeededText("doing");
        var (post, tab, doing) = (fields.Text("post"), fields.Text("tab") ?? "", fields.Named<Doing>("doing", "One is reading or writing."));
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        if (post is not null && !PostId.TryParse(post, out _)) return Body.Invalid("post", "This is the id of a post, or null.").ToHttp();
        if (tab.Length > MostTabCharacters) return Body.Invalid("tab", $"A tab's name has at most {MostTabCharacters} characters.").ToHttp();
        if (await Head(newsroom, slug, cancellation) is not { } head) return NotFound(slug).ToHttp();
        desk.Meet(slug, head, Member.Of(user), tab, post, doing!.Value);
        return Results.NoContent();
    }

    private static async Task<IResult> Stream(string slug, HttpContext context, ClaimsPrincipal user, Newsroom newsroom, Newsdesk desk, TimeProvider time, CancellationToken cancellation)
    {
        if (await Head(newsroom, slug, cancellation) is not { } head) return NotFound(slug).ToHttp();
        if (desk.Sit(slug, head, Member.Of(user)) is not { } seat)
            return new Refusal(RefusalKind.Busy, $"You have {Newsdesk.MostStreams} desks open already; close one of them.").ToHttp(StatusCodes.Status429TooManyRequests);
        try
        {
            await Send(seat, context, time);
        }
        finally
        {
            desk.Leave(slug, seat);
        }
        return Results.Empty;
    }

    private static async Task Send(Seat seat, HttpContext context, TimeProvider time)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store, no-transform";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var leaving = context.RequestAborted;
        try
        {
            await context.Response.WriteAsync($"retry: {Random.Shared.Next(2_000, 4_000)}\n\n", leaving);
            await foreach (var frame in seat.Events(leaving)) await context.Response.BodyWriter.WriteAsync(frame, leaving).AsTask().WaitAsync(Patience, time, leaving);
        }
        catch (TimeoutException)
        {
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The desk was closed.
        }
    }

    private static async Task<long?> Head(Newsroom newsroom, string slug, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        return await reader.Head(slug, cancellation);
    }

    private static Refusal NotFound(string slug) => new(RefusalKind.NotFound, $"There is no live page “{slug}”.");
}
