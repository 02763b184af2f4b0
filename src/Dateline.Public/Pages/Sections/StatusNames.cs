using Dateline.Core.Coverages;

namespace Dateline.Public.Pages.Sections;

internal static class StatusNames
{
    /// <summary>As <c>data-status</c>, classes and frames name it.</summary>
    public static string Of(CoverageStatus status) => status switch
    {
        CoverageStatus.Upcoming => "upcoming",
        CoverageStatus.Live => "live",
        CoverageStatus.Paused => "paused",
        CoverageStatus.Closed => "closed",
        _ => "draft",
    };
}
