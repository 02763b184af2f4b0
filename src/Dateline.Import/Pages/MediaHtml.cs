using System.Globalization;
using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads pictures and recordings. Their addresses are kept for the desk; a reader's browser never loads them.</summary>
internal static class MediaHtml
{
    private static readonly string[] VideoSites = ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "brightcove.net"];

    public static Image? Image(IElement image, BodyContext context)
    {
        var source = Source(image, context);
        var alt = image.GetAttribute("alt")?.Trim() is { Length: > 0 } said ? said : null;
        if (alt is null && (source is null || IsSpeck(image))) return null;
        return new Image { Alt = alt, SourceUrl = source };
    }

    // Lazily loaded pictures carry a placeholder in src and the picture's address beside it.
    private static string? Source(IElement image, BodyContext context)
    {
        string?[] candidates = [image.GetAttribute("data-src"), image.GetAttribute("data-original"), image.GetAttribute("src"), FirstOf(image.GetAttribute("srcset")), FirstOf(image.GetAttribute("data-srcset")),
            FirstOf(image.ParentElement?.QuerySelector("source[srcset]")?.GetAttribute("srcset"))];
        return candidates.Select(context.Addresses.Resolve).FirstOrDefault(address => address is not null);
    }

    private static string? FirstOf(string? srcset) => srcset?.Split(',', 2)[0].Trim().Split(' ', 2)[0];

    // Pictures of one pixel count visitors; they show nothing.
    private static bool IsSpeck(IElement image) => IsOne(image.GetAttribute("width")) && IsOne(image.GetAttribute("height"));

    private static bool IsOne(string? size) => int.TryParse(size, CultureInfo.InvariantCulture, out var pixels) && pixels <= 1;

    /// <summary>A video, recording or embedded page by its address; null when it has none.</summary>
    public static Block? Recording(IElement element, BodyContext context)
    {
        string?[] candidates = [element.GetAttribute("src"), element.GetAttribute("data-src"), element.GetAttribute("data"), element.QuerySelector("source[src]")?.GetAttribute("src"), YouTube(element)];
        if (candidates.Select(context.Addresses.Resolve).FirstOrDefault(address => address is not null) is not { } url) return null;
        var title = (element.GetAttribute("title") ?? element.GetAttribute("aria-label"))?.Trim() is { Length: > 0 } said ? said : null;
        var caption = title is null ? null : RichText.Plain(title);
        return element.LocalName switch
        {
            "video" or "amp-video" or "amp-youtube" => new Video { Url = url, Caption = caption },
            "audio" or "amp-audio" => new Audio { Url = url, Caption = caption },
            _ when IsVideoSite(url) => new Video { Url = url, Caption = caption },
            _ => new Embed { Url = url, Title = title },
        };
    }

    private static string? YouTube(IElement element) =>
        element.GetAttribute("data-videoid") is { Length: > 0 } id ? $"https://www.youtube.com/watch?v={Uri.EscapeDataString(id)}" : null;

    private static bool IsVideoSite(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && VideoSites.Any(site => uri.Host == site || uri.Host.EndsWith($".{site}", StringComparison.Ordinal));
}
