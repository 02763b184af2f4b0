using System.Text.Json;
using Dateline.Core.Posts;

namespace Dateline.Import.Pages;

/// <summary>Reads who wrote something: one or many, person or organisation, a thing or just a name.</summary>
internal sealed class People(LinkedData data)
{
    public IReadOnlyList<Byline> Of(JsonElement thing)
    {
        var authors = data.All(thing, "author").ToList();
        if (authors.Count == 0) authors = [.. data.All(thing, "creator")];
        return [.. authors.Select(Byline).OfType<Byline>().Distinct()];
    }

    private Byline? Byline(JsonElement author)
    {
        if (author.ValueKind == JsonValueKind.String) return PlainWords.Of(author.GetString()) is { } said ? new Byline { Name = said } : null;
        if (PlainWords.Of(author.Text("name", "alternateName")) is not { } name) return null;
        return new Byline
        {
            Name = name,
            Role = PlainWords.Of(author.Text("jobTitle")),
            Organisation = Organisation(author),
            Kind = author.Is("Organization") || author.Is("NewsMediaOrganization") ? BylineKind.Team : BylineKind.Person,
        };
    }

    private string? Organisation(JsonElement author)
    {
        foreach (var where in data.All(author, "worksFor").Concat(data.All(author, "affiliation")))
        {
            var name = where.ValueKind == JsonValueKind.String ? where.GetString() : where.Text("name");
            if (PlainWords.Of(name) is { } words) return words;
        }
        return null;
    }
}
