using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Storage.Imports;

/// <summary>What an import is to become: the choices of whoever runs it, over what the source says.</summary>
/// <param name="Slug">The live page's address.</param>
/// <param name="Status">Its status; never guessed from what a source looks like.</param>
/// <param name="By">Who brings it in.</param>
public sealed record Landing(string Slug, CoverageStatus Status, string By)
{
    /// <summary>A headline in place of the source's.</summary>
    public string? Headline { get; init; }

    /// <summary>The live page that the manuscript becomes, apart from its posts.</summary>
    public Result<Coverage> Coverage(Manuscript manuscript, DateTimeOffset now)
    {
        var begun = Core.Coverages.Coverage.Begin(Slug, Edit(manuscript) with { Headline = Headline ?? manuscript.Headline ?? Slug }, By, now);
        if (!begun.Try(out var coverage, out var refusal)) return refusal;
        return coverage with
        {
            Preamble = manuscript.Preamble,
            Pin = manuscript.Pinned is { } pinned ? new Pin(pinned, By, now) : null,
            Summary = manuscript.SummaryUpdatedAt is { } updated ? new Summary([.. coverage.Summary.Points.Select(point => point with { ChangedAt = updated })], updated) : coverage.Summary,
        };
    }

    /// <summary>What the manuscript changes on a page that is there already.</summary>
    public CoverageEdit Edit(Manuscript manuscript) => new()
    {
        Headline = Headline ?? manuscript.Headline,
        Language = manuscript.Language,
        TimeZone = manuscript.TimeZone,
        Status = Status,
        Standfirst = manuscript.Standfirst is { } standfirst ? standfirst : default(Named<string>),
        StatusNote = manuscript.StatusNote is { } note ? note : default(Named<string>),
        ResumesAt = manuscript.ResumesAt is { } resumes ? new(resumes) : default,
        Summary = manuscript.Summary.Count > 0 ? manuscript.Summary : null,
        Lead = manuscript.Lead is { } lead ? lead : default(Named<Core.Blocks.Block>),
        Contributors = manuscript.Contributors is { } contributors ? contributors : default(Named<RichText>),
        Previous = manuscript.Previous is { } previous ? previous : default(Named<PageLink>),
        Next = manuscript.Next is { } next ? next : default(Named<PageLink>),
    };

    /// <summary>The posts oldest first, each with an ordinal: the source's own when it has them all, otherwise counted in its order.</summary>
    public static IReadOnlyList<PublicPost> InOrder(Manuscript manuscript, long after)
    {
        var oldestFirst = manuscript.Posts.Reverse().ToList();
        var numbered = after == 0 && oldestFirst.All(post => post.Ordinal > 0) && oldestFirst.Select(post => post.Ordinal).Distinct().Count() == oldestFirst.Count;
        if (!numbered) oldestFirst = [.. oldestFirst.Select((post, i) => post with { Ordinal = after + i + 1 })];
        return [.. oldestFirst.OrderBy(post => post.Sort)];
    }
}
