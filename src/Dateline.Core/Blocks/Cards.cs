using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>Something that lives on another site, with our own snapshot of it: readers see the snapshot, and nothing is asked of the other site until they choose to.</summary>
public sealed record Embed : Block
{
    /// <summary>Where it lives.</summary>
    public string? Url { get; init; }

    /// <summary>The site's name.</summary>
    public string? Provider { get; init; }

    /// <summary>Who posted it.</summary>
    public string? Author { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>What it said when it was taken in.</summary>
    public RichText? Text { get; init; }

    /// <summary>When it was posted there.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>What it shows: a picture in the media library.</summary>
    public string? Media { get; init; }

    /// <summary>What is to be seen in that picture.</summary>
    public string? Alt { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Short(Alt, $"{path}.alt", problems);
        Fields.Needed(Url, $"{path}.url", "Give the address of what is embedded.", problems);
        if (!string.IsNullOrWhiteSpace(Url)) Fields.Link(Url, $"{path}.url", problems);
        Fields.Short(Provider, $"{path}.provider", problems);
        Fields.Short(Author, $"{path}.author", problems);
        Fields.Short(Title, $"{path}.title", problems);
        Text?.Check($"{path}.text", problems);
    }
}

/// <summary>A link worth a line of its own.</summary>
public sealed record LinkCard : Block
{
    /// <summary>Why to follow it: "Further reading", "Listen".</summary>
    public string? Kicker { get; init; }

    /// <summary>Where it leads; an imported one may have lost its address.</summary>
    public string? Url { get; init; }

    /// <summary>What is found there.</summary>
    public string? Title { get; init; }

    /// <summary>A sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>Whose page it is: "Carrenmouth City Council".</summary>
    public string? Site { get; init; }

    /// <summary>Its picture or artwork in the media library.</summary>
    public string? Media { get; init; }

    /// <summary>The podcast or programme, when it is an episode of one; the title is the episode's.</summary>
    public string? Show { get; init; }

    /// <summary>Who is heard in it.</summary>
    public string? Guests { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Short(Site, $"{path}.site", problems);
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Short(Show, $"{path}.show", problems);
        Fields.Short(Guests, $"{path}.guests", problems);
        Fields.Short(Kicker, $"{path}.kicker", problems);
        Fields.Link(Url, $"{path}.url", problems);
        Fields.Needed(Title, $"{path}.title", "This link has no title; say what is found there.", problems);
        Fields.Short(Description, $"{path}.description", problems);
    }
}

/// <summary>A document to read or keep.</summary>
public sealed record Document : Block
{
    /// <summary>The document in the media library.</summary>
    public string? Media { get; init; }

    /// <summary>Where it can be read when it is not in the library.</summary>
    public string? Url { get; init; }

    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose document it is.</summary>
    public string? Source { get; init; }

    /// <summary>How many pages it has, where its name in the library does not say it.</summary>
    public int? Pages { get; init; }

    /// <summary>Its first page, as a picture of the media library.</summary>
    public string? FirstPage { get; init; }

    /// <summary>True in the place of a document whose right to be shown ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Lapsed { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (Lapsed && Media is not null) problems.Add($"{path}.lapsed", "The library says itself when a document may not be shown any more; leave “lapsed” out.");
        Fields.Needed(Title, $"{path}.title", "This document has no title; say what it is.", problems);
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Short(FirstPage, $"{path}.firstPage", problems);
        Fields.Link(Url, $"{path}.url", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Source, $"{path}.source", problems);
        if (Pages is < 1 or > 100_000) problems.Add($"{path}.pages", "A document has at least one page.");
    }
}

/// <summary>A place, or several.</summary>
public sealed record Map : Block
{
    /// <summary>What it shows.</summary>
    public string? Title { get; init; }

    /// <summary>The places, in the order to be read.</summary>
    public ValueList<Place>? Places { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose map it is.</summary>
    public string? Credit { get; init; }

    /// <summary>How many kilometres it shows from side to side; absent, as many as its places need.</summary>
    public int? Across { get; init; }

    /// <summary>The least and the most that a map may show from side to side, in kilometres: less would show what the outlines do not know, more than there is.</summary>
    public const int LeastAcross = 20, MostAcross = 40_000;

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (Across is < LeastAcross or > MostAcross) problems.Add($"{path}.across", $"A map shows {LeastAcross} to {MostAcross:N0} kilometres from side to side.");
        Fields.Short(Title, $"{path}.title", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Credit, $"{path}.credit", problems);
        if (!Fields.Some(Places, 100, $"{path}.places", "This map has no places; name one.", problems)) return;
        for (var i = 0; i < Places!.Count; i++)
        {
            Fields.Needed(Places[i].Name, $"{path}.places[{i}].name", "This place has no name.", problems);
            Fields.Short(Places[i].Note, $"{path}.places[{i}].note", problems);
            CheckDegrees(Places[i].Latitude, "latitude", 90, $"{path}.places[{i}]", problems);
            CheckDegrees(Places[i].Longitude, "longitude", 180, $"{path}.places[{i}]", problems);
        }
    }

    // A place that says nothing of where it lies is not in the Gulf of Guinea.
    private static void CheckDegrees(double? degrees, string name, int most, string path, Problems problems)
    {
        if (degrees is null) problems.Add($"{path}.{name}", $"Say where this place lies: its {name} is missing.");
        else if (!(Math.Abs(degrees.Value) <= most)) problems.Add($"{path}.{name}", $"{char.ToUpperInvariant(name[0])}{name[1..]} goes from -{most} to {most} degrees.");
    }
}

/// <summary>A place on a map; degrees on WGS 84, absent while nobody has said where it lies.</summary>
public sealed record Place
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Degrees north of the equator.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of Greenwich.</summary>
    public double? Longitude { get; init; }

    /// <summary>What happened there.</summary>
    public string? Note { get; init; }
}
