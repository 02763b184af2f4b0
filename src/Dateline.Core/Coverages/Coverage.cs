using System.Globalization;
using System.Text.Json.Serialization;
using Dateline.Core.Journal;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Coverages;

/// <summary>That a post is kept at the top of its page.</summary>
public sealed record Pin(PostId Post, string By, DateTimeOffset At);

/// <summary>A live page as the newsroom has it.</summary>
/// <remarks>A value, like <see cref="Post"/>: its verbs answer with the next coverage or with why not.</remarks>
public sealed record Coverage
{
    /// <summary>Its name in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Who began it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts its versions: 1, 2, 3 …</summary>
    public int Revision { get; init; } = 1;

    /// <summary>What stands at the top.</summary>
    public required Header Header { get; init; }

    /// <summary>Where it stands.</summary>
    public required Status Status { get; init; }

    /// <summary>The points at the top.</summary>
    public Summary Summary { get; init => field = value ?? Summary.None; } = Summary.None;

    /// <summary>The post kept at the top.</summary>
    public Pin? Pin { get; init; }

    /// <summary>What an import could not place, line by line; for editors only.</summary>
    public ValueList<string> Preamble { get; init => field = value ?? []; } = [];

    /// <summary>What of the pictures and recordings at the top readers may not be shown any more; null when they may be shown all of them.</summary>
    public Lapsed? Lapsed { get; init; }

    /// <summary>What readers may have of it.</summary>
    [JsonIgnore]
    public PublicCoverage Public => new() { Slug = Slug, Header = Shown, Status = Status, Summary = Summary, Pinned = Pin?.Post };

    private Header Shown => Lapsed is { } lapsed && Header.Lead is { } lead ? Header with { Lead = lapsed.Without(lead) } : Header;

    /// <summary>A new live page.</summary>
    public static Result<Coverage> Begin(string? slug, CoverageEdit edit, string by, DateTimeOffset at)
    {
        var problems = new Problems();
        if (!Coverages.Slug.IsValid(slug)) problems.Add("slug", Coverages.Slug.Sentence);
        if (edit.Headline is null) problems.Add("headline", "Give the live page a headline.");
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
        var blank = new Coverage
        {
            Slug = slug!,
            CreatedBy = by,
            CreatedAt = at,
            Revision = 0,
            Header = new Header { Headline = "", Language = "en-GB", TimeZone = "UTC" },
            Status = new Status(CoverageStatus.Draft, at),
        };
        return blank.Edit(edit, at);
    }

    /// <summary>The coverage with the fields that the edit names.</summary>
    public Result<Coverage> Edit(CoverageEdit edit, DateTimeOffset at)
    {
        if (edit.Check() is { Count: > 0 } problems) return Refusal.Of(problems);
        var next = this with { Header = edit.Over(Header), Status = edit.Over(Status, at), Summary = edit.Over(Summary, at) };
        if (next.Status.Kind == CoverageStatus.Draft && Status.Kind != CoverageStatus.Draft)
            return new Refusal(RefusalKind.WrongState, "Readers have this live page already, so it cannot become a draft again; close it instead.");
        return next == this ? this : next with { Revision = Revision + 1 };
    }

    /// <summary>The coverage with this post at the top instead of another; with none when null.</summary>
    public Coverage Pinning(PostId? post, string by, DateTimeOffset at) =>
        post == Pin?.Post ? this : this with { Pin = post is { } id ? new Pin(id, by, at) : null, Revision = Revision + 1 };

    /// <summary>The public changes that lead from this version to the next.</summary>
    public IEnumerable<Change> ChangesTo(Coverage next)
    {
        if (next.Shown != Shown) yield return new HeaderChanged(next.Shown);
        if (next.Summary != Summary) yield return new SummaryChanged(next.Summary);
        if (next.Pin?.Post != Pin?.Post) yield return new Pinned(next.Pin?.Post);
        if (next.Status != Status) yield return new StatusChanged(next.Status);
    }

    /// <summary>True for a language that dates can be written in.</summary>
    public static bool IsLanguage(string tag)
    {
        try
        {
            return tag.Length is > 1 and <= 35 && !tag.Contains('_') && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
