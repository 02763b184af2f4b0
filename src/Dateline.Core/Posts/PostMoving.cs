using Dateline.Core.Outcomes;

namespace Dateline.Core.Posts;

/// <summary>A post on its way to another live page. What stays behind and what comes there are two posts, each with a history of its own, and each names the other.</summary>
public sealed partial record Post
{
    /// <summary>A draft for another page with what this post says. The time it shows is not copied: there it is new.</summary>
    public Result<Post> CopyTo(PostId id, Elsewhere from, string by, DateTimeOffset at)
    {
        if (TakenBack() is { } refusal) return refusal;
        return Begin(id, (Live ?? Latest) with { Time = null }, by, at).Try(out var copy, out var unfit) ? copy with { From = from } : unfit;
    }

    /// <summary>What is left here of a post that goes to another page: readers of this page have nothing of it any more.</summary>
    public Result<Post> Leave(Elsewhere to, string by, DateTimeOffset at)
    {
        if (TakenBack() is { } refusal) return refusal;
        if (Prepared.Count > 0 && Publication is null)
            return new Refusal(RefusalKind.WrongState, $"This is one of {Prepared.Count} prepared versions, which stay together; release one of them here, or copy it.");
        var left = this with { MovedTo = to, Schedule = null, Filed = null, SentBack = null, Breaking = null, KeyEvent = null, Revision = Revision + 1 };
        return Publication is null
            ? left with { SetAside = new SetAside(at, by) }
            : left with { TakeDown = new TakeDown(at, by), Draft = null };
    }

    /// <summary>The same post as the other page has it: the same words, times, flags and corrections, and the state it was in.</summary>
    /// <param name="id">Its name there.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="ordinal">The next count of that page, for a post that readers have.</param>
    public Post Arrive(PostId id, Elsewhere from, long ordinal) => this with
    {
        Id = id,
        From = from,
        Publication = Publication is null ? null : Publication with { Ordinal = ordinal },
        Prepared = [],
        Revision = 1,
    };
}
