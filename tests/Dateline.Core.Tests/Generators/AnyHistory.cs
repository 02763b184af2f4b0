using CsCheck;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;

namespace Dateline.Core.Tests;

/// <summary>One thing somebody at the desk tries; what the model refuses does not happen.</summary>
internal sealed record Step(string Name, int Post, Func<Post, DateTimeOffset, long, Result<Post>> Verb)
{
    public override string ToString() => $"{Name} post {Post}";
}

/// <summary>What a newsroom tried, in order.</summary>
internal sealed record History(IReadOnlyList<Step> Steps)
{
    public override string ToString() => string.Join(", ", Steps);

    /// <summary>Does it all, a minute a step, and keeps the journal as a newsroom would.</summary>
    public Played Played()
    {
        var played = new Played();
        for (var i = 0; i < Steps.Count; i++) played.Try(Steps[i], Newsroom.At(i));
        return played;
    }
}

/// <summary>A live page after a history: what the desk has, and the journal that readers get.</summary>
internal sealed class Played
{
    private readonly List<Entry> _journal = [];

    public static readonly Coverage Begin = Newsroom.LivePage();

    public Coverage Coverage { get; private set; } = Begin;

    public Dictionary<PostId, Post> Posts { get; } = [];

    public IReadOnlyList<Entry> Journal => _journal;

    /// <summary>What readers are to see of the posts, newest first.</summary>
    public IEnumerable<PublicPost> Public => Posts.Values.Select(PublicPost.Of).OfType<PublicPost>().OrderByDescending(post => post.Sort);

    public void Try(Step step, DateTimeOffset at)
    {
        var id = Newsroom.IdNumber(step.Post);
        if (!Posts.TryGetValue(id, out var before)) before = Posts[id] = Post.Begin(id, Newsroom.Says($"Post {step.Post}"), Newsroom.Reporter, at).Value;
        if (step.Name == "pin" && PublicPost.Of(before) is not null) Move(Coverage.Pinning(id, Newsroom.Editor, at), at);
        if (!step.Verb(before, at, _journal.Count + 1).Try(out var after, out _)) return;
        Posts[id] = after;
        var (was, now) = (PublicPost.Of(before), PublicPost.Of(after));
        if (was == now) return;
        Append(now is null ? new Remove(id) : now.Withdrawn is null ? new Upsert(now) : new Withdraw(now), at);
        if (now?.Withdrawn is null && now is not null) return;
        if (Coverage.Pin?.Post == id) Move(Coverage.Pinning(null, Newsroom.Editor, at), at);
    }

    public void Move(Coverage next, DateTimeOffset at)
    {
        foreach (var change in Coverage.ChangesTo(next)) Append(change, at);
        Coverage = next;
    }

    private void Append(Change change, DateTimeOffset at) => _journal.Add(new Entry(_journal.Count + 1, at, change));
}

/// <summary>Histories of a newsroom, sensible and not.</summary>
internal static class AnyHistory
{
    private static readonly Gen<(string, Func<Post, DateTimeOffset, long, Result<Post>>)> Verb = Gen.Frequency(
        (4, Any.PostContent.Select(content => Named("save", (post, _, _) => post.Save(content with { Time = null })))),
        (4, Gen.Enum<EditKind>().Select(kind => Named("publish", (post, at, ordinal) => post.Publish(Newsroom.Editor, at, ordinal, kind, "It was the other pier.")))),
        (2, Gen.Int[-600, 10].Select(minutes => Named("backdate", (post, at, _) => post.Save(post.Latest with { Time = new ShownTime(at.AddMinutes(minutes)) })))),
        (2, Gen.Select(Gen.Bool, Gen.Bool, (breaking, key) => Named("flag", (post, at, _) => post.Flag(Newsroom.Editor, at, breaking, key)))),
        (1, Gen.OneOf(
            Named("discard", (post, _, _) => post.Discard()),
            Named("file", (post, at, _) => post.File(Newsroom.Reporter, at, null)),
            Named("send back", (post, at, _) => post.SendBack(Newsroom.Editor, at, "Who says so?")),
            Named("schedule", (post, at, _) => post.ScheduleFor(at.AddMinutes(10), Newsroom.Editor, at)),
            Named("unschedule", (post, _, _) => post.Unschedule()),
            Named("withdraw", (post, at, _) => post.Withdraw(Newsroom.Editor, at, "It was not so.", null)),
            Named("take down", (post, at, _) => post.TakeItDown(Newsroom.Editor, at, "Court order")),
            Named("move", (post, at, _) => post.Leave(new Elsewhere("another", Newsroom.IdNumber(99)), Newsroom.Editor, at)),
            Named("set aside", (post, at, _) => post.SetAsideFor(Newsroom.IdNumber(98), Newsroom.Editor, at)),
            Named("take up", (post, _, _) => post.TakeUp()),
            Named("pin", (post, _, _) => post))));

    /// <summary>A newsroom with a handful of posts.</summary>
    public static readonly Gen<History> OfAPage = Of(5, 60);

    /// <summary>Everything that may befall one post.</summary>
    public static readonly Gen<History> OfOnePost = Of(1, 15);

    private static Gen<History> Of(int posts, int steps) =>
        Gen.Select(Verb, Gen.Int[1, posts], (verb, post) => new Step(verb.Item1, post, verb.Item2)).Array[1, steps].Select(tried => new History(tried));

    private static (string, Func<Post, DateTimeOffset, long, Result<Post>>) Named(string name, Func<Post, DateTimeOffset, long, Result<Post>> verb) => (name, verb);
}
