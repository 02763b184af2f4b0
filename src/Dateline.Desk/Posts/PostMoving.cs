using System.Security.Claims;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>A post that belongs on another live page: copied there as a draft, or moved there as it is. Both pages change in one transaction, so that no reader and no crash finds it on both or on neither.</summary>
internal static class PostMoving
{
    public static Task<IResult> Copy(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, Copied, cancellation);

    public static Task<IResult> Move(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, Moved, cancellation);

    private static async Task<IResult> Do(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, Func<Way, Task<Result<Answer>>> go, CancellationToken cancellation)
    {
        if (!PostId.TryParse(id, out var key)) return PostAccess.NoSuchPost.ToHttp();
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var to = fields.NeededText("to");
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        if (to == slug) return Body.Invalid("to", "This post is on that live page already; choose another.").ToHttp();
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        return (await newsroom.Change(slug, open => open.Once(PostAccess.Receipt(request, member, body.Hash), async () =>
        {
            if (open.Find(key) is not { } post) return PostAccess.NoSuchPost;
            if (PostAccess.Matches(request, post, open) is { } stale) return stale;
            if (open.Beside(to) is not { } there) return Body.Invalid("to", $"There is no live page “{to}”; choose one from the list.");
            if (there.Coverage.Status.Kind == CoverageStatus.Closed) return new Refusal(RefusalKind.WrongState, $"“{there.Coverage.Header.Headline}” is closed; reopen it first, or choose another live page.");
            return await go(new Way(open, there, post, new PostId(Guid.CreateVersion7(open.Now)), by));
        }), cancellation)).ToHttp();
    }

    private static async Task<Result<Answer>> Copied(Way way)
    {
        if (!way.Post.CopyTo(way.Id, way.From, way.By.Name, way.Open.Now).Try(out var copy, out var refusal)) return refusal;
        await way.There.Keep(null, copy, way.By, "copied", $"from live/{way.From.Slug}/posts/{way.From.Post}");
        return PostAnswer.Done(StatusCodes.Status201Created, copy, null, way.There);
    }

    private static async Task<Result<Answer>> Moved(Way way)
    {
        if (way.Post.State == PostState.Published && way.There.Coverage.Status.Kind == CoverageStatus.Draft)
            return new Refusal(RefusalKind.WrongState, $"Readers do not see “{way.There.Coverage.Header.Headline}” yet, and would lose this post; open that page first, or copy the post.");
        if (!way.Post.Leave(way.To, way.By.Name, way.Open.Now).Try(out var left, out var refusal)) return refusal;
        var ordinal = way.Post.Publication is null ? 0 : way.There.NextOrdinal();
        var arrived = way.Post.Arrive(way.Id, way.From, ordinal);
        await way.Open.Keep(way.Post, left, way.By, "moved", $"to live/{way.To.Slug}/posts/{way.To.Post}");
        var seq = await way.There.Keep(null, arrived, way.By, "moved here", $"from live/{way.From.Slug}/posts/{way.From.Post}");
        return PostAnswer.Done(StatusCodes.Status201Created, arrived, seq, way.There);
    }

    /// <summary>From one page to the other: the two pages in hand, the post, and its name there.</summary>
    private sealed record Way(OpenCoverage Open, OpenCoverage There, Post Post, PostId Id, Hand By)
    {
        public Elsewhere From => new(Open.Coverage.Slug, Post.Id);

        public Elsewhere To => new(There.Coverage.Slug, Id);
    }
}
