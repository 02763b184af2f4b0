using AngleSharp.Dom;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Resolves a page's addresses against where the page lived.</summary>
internal sealed class Addresses(Uri? page)
{
    /// <summary>Where the page lived: what it says itself, since a saved file does not tell.</summary>
    public static Addresses Of(IDocument document, string? said)
    {
        string?[] candidates =
        [
            document.QuerySelector("base[href]")?.GetAttribute("href"),
            document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"),
            document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"),
            said,
        ];
        var own = candidates.Skip(1).Select(Absolute).FirstOrDefault(uri => uri is not null);
        return new Addresses(Absolute(candidates[0]) ?? (own is not null && candidates[0] is { } based && Uri.TryCreate(own, based, out var joined) ? joined : own));
    }

    private static Uri? Absolute(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>The address in full; null when it is none that may be linked to.</summary>
    public string? Resolve(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        address = address.Trim();
        // A path alone would, on this site, lead to this site: it only means something beside the page it came from.
        var full = Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme != "file" ? absolute
            : page is not null && Uri.TryCreate(page, address, out var joined) ? joined
            : null;
        return full is not null && Links.IsAllowed(full.AbsoluteUri) ? full.AbsoluteUri : null;
    }
}
