using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Json;
using Dateline.Core.Text;

namespace Dateline.Import.Files;

/// <summary>A live page as a file: the version of the form, the page, its posts newest first.</summary>
internal sealed record FileDocument
{
    /// <summary>The only form there is.</summary>
    public const int Form = 1;

    public int Dateline { get; init; }
    public FileCoverage? Coverage { get; init; }
    public ValueList<FilePost>? Posts { get; init; }
}

/// <summary>The page as the file has it.</summary>
internal sealed record FileCoverage
{
    public string? Slug { get; init; }
    public string? Headline { get; init; }
    public string? Standfirst { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public CoverageStatus? Status { get; init; }
    public string? StatusNote { get; init; }
    public DateTimeOffset? ResumesAt { get; init; }
    public ValueList<RichText>? Summary { get; init; }
    public DateTimeOffset? SummaryUpdatedAt { get; init; }
    public Block? Lead { get; init; }
    public RichText? Contributors { get; init; }
    public PageLink? Previous { get; init; }
    public PageLink? Next { get; init; }
    public ValueList<string>? Preamble { get; init; }

    public static FileCoverage Of(Manuscript manuscript) => new()
    {
        Slug = manuscript.Slug,
        Headline = manuscript.Headline,
        Standfirst = manuscript.Standfirst,
        Language = manuscript.Language,
        TimeZone = manuscript.TimeZone,
        Status = manuscript.Status,
        StatusNote = manuscript.StatusNote,
        ResumesAt = manuscript.ResumesAt,
        Summary = manuscript.Summary,
        SummaryUpdatedAt = manuscript.SummaryUpdatedAt,
        Lead = manuscript.Lead,
        Contributors = manuscript.Contributors,
        Previous = manuscript.Previous,
        Next = manuscript.Next,
        Preamble = manuscript.Preamble.Count == 0 ? null : manuscript.Preamble,
    };

    public Manuscript ToManuscript() => new()
    {
        Slug = Slug,
        Headline = Headline,
        Standfirst = Standfirst,
        Language = Language,
        TimeZone = TimeZone,
        Status = Status,
        StatusNote = StatusNote,
        ResumesAt = ResumesAt,
        Summary = Summary ?? [],
        SummaryUpdatedAt = SummaryUpdatedAt,
        Lead = Lead,
        Contributors = Contributors,
        Previous = Previous,
        Next = Next,
        Preamble = Preamble ?? [],
    };
}

/// <summary>The file's JSON, as everything of the model is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 64,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(FileDocument))]
internal sealed partial class FileJson : JsonSerializerContext;
