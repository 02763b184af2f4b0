using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Json;

namespace Dateline.Desk.Coverages;

/// <summary>A live page as the API shows it: flat, in the words of its PATCH.</summary>
internal static class CoverageAnswer
{
    public static JsonObject Of(Coverage coverage)
    {
        var json = new JsonObject { ["slug"] = coverage.Slug };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(coverage.Header, DatelineJson.Relaxed.Header)!.AsObject().ToList()) json[name] = value?.DeepClone();
        json["status"] = JsonNamingPolicy.CamelCase.ConvertName(coverage.Status.Kind.ToString());
        if (coverage.Status.Note is { } note) json["statusNote"] = note;
        if (coverage.Status.ResumesAt is { } resumes) json["resumesAt"] = JsonSerializer.SerializeToNode(resumes, DatelineJson.Relaxed.DateTimeOffset);
        json["summary"] = new JsonArray([.. coverage.Summary.Points.Select(point => JsonSerializer.SerializeToNode(point.Text, DatelineJson.Relaxed.RichText))]);
        if (coverage.Summary.UpdatedAt is { } updated) json["summaryUpdatedAt"] = JsonSerializer.SerializeToNode(updated, DatelineJson.Relaxed.DateTimeOffset);
        if (coverage.Pin is { } pin) json["pinned"] = pin.Post.ToString();
        if (coverage.Preamble.Count > 0) json["preamble"] = new JsonArray([.. coverage.Preamble.Select(line => (JsonNode)line)]);
        json["revision"] = coverage.Revision;
        json["createdAt"] = JsonSerializer.SerializeToNode(coverage.CreatedAt, DatelineJson.Relaxed.DateTimeOffset);
        json["createdBy"] = coverage.CreatedBy;
        return json;
    }
}
