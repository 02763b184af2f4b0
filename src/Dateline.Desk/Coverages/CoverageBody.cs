using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Dateline.Core.Coverages;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;

namespace Dateline.Desk.Coverages;

/// <summary>Reads a request about a live page as an edit: a field that is named, even as null, is changed; others stay.</summary>
public static class CoverageBody
{
    public static Result<CoverageEdit> Read(JsonObject json)
    {
        var edit = new CoverageEdit();
        var problems = new Problems();
        foreach (var (name, value) in json)
        {
            switch (name)
            {
                case "headline": edit = edit with { Headline = Needed(value, name, DatelineJson.Default.String, problems) }; break;
                case "language": edit = edit with { Language = Needed(value, name, DatelineJson.Default.String, problems) }; break;
                case "timeZone": edit = edit with { TimeZone = Needed(value, name, DatelineJson.Default.String, problems) }; break;
                case "status": edit = edit with { Status = Status(value, problems) }; break;
                case "summary": edit = edit with { Summary = value is null ? [] : Optional(value, name, DatelineJson.Default.ValueListRichText, problems) }; break;
                case "standfirst": edit = edit with { Standfirst = Optional(value, name, DatelineJson.Default.String, problems) }; break;
                case "statusNote": edit = edit with { StatusNote = Optional(value, name, DatelineJson.Default.String, problems) }; break;
                case "resumesAt": edit = edit with { ResumesAt = new(value is null ? null : Instant(value, problems)) }; break;
                case "lead": edit = edit with { Lead = Optional(value, name, DatelineJson.Default.Block, problems) }; break;
                case "contributors": edit = edit with { Contributors = Optional(value, name, DatelineJson.Default.RichText, problems) }; break;
                case "previous": edit = edit with { Previous = Link(value, name, problems) }; break;
                case "next": edit = edit with { Next = Link(value, name, problems) }; break;
                default: problems.Add(name, $"“{name}” is not a field of a live page; check its spelling or take it out."); break;
            }
        }
        return problems.Found.Count > 0 ? Refusal.Of(problems.Found) : edit;
    }

    private static T? Needed<T>(JsonNode? value, string path, JsonTypeInfo<T> type, Problems problems) where T : class
    {
        if (value is null) problems.Add(path, "This cannot be empty.");
        return Optional(value, path, type, problems);
    }

    private static T? Optional<T>(JsonNode? value, string path, JsonTypeInfo<T> type, Problems problems) where T : class
    {
        if (value is null) return null;
        if (Body.As(value, type, path).Try(out var read, out var refusal)) return read;
        problems.Add(refusal.Problems[0].Path, refusal.Sentence);
        return null;
    }

    private static CoverageStatus? Status(JsonNode? value, Problems problems)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var name) && Enum.GetNames<CoverageStatus>().Any(known => JsonNamingPolicy.CamelCase.ConvertName(known) == name))
            return Enum.Parse<CoverageStatus>(name, ignoreCase: true);
        problems.Add("status", "A live page is draft, upcoming, live, paused or closed.");
        return null;
    }

    private static DateTimeOffset? Instant(JsonNode value, Problems problems)
    {
        if (Body.As(value, DatelineJson.Default.DateTimeOffset, "resumesAt").Try(out var at, out var refusal)) return at;
        problems.Add("resumesAt", refusal.Sentence);
        return null;
    }

    // The slug of a live page here is enough of an address.
    private static PageLink? Link(JsonNode? value, string path, Problems problems) =>
        value is JsonValue text && text.TryGetValue<string>(out var address)
            ? new PageLink(Slug.IsValid(address) ? $"/live/{address}" : address)
            : Optional(value, path, DatelineJson.Default.PageLink, problems);
}
