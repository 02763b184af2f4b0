using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Coverages;

/// <summary>A field that an edit names, perhaps to empty it; a field it does not name stays.</summary>
/// <remarks>The default value names nothing.</remarks>
public readonly record struct Named<T>(T? Value)
{
    private readonly bool _named = true;

    /// <summary>The new value when named, otherwise the old.</summary>
    public T? Over(T? old) => _named ? Value : old;

    /// <summary>True when the edit names the field.</summary>
    public bool Is => _named;

    /// <summary>A value names its field.</summary>
    public static implicit operator Named<T>(T? value) => new(value);
}

/// <summary>A change to a live page's own fields. Null (or the default) leaves a field as it is.</summary>
public sealed record CoverageEdit
{
    /// <summary>The longest standfirst, status note or title, in characters.</summary>
    public const int MostCharacters = 1_000;

    /// <summary>A new headline.</summary>
    public string? Headline { get; init; }

    /// <summary>A new introduction.</summary>
    public Named<string> Standfirst { get; init; }

    /// <summary>Another language.</summary>
    public string? Language { get; init; }

    /// <summary>Another zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Another status.</summary>
    public CoverageStatus? Status { get; init; }

    /// <summary>A sentence about the status, for readers.</summary>
    public Named<string> StatusNote { get; init; }

    /// <summary>When coverage begins or goes on.</summary>
    public Named<DateTimeOffset?> ResumesAt { get; init; }

    /// <summary>The summary's points, all of them.</summary>
    public ValueList<RichText>? Summary { get; init; }

    /// <summary>The picture, video or recording at the top.</summary>
    public Named<Block> Lead { get; init; }

    /// <summary>Who made the page.</summary>
    public Named<RichText> Contributors { get; init; }

    /// <summary>The page before.</summary>
    public Named<PageLink> Previous { get; init; }

    /// <summary>The page after.</summary>
    public Named<PageLink> Next { get; init; }

    internal IReadOnlyList<Problem> Check()
    {
        var problems = new Problems();
        if (Headline is not null) Fields.Needed(Headline, "headline", "Give the live page a headline.", problems);
        if (Headline?.Length > PostContent.MostHeadline) problems.Add("headline", $"This headline has {Headline.Length} characters; shorten it to at most {PostContent.MostHeadline}.");
        Fields.Short(Standfirst.Value, "standfirst", problems);
        Fields.Short(StatusNote.Value, "statusNote", problems);
        if (Language is { } tag && !Coverage.IsLanguage(tag)) problems.Add("language", $"“{tag}” is not a language known here; write it as en-GB, fr or ar.");
        if (TimeZone is { } zone && !IsZone(zone)) problems.Add("timeZone", $"“{zone}” is not a time zone known here; write it as Europe/London.");
        if (Summary is { Count: > Coverages.Summary.MostPoints }) problems.Add("summary", $"A summary has at most {Coverages.Summary.MostPoints} points; this has {Summary.Count}.");
        else for (var i = 0; i < Summary?.Count; i++) Fields.Needed(Summary[i], $"summary[{i}]", "This point is empty; write it or take it out.", problems);
        if (Lead.Value is { } lead)
        {
            if (lead is Image or Gallery or Video or Audio or Embed or Map or Chart) lead.Check("lead", problems);
            else problems.Add("lead", "Only a picture, gallery, video, recording, embed, map or chart can stand at the top of a live page.");
        }
        Contributors.Value?.Check("contributors", problems);
        CheckLink(Previous.Value, "previous", problems);
        CheckLink(Next.Value, "next", problems);
        return problems.Found;
    }

    // Browsers know IANA names alone; the framework knows those of Windows too.
    private static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    private static void CheckLink(PageLink? link, string path, Problems problems)
    {
        if (link is null) return;
        Links.Check(link.Url, $"{path}.url", problems);
        Fields.Short(link.Title, $"{path}.title", problems);
    }

    internal Header Over(Header old) => old with
    {
        Headline = Headline?.Trim() ?? old.Headline,
        Standfirst = Standfirst.Over(old.Standfirst),
        Language = Language ?? old.Language,
        TimeZone = TimeZone ?? old.TimeZone,
        Lead = Lead.Over(old.Lead) is { } lead ? lead with { Id = lead.Id ?? "lead" } : null,
        Contributors = Contributors.Over(old.Contributors),
        Previous = Previous.Over(old.Previous),
        Next = Next.Over(old.Next),
    };

    // A note and a time of resuming belong to the status they were given with, so a new status begins without them.
    internal Status Over(Status old, DateTimeOffset at)
    {
        var moved = Status is { } kind && kind != old.Kind ? new Status(kind, at) : old;
        return moved with { Note = StatusNote.Over(moved.Note), ResumesAt = ResumesAt.Over(moved.ResumesAt) };
    }

    // A point that says what one said before keeps its time, wherever it now stands.
    internal Summary Over(Summary old, DateTimeOffset at)
    {
        if (Summary is null || Summary.SequenceEqual(old.Points.Select(point => point.Text))) return old;
        var known = old.Points.DistinctBy(point => point.Text).ToDictionary(point => point.Text, point => point.ChangedAt);
        return new Summary([.. Summary.Select(text => new SummaryPoint(text, known.GetValueOrDefault(text, at)))], at);
    }
}
