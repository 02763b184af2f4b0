using Dateline.Core.Coverages;
using Dateline.Core.Posts;

namespace Dateline.Core.Journal;

/// <summary>A live page put together from its journal, entry by entry: the law that the public rows are held to.</summary>
/// <remarks>Not how a server starts (that reads the rows), but what the rows must equal.</remarks>
public sealed class Replay(PublicCoverage begin)
{
    private readonly SortedDictionary<PostId, PublicPost> _posts = new(Comparer<PostId>.Create((a, b) => a.Value.CompareTo(b.Value)));

    /// <summary>The number of the last entry applied.</summary>
    public long Head { get; private set; }

    /// <summary>The page apart from its posts.</summary>
    public PublicCoverage Coverage { get; private set; } = begin;

    /// <summary>The posts, newest first.</summary>
    public IReadOnlyList<PublicPost> Posts => [.. _posts.Values.OrderByDescending(post => post.Sort)];

    /// <summary>Applies the next entry; any other is a bug and throws.</summary>
    public void Apply(Entry entry)
    {
        if (entry.Seq != Head + 1) throw new InvalidOperationException($"Entry {entry.Seq} after {Head}: the journal has no gaps.");
        Head = entry.Seq;
        switch (entry.Change)
        {
            case Upsert(var post): _posts[post.Id] = post; break;
            case Withdraw(var post): _posts[post.Id] = post; break;
            case Remove(var id): _posts.Remove(id); break;
            case Pinned(var id): Coverage = Coverage with { Pinned = id }; break;
            case SummaryChanged(var summary): Coverage = Coverage with { Summary = summary }; break;
            case StatusChanged(var status): Coverage = Coverage with { Status = status }; break;
            case HeaderChanged(var header): Coverage = Coverage with { Header = header }; break;
            case Superseded: break;
            default: throw new InvalidOperationException($"{entry.Change.GetType().Name} is not a change known here.");
        }
    }
}
