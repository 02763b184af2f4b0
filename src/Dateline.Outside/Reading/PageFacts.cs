using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.Outside.Reading;

/// <summary>What a page says about itself for those who link to it: Open Graph (ogp.me), else its title and description.</summary>
internal sealed record PageFacts
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Site { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public Uri? Picture { get; init; }

    /// <summary>True when the picture is what the page shows, not a small sign of who made it.</summary>
    public bool PictureIsLarge { get; init; }

    /// <summary>Where a description of it is to be had (oEmbed's own way of saying so).</summary>
    public Uri? OEmbed { get; init; }

    static PageFacts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static PageFacts Read(byte[] page, string contentType, Uri address)
    {
        var document = new HtmlParser().ParseDocument(Skimmed.Of(PageText.Decode(page, contentType)));
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name")) is { } name && meta.GetAttribute("content") is { Length: > 0 } content) metas.TryAdd(name.Trim(), content);
        return new PageFacts
        {
            Title = Tidy.Line(Of("og:title", "twitter:title") ?? document.QuerySelector("title")?.TextContent, Tidy.MostTitle),
            Description = Tidy.Line(Of("og:description", "twitter:description", "description"), Tidy.MostQuotation),
            Site = Tidy.Line(Of("og:site_name", "application-name"), Tidy.MostTitle),
            Author = Tidy.Line(Of("author"), Tidy.MostTitle),
            PublishedAt = Instant(Of("article:published_time", "og:published_time", "og:article:published_time")),
            Picture = Absolute(Of("og:image:secure_url", "og:image:url", "og:image", "twitter:image"), address),
            PictureIsLarge = Of("twitter:card") is not "summary",
            OEmbed = Absolute(document.QuerySelectorAll("link").FirstOrDefault(IsDescription)?.GetAttribute("href"), address),
        };

        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (metas.TryGetValue(name, out var content) && !string.IsNullOrWhiteSpace(content)) return content;
            return null;
        }
    }

    private static bool IsDescription(IElement link) =>
        string.Equals(link.GetAttribute("type"), "application/json+oembed", StringComparison.OrdinalIgnoreCase);

    private static Uri? Absolute(string? address, Uri page) =>
        address is not null && Uri.TryCreate(page, address.Trim(), out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
