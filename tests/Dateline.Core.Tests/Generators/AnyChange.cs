using CsCheck;
using Dateline.Core.Journal;

namespace Dateline.Core.Tests;

/// <summary>Public changes of every kind.</summary>
internal static class AnyChange
{
    /// <summary>A generator for every kind; a kind without one fails a test.</summary>
    public static readonly IReadOnlyDictionary<Type, Gen<Change>> Kinds = new Dictionary<Type, Gen<Change>>
    {
        [typeof(Upsert)] = Any.PublicPost.Select(post => (Change)new Upsert(post)),
        [typeof(Withdraw)] = Any.PublicPost.Select(post => (Change)new Withdraw(post)),
        [typeof(Remove)] = Any.PostId.Select(id => (Change)new Remove(id)),
        [typeof(Pinned)] = Any.MaybeValue(Any.PostId).Select(id => (Change)new Pinned(id)),
        [typeof(SummaryChanged)] = Any.Summary.Select(summary => (Change)new SummaryChanged(summary)),
        [typeof(StatusChanged)] = Any.Status.Select(status => (Change)new StatusChanged(status)),
        [typeof(HeaderChanged)] = Any.Header.Select(header => (Change)new HeaderChanged(header)),
        [typeof(Superseded)] = Any.MaybeValue(Any.PostId).Select(id => (Change)new Superseded(id)),
    };

    public static readonly Gen<Change> OfAnyKind =
        from change in Gen.OneOf([.. Kinds.Values])
        from fill in Any.MaybeValue(Any.PostId)
        select change with { Fill = fill };
}
