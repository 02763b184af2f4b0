using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Posts;

/// <summary>Whether a byline names a person or a team.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BylineKind>))]
public enum BylineKind
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>A team or desk.</summary>
    Team,
}

/// <summary>Who wrote a post.</summary>
public sealed record Byline
{
    /// <summary>The person's or team's name.</summary>
    public string? Name { get; init; }

    /// <summary>What they do: "Political correspondent".</summary>
    public string? Role { get; init; }

    /// <summary>Whom they work for, when it is not this newsroom.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where they report from.</summary>
    public string? Location { get; init; }

    /// <summary>A person or a team.</summary>
    public BylineKind Kind { get; init; }

    internal void Check(string path, Problems problems)
    {
        Fields.Needed(Name, $"{path}.name", "This byline names nobody; give a name or take it out.", problems);
        Fields.Short(Role, $"{path}.role", problems);
        Fields.Short(Organisation, $"{path}.organisation", problems);
        Fields.Short(Location, $"{path}.location", problems);
    }
}
