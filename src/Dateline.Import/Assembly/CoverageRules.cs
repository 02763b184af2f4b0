using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;

namespace Dateline.Import.Assembly;

/// <summary>Holds what a manuscript says of its live page to the rules of a live page. What it does not say is not asked for here.</summary>
internal static class CoverageRules
{
    public static IReadOnlyList<Problem> Check(Manuscript manuscript)
    {
        var edit = new CoverageEdit
        {
            Headline = manuscript.Headline ?? "Without a headline",
            Standfirst = new(manuscript.Standfirst),
            Language = manuscript.Language,
            TimeZone = manuscript.TimeZone,
            StatusNote = new(manuscript.StatusNote),
            Summary = manuscript.Summary,
            Lead = new(manuscript.Lead),
            Contributors = new(manuscript.Contributors),
            Previous = new(manuscript.Previous),
            Next = new(manuscript.Next),
        };
        var begun = Coverage.Begin(manuscript.Slug ?? "import", edit, "import", DateTimeOffset.UnixEpoch);
        return begun.Refusal is { } refusal ? [.. refusal.Problems.Select(problem => problem with { Path = $"coverage.{problem.Path}" })] : [];
    }
}
