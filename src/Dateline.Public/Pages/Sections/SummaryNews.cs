using Dateline.Core.Coverages;

namespace Dateline.Public.Pages.Sections;

/// <summary>Which points of a summary say "New".</summary>
internal static class SummaryNews
{
    /// <summary>How long a point says so.</summary>
    public static readonly TimeSpan For = TimeSpan.FromMinutes(10);

    /// <summary>A point written after the oldest is new for a while: in a summary that is new as a whole the word would say nothing.</summary>
    /// <remarks>Time only ever takes the word away, so that an open page can do the same.</remarks>
    public static bool IsNew(SummaryPoint point, Summary summary, DateTimeOffset now) =>
        now < point.ChangedAt + For && point.ChangedAt > summary.Points.Min(other => other.ChangedAt);
}
