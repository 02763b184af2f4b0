using System.Security.Claims;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Media;
using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>Writing posts: a new one, a replacement, the working copy.</summary>
internal static class PostWriting
{
    public static async Task<IResult> Create(string slug, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, KnownFiles files, TimeProvider time, CancellationToken cancellation)
    {
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        if (!(await Body.Read(request)).Try(out var body, out var refusal) || !PostBody.Read(body).Try(out var wanted, out refusal)) return refusal.ToHttp();
        if (await files.Check(wanted.Content.Blocks, cancellation) is { } unknown) return unknown.ToHttp();
        var id = new PostId(Guid.CreateVersion7(time.GetUtcNow()));
        var receipt = PostAccess.Receipt(request, member, body.Hash);
        return (await newsroom.Change(slug, open => open.Once(receipt, () => Write(open, null, id, wanted, member, by)), cancellation)).ToHttp();
    }

    public static async Task<IResult> Put(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, KnownFiles files, CancellationToken cancellation)
    {
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        if (!PostId.TryParse(id, out var key)) return Body.Invalid("id", "A post's id is a UUID; make one of version 7.").ToHttp();
        if (!(await Body.Read(request)).Try(out var body, out var refusal) || !PostBody.Read(body).Try(out var wanted, out refusal)) return refusal.ToHttp();
        if (await files.Check(wanted.Content.Blocks, cancellation) is { } unknown) return unknown.ToHttp();
        var receipt = PostAccess.Receipt(request, member, body.Hash);
        return (await newsroom.Change(slug, open => open.Once(receipt, async () =>
        {
            var post = open.Find(key);
            if (post is null) return open.IsElsewhere(key) ? Elsewhere : await Write(open, null, key, wanted, member, by);
            if (PostAccess.Reaches(member, post) is { } foreign) return foreign;
            if (PostAccess.IsFree(member, post, open) is { } held) return held;
            if (!PostAccess.NamesVersion(request)) return IsAlready(post, wanted, open) ? PostAnswer.Done(StatusCodes.Status200OK, post, null, open) : NoVersion;
            if (PostAccess.Matches(request, post, open) is { } stale) return stale;
            return await Write(open, post, key, wanted, member, by);
        }), cancellation)).ToHttp();
    }

    public static async Task<IResult> Save(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, KnownFiles files, CancellationToken cancellation)
    {
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        if (!PostId.TryParse(id, out var key)) return Body.Invalid("id", "A post's id is a UUID; make one of version 7.").ToHttp();
        if (!(await Body.Read(request)).Try(out var body, out var refusal) || !PostBody.Read(body).Try(out var wanted, out refusal)) return refusal.ToHttp();
        if (await files.Check(wanted.Content.Blocks, cancellation) is { } unknown) return unknown.ToHttp();
        return (await newsroom.Change(slug, async open =>
        {
            var post = open.Find(key);
            if (post is null) return open.IsElsewhere(key) ? Elsewhere : await Write(open, null, key, wanted with { Publish = false, Breaking = null, KeyEvent = null, Pinned = null }, member, by);
            if (PostAccess.Reaches(member, post) is { } foreign) return foreign;
            if (PostAccess.IsFree(member, post, open) is { } held) return held;
            var same = Says(post, wanted.Content);
            if (post.Draft is not null && !same && !PostAccess.NamesVersion(request)) return NoVersion;
            if (!same && PostAccess.Matches(request, post, open) is { } stale) return stale;
            if (!post.Save(wanted.Content).Try(out var saved, out var refused)) return refused;
            await open.Keep(post, saved, by, "saved");
            return PostAnswer.Done(StatusCodes.Status200OK, saved, null, open);
        }, cancellation)).ToHttp();
    }

    public static Task<IResult> Discard(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        PostVerbs.Do(slug, id, request, user, newsroom, "discarded", (post, _, _) => post.Discard(), cancellation);

    // New or replaced, saved or released: the steps are the same, and each is left out when it was not asked for.
    private static async Task<Result<Answer>> Write(OpenCoverage open, Post? before, PostId id, PostBody wanted, Member member, Hand by)
    {
        var releases = wanted.Publish || before?.State == PostState.Published;
        if ((releases || wanted.Flags(before, open.Coverage.Pin)) && !member.MayPublish) return EditorsOnly;
        var begun = before is null ? Post.Begin(id, wanted.Content, member.Name, open.Now) : before.Save(wanted.Content);
        if (!begun.Try(out var post, out var refusal)) return refusal;
        var did = "saved";
        // Before it is released: that it is breaking news decides whether it is a flash.
        if (post.Publication is null && !post.Flag(member.Name, open.Now, wanted.Breaking, wanted.KeyEvent).Try(out post, out refusal)) return refusal;
        if (releases)
        {
            if (!(await PostVerbs.Release(post, open, member.Name, wanted.As, wanted.Note, wanted.Delayed)).Try(out post, out refusal)) return refusal;
            did = post.State == PostState.Scheduled ? "scheduled" : before?.Publication is null ? "published" : wanted.As.ToString().ToLowerInvariant();
        }
        if (!post.Flag(member.Name, open.Now, wanted.Breaking, wanted.KeyEvent).Try(out post, out refusal)) return refusal;
        var seq = await open.Keep(before, post, by, did, wanted.Note);
        if (await PostVerbs.Pin(open, post, wanted.Pinned, by) is { } unpinnable) return unpinnable;
        return PostAnswer.Done(did == "scheduled" ? StatusCodes.Status202Accepted : before is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, post, seq, open);
    }

    private static bool IsAlready(Post post, PostBody wanted, OpenCoverage open)
    {
        return Says(post, wanted.Content)
            && (wanted.Publish is false || post.Publication is not null)
            && (wanted.Breaking ?? post.Breaking is not null) == post.Breaking is not null
            && (wanted.KeyEvent ?? post.KeyEvent is not null) == post.KeyEvent is not null
            && (wanted.Pinned ?? open.Coverage.Pin?.Post == post.Id) == (open.Coverage.Pin?.Post == post.Id);
    }

    // As saving would leave it: named blocks, and the time that readers have when none is given.
    private static bool Says(Post post, PostContent wanted)
    {
        var content = wanted.WithBlockIds();
        return post.Latest == content with { Time = content.Time ?? post.Live?.Time };
    }

    private static Refusal Elsewhere => new(RefusalKind.Taken, "This id belongs to a post on another live page; make a new one.", [new Problem("id", "This id is taken.")]);

    private static Refusal NoVersion => new(RefusalKind.VersionNeeded, "Say which version you changed, as If-Match: \"revision\", so that nobody's work is overwritten.");

    private static Refusal EditorsOnly => new(RefusalKind.Forbidden, "Only editors publish and flag; file the post instead, and they will see it.");
}
