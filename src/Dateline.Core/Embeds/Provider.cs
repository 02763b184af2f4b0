using System.Text.RegularExpressions;

namespace Dateline.Core.Embeds;

/// <summary>How much room a player takes on a page.</summary>
public enum PlayerShape
{
    /// <summary>A video, wider than high.</summary>
    Video,

    /// <summary>A video as a phone is held.</summary>
    Upright,

    /// <summary>Something to listen to.</summary>
    Sound,

    /// <summary>A post with its pictures.</summary>
    Post,

    /// <summary>A chart or a map.</summary>
    Chart,
}

/// <summary>A site whose pages can be shown within ours: which addresses are meant, where it says what is there, and from where its player comes.</summary>
/// <param name="Name">What readers call it.</param>
/// <param name="Hosts">Its hosts, without <c>www.</c>, <c>m.</c> and <c>mobile.</c>; none for software that runs on hosts of anybody's.</param>
/// <param name="Path">The path and query of what can be shown.</param>
public sealed record Provider(string Name, IReadOnlyList<string> Hosts, Regex Path)
{
    /// <summary>Where it is asked what is at an address (oEmbed), as far as the address itself; null when it answers nobody without an account, or only each host for itself.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The one origin its player comes from, which a page's policy names; null when readers see our snapshot and a link alone.</summary>
    public string? Frame { get; init; }

    /// <summary>The player's path on <see cref="Frame"/>.</summary>
    public Func<Match, Uri, string>? PlayerPath { get; init; }

    /// <summary>How much room its player takes.</summary>
    public PlayerShape Shape { get; init; }
}

/// <summary>What a reader's click loads.</summary>
/// <param name="Address">The player's own page.</param>
/// <param name="Site">Whose it is.</param>
/// <param name="Shape">How much room it takes.</param>
public sealed record Player(string Address, string Site, PlayerShape Shape);
