using Dateline.Core.Coverages;

namespace Dateline.Storage;

/// <summary>What one transaction left of a live page: what the desk is told, drafts and all.</summary>
/// <param name="Coverage">The page as it stands now.</param>
/// <param name="Head">The number of the last public change it made; null when readers see none.</param>
/// <param name="CoverageChanged">Whether the page itself was changed, and not only posts.</param>
/// <param name="Posts">The posts that were changed, as they stand now.</param>
public sealed record Kept(Coverage Coverage, long? Head, bool CoverageChanged, IReadOnlyList<KeptPost> Posts)
{
    internal bool IsAnything => CoverageChanged || Posts.Count > 0;
}

/// <summary>Tells the desk what was kept, once it is on disk. It must not wait for anything: the next writer waits for it.</summary>
public delegate void Tell(Kept kept);
