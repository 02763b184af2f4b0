using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>What is done with a post besides writing it.</summary>
internal static class PostVerbs
{
    public static Task<IResult> File(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "filed", (post, call, _) => post.File(call.Member.Name, call.Open.Now, call.Text("note"), call.Flag("urgent") ?? false), cancellation);

    public static Task<IResult> SendBack(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "sent back", (post, call, _) => post.SendBack(call.Member.Name, call.Open.Now, call.Text("note")), cancellation);

    public static Task<IResult> Publish(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "published", async (post, call, problems) =>
        {
            var kind = PostBody.Kind(call.Text("as"), problems);
            return await Release(post, call.Open, call.Member.Name, kind, call.Text("note"), call.Flag("delayed") ?? false);
        }, cancellation);

    /// <summary>Releases a post by the newsroom's rules. One that may be called back is held by the server as scheduled, a few seconds ahead: whoever asked may close the tab.</summary>
    internal static async Task<Result<Post>> Release(Post post, OpenCoverage open, string by, EditKind kind, string? note, bool delayed)
    {
        if (await open.MayShow(post, open.Now) is { } lapsed) return lapsed;
        var rules = open.Rules();
        if (delayed && rules.SendDelay > 0 && post is { Publication: null, IsFlash: false })
            return post.ScheduleFor(open.Now.AddSeconds(rules.SendDelay), by, open.Now, rules.Checklist);
        return post.Publish(by, open.Now, post.Publication?.Ordinal ?? open.NextOrdinal(), kind, note, rules.Checklist);
    }

    /// <summary>Takes a filed post over. Another's hold is ended only by whoever names them, and so has seen whose it is.</summary>
    public static Task<IResult> TakeOver(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "taken over", (post, call, _) =>
            call.Text("from") == post.Held?.By || PostAccess.IsFree(call.Member, post, call.Open) is not { } held ? post.TakeOver(call.Member.Name, call.Open.Now) : held, cancellation, heldByOthers: true);

    public static Task<IResult> LetGo(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "let go", (post, _, _) => post.LetGo(), cancellation);

    public static Task<IResult> Schedule(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "scheduled", async (post, call, problems) =>
        {
            if (call.Text("at") is { } text && ShownTime.TryParse(text, known: true, out var time) && time.Known)
                return await call.Open.MayShow(post, time.At) ?? post.ScheduleFor(time.At, call.Member.Name, call.Open.Now, call.Open.Rules().Checklist);
            problems.Add("at", "Say when, with date and offset, such as 2026-11-23T19:16:00Z.");
            return post;
        }, cancellation, StatusCodes.Status202Accepted);

    public static Task<IResult> Unschedule(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "unscheduled", (post, _, _) => post.Unschedule(), cancellation);

    public static Task<IResult> Withdraw(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "withdrawn",
            (post, call, _) => post.Withdraw(call.Member.Name, call.Open.Now, call.Text("notice"), call.Text("reason")), cancellation);

    public static Task<IResult> TakeDown(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "taken down", (post, call, _) => post.TakeItDown(call.Member.Name, call.Open.Now, call.Text("reason")), cancellation);

    public static Task<IResult> Flag(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "flagged", (post, call, _) => post.Flag(call.Member.Name, call.Open.Now, call.Flag("breaking"), call.Flag("keyEvent")), cancellation);

    public static Task<IResult> Restore(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, CancellationToken cancellation) =>
        Do(slug, id, request, user, newsroom, "restored", (post, call, problems) =>
        {
            if (call.Number("revision") is { } number && call.Open.Revision(post.Id, number) is { } content) return post.Save(content);
            problems.Add("revision", "This post has no such version; see its revisions.");
            return post;
        }, cancellation);

    /// <summary>Finds the post, does the verb, keeps what comes of it and answers with the post.</summary>
    internal static Task<IResult> Do(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, string did,
        Func<Post, Call, Problems, Result<Post>> verb, CancellationToken cancellation, bool heldByOthers = false) =>
        Do(slug, id, request, user, newsroom, did, (post, call, problems) => Task.FromResult(verb(post, call, problems)), cancellation, heldByOthers: heldByOthers);

    /// <summary>The same for a verb that has to look something up.</summary>
    internal static async Task<IResult> Do(string slug, string id, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, string did,
        Func<Post, Call, Problems, Task<Result<Post>>> verb, CancellationToken cancellation, int status = StatusCodes.Status200OK, bool heldByOthers = false)
    {
        var member = Member.Of(user);
        if (!PostId.TryParse(id, out var key)) return PostAccess.NoSuchPost.ToHttp();
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var receipt = PostAccess.Receipt(request, member, body.Hash);
        return (await newsroom.Change(slug, open => open.Once(receipt, async () =>
        {
            if (open.Find(key) is not { } before) return PostAccess.NoSuchPost;
            if (PostAccess.Reaches(member, before) is { } foreign) return foreign;
            if (!heldByOthers && PostAccess.IsFree(member, before, open) is { } held) return held;
            if (PostAccess.Matches(request, before, open) is { } stale) return stale;
            var problems = new Problems();
            var call = new Call(open, member, body.Json, problems);
            var result = await verb(before, call, problems);
            if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
            if (!result.Try(out var after, out var refused)) return refused;
            var pinned = call.Flag("pinned");
            if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
            // A release that may still be called back is a schedule, whatever was asked for.
            var done = did == "published" && after.State == PostState.Scheduled ? "scheduled" : did;
            var seq = await open.Keep(before, after, Hands.Of(request, user), done, call.Text("note") ?? call.Text("reason"));
            if (did == "flagged" && await Pin(open, after, pinned, Hands.Of(request, user)) is { } unpinnable) return unpinnable;
            return PostAnswer.Done(after.State == PostState.Scheduled && did == "published" ? StatusCodes.Status202Accepted : status, after, seq, open);
        }), cancellation)).ToHttp();
    }

    /// <summary>Puts the post at the top or takes it from there, in one change; says why not when it cannot be.</summary>
    internal static async Task<Refusal?> Pin(OpenCoverage open, Post post, bool? pinned, Hand by)
    {
        if (pinned is null) return null;
        if (pinned is true && post.State != PostState.Published) return Body.Invalid("pinned", "Only a post that readers have can be pinned; publish it first.");
        if (pinned is true) await open.Keep(open.Coverage.Pinning(post.Id, by.Name, open.Now), by, "pinned", post.Id.ToString());
        else if (open.Coverage.Pin?.Post == post.Id) await open.Keep(open.Coverage.Pinning(null, by.Name, open.Now), by, "unpinned", post.Id.ToString());
        return null;
    }

    /// <summary>A verb's request: the page in hand, who asks, and the fields sent.</summary>
    internal sealed record Call(OpenCoverage Open, Member Member, JsonObject Json, Problems Problems)
    {
        public string? Text(string name) => Take<string>(name, "This must be text.");

        public bool? Flag(string name) => Take<bool?>(name, "This must be true or false.");

        public int? Number(string name) => Take<int?>(name, "This must be a number.");

        private T? Take<T>(string name, string form)
        {
            if (Json[name] is not { } node) return default;
            if (node is JsonValue value && value.TryGetValue<T>(out var taken)) return taken;
            Problems.Add(name, form);
            return default;
        }
    }
}
