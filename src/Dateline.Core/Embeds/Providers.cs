using System.Text.RegularExpressions;

namespace Dateline.Core.Embeds;

/// <summary>The sites that can be embedded. A closed list: a page's policy names their players' origins and no others.</summary>
/// <remarks>
/// A player's address follows from the address of what is shown, so nothing that another site answered stands in it. The desk knows the same list (<c>web/desk/src/composer/paste/providers.ts</c>);
/// both are held to <c>spec/fixtures/embeds/addresses.json</c>. Form of the players: each provider's documentation of embedding.
/// </remarks>
public static partial class Providers
{
    /// <summary>The list, in the order in which it is looked through.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new("YouTube", ["youtube.com"], YouTube())
        {
            Endpoint = "https://www.youtube.com/oembed?format=json&url=",
            Frame = "https://www.youtube-nocookie.com",
            PlayerPath = (found, _) => $"/embed/{found.Groups["id"]}?autoplay=1",
        },
        new("YouTube", ["youtu.be"], YouTubeShort())
        {
            Endpoint = "https://www.youtube.com/oembed?format=json&url=",
            Frame = "https://www.youtube-nocookie.com",
            PlayerPath = (found, _) => $"/embed/{found.Groups["id"]}?autoplay=1",
        },
        new("Vimeo", ["vimeo.com"], Vimeo())
        {
            Endpoint = "https://vimeo.com/api/oembed.json?url=",
            Frame = "https://player.vimeo.com",
            PlayerPath = (found, _) => $"/video/{found.Groups["id"]}?dnt=1&autoplay=1{(found.Groups["key"] is { Success: true } key ? $"&h={key}" : "")}",
        },
        new("X", ["x.com", "twitter.com"], X())
        {
            Endpoint = "https://publish.twitter.com/oembed?omit_script=1&dnt=true&url=",
            Frame = "https://platform.twitter.com",
            PlayerPath = (found, _) => $"/embed/Tweet.html?dnt=true&id={found.Groups["id"]}",
            Shape = PlayerShape.Post,
        },
        new("Bluesky", ["bsky.app"], Bluesky())
        {
            Endpoint = "https://embed.bsky.app/oembed?url=",
            Frame = "https://embed.bsky.app",
            PlayerPath = (found, _) => $"/embed/{found.Groups["who"]}/app.bsky.feed.post/{found.Groups["id"]}",
            Shape = PlayerShape.Post,
        },
        new("Threads", ["threads.net", "threads.com"], Threads()),
        new("Instagram", ["instagram.com"], Instagram())
        {
            Frame = "https://www.instagram.com",
            PlayerPath = (found, _) => $"/{found.Groups["kind"]}/{found.Groups["id"]}/embed/captioned/",
            Shape = PlayerShape.Post,
        },
        new("TikTok", ["tiktok.com"], TikTok())
        {
            Endpoint = "https://www.tiktok.com/oembed?url=",
            Frame = "https://www.tiktok.com",
            PlayerPath = (found, _) => $"/player/v1/{found.Groups["id"]}?autoplay=1",
            Shape = PlayerShape.Upright,
        },
        new("Facebook", ["facebook.com"], Facebook()),
        new("Telegram", ["t.me"], Telegram()),
        new("Reddit", ["reddit.com"], Reddit()),
        new("SoundCloud", ["soundcloud.com"], SoundCloud())
        {
            Endpoint = "https://soundcloud.com/oembed?format=json&url=",
            Frame = "https://w.soundcloud.com",
            PlayerPath = (_, address) => $"/player/?visual=false&url={Uri.EscapeDataString(address.GetLeftPart(UriPartial.Path))}",
            Shape = PlayerShape.Sound,
        },
        new("Spotify", ["open.spotify.com"], Spotify())
        {
            Endpoint = "https://open.spotify.com/oembed?url=",
            Frame = "https://open.spotify.com",
            PlayerPath = (found, _) => $"/embed/{found.Groups["kind"]}/{found.Groups["id"]}",
            Shape = PlayerShape.Sound,
        },
        new("Datawrapper", ["datawrapper.dwcdn.net"], Datawrapper())
        {
            Endpoint = "https://api.datawrapper.de/v3/oembed?format=json&url=",
            Frame = "https://datawrapper.dwcdn.net",
            PlayerPath = (found, _) => $"/{found.Groups["id"]}/",
            Shape = PlayerShape.Chart,
        },
        new("Flourish", ["public.flourish.studio"], Flourish())
        {
            Endpoint = "https://app.flourish.studio/api/v1/oembed?url=",
            Frame = "https://flo.uri.sh",
            PlayerPath = (found, _) => $"/{found.Groups["kind"]}/{found.Groups["id"]}/embed",
            Shape = PlayerShape.Chart,
        },
        // It runs on anybody's host and is known by the form of its addresses. No policy can name all those hosts, so readers have our snapshot and a link.
        new("Mastodon", [], Mastodon()),
    ];

    /// <summary>The origins that a page may load a player from.</summary>
    public static IReadOnlyList<string> Frames { get; } = [.. All.Select(provider => provider.Frame).OfType<string>().Distinct()];

    /// <summary>Whose address this is; null for a site that is not on the list.</summary>
    public static Provider? Of(string? address) => Find(address)?.Provider;

    /// <summary>What a reader's click loads for this address; null when there is nothing but the link.</summary>
    public static Player? PlayerOf(string? address) =>
        Find(address) is ({ Frame: { } frame, PlayerPath: { } path } provider, var found, var uri) ? new Player(frame + path(found, uri), provider.Name, provider.Shape) : null;

    private static (Provider Provider, Match Found, Uri Address)? Find(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !uri.IsDefaultPort || uri.UserInfo.Length > 0) return null;
        var host = Prefix().Replace(uri.Host, "");
        foreach (var provider in All)
            if ((provider.Hosts.Count == 0 || provider.Hosts.Contains(host)) && provider.Path.Match(uri.PathAndQuery) is { Success: true } found) return (provider, found, uri);
        return null;
    }

    [GeneratedRegex(@"^(?:www|m|mobile)\.")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^/(?:watch\?(?:[^#]*&)?v=|live/|shorts/|embed/)(?<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")]
    private static partial Regex YouTube();

    [GeneratedRegex(@"^/(?<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")]
    private static partial Regex YouTubeShort();

    [GeneratedRegex(@"^/(?:video/|channels/[A-Za-z0-9_-]+/)?(?<id>[0-9]+)(?:/(?<key>[0-9a-f]+))?/?(?:\?|$)")]
    private static partial Regex Vimeo();

    [GeneratedRegex(@"^/[A-Za-z0-9_]+/status/(?<id>[0-9]+)")]
    private static partial Regex X();

    [GeneratedRegex(@"^/profile/(?<who>[A-Za-z0-9.:_-]+)/post/(?<id>[A-Za-z0-9]+)")]
    private static partial Regex Bluesky();

    [GeneratedRegex(@"^/@[A-Za-z0-9_.]+/post/[A-Za-z0-9_-]+")]
    private static partial Regex Threads();

    [GeneratedRegex(@"^/(?:[A-Za-z0-9_.]+/)?(?<kind>p|reel)/(?<id>[A-Za-z0-9_-]+)")]
    private static partial Regex Instagram();

    [GeneratedRegex(@"^/@[A-Za-z0-9_.]+/video/(?<id>[0-9]+)")]
    private static partial Regex TikTok();

    [GeneratedRegex(@"^/(?:[A-Za-z0-9_.]+/(?:posts|videos)/|watch|reel/)")]
    private static partial Regex Facebook();

    [GeneratedRegex(@"^/[A-Za-z0-9_]+/[0-9]+")]
    private static partial Regex Telegram();

    [GeneratedRegex(@"^/r/[A-Za-z0-9_]+/comments/[A-Za-z0-9]+")]
    private static partial Regex Reddit();

    [GeneratedRegex(@"^/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+")]
    private static partial Regex SoundCloud();

    [GeneratedRegex(@"^/(?:intl-[a-z]+/)?(?<kind>episode|show|track|playlist|album)/(?<id>[A-Za-z0-9]+)")]
    private static partial Regex Spotify();

    [GeneratedRegex(@"^/(?<id>[A-Za-z0-9]{5})(?:/|$)")]
    private static partial Regex Datawrapper();

    [GeneratedRegex(@"^/(?<kind>visualisation|story)/(?<id>[0-9]+)")]
    private static partial Regex Flourish();

    [GeneratedRegex(@"^/@[^/]+/[0-9]{6,}$")]
    private static partial Regex Mastodon();
}
