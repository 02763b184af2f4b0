using System.Security.Claims;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>A draft in several versions, of which one is released; see <see cref="PreparedVersion"/>.</summary>
internal static class PostVersions
{
    public static async Task<IResult> Prepare(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation)
    {
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        if (!PostId.TryParse(id, out var key)) return PostAccess.NoSuchPost.ToHttp();
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var (name, own) = (fields.NeededText("name"), fields.Text("own"));
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        return (await newsroom.Change(slug, open => open.Once(PostAccess.Receipt(request, member, body.Hash), async () =>
        {
            if (open.Find(key) is not { } post) return PostAccess.NoSuchPost;
            if (PostAccess.Reaches(member, post) is { } foreign) return foreign;
            if (PostAccess.Matches(request, post, open) is { } stale) return stale;
            if (!post.Prepare(new PostId(Guid.CreateVersion7(open.Now)), name, own, member.Name, open.Now).Try(out var version, out var refused)) return refused;
            await open.Keep(null, version, by, "prepared", version.Prepared[^1].Name);
            foreach (var each in version.Prepared.Where(each => each.Id != version.Id))
                if (open.Find(each.Id) is { } other) await open.Keep(other, other with { Prepared = version.Prepared }, by, "prepared", each.Name);
            return PostAnswer.Done(StatusCodes.Status201Created, version, null, open);
        }), cancellation)).ToHttp();
    }

    public static Task<IResult> Rename(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        PostVerbs.Do(slug, id, request, user, newsroom, "renamed", async (post, call, problems) =>
        {
            var renamed = post.Rename(call.Text("name"));
            if (renamed.Try(out var version, out _)) await Tell(post, call.Open, other => other with { Prepared = version.Prepared }, "renamed", Hands.Of(request, user));
            return renamed;
        }, cancellation);

    public static Task<IResult> Drop(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        PostVerbs.Do(slug, id, request, user, newsroom, "dropped", async (post, call, problems) =>
        {
            var dropped = post.Drop(call.Member.Name, call.Open.Now);
            if (dropped.Try(out _, out _)) await Tell(post, call.Open, other => other.Without(post.Id), "dropped", Hands.Of(request, user));
            return dropped;
        }, cancellation);

    // What becomes of one version, the posts of all the others have to say.
    private static async Task Tell(Post post, OpenCoverage open, Func<Post, Post> change, string did, Hand by)
    {
        foreach (var each in post.Prepared.Where(each => each.Id != post.Id))
            if (open.Find(each.Id) is { } other) await open.Keep(other, change(other), by, did, each.Name);
    }

    public static Task<IResult> TakeUp(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        PostVerbs.Do(slug, id, request, user, newsroom, "taken up", (post, _, _) => post.TakeUp(), cancellation);
}
