using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads quotations; one taken from a social network, by its class, becomes an embed with what it said.</summary>
internal static class QuoteHtml
{
    private static readonly (string Class, string Provider)[] Networks =
        [("twitter-", "X"), ("instagram-media", "Instagram"), ("tiktok-embed", "TikTok"), ("bluesky-embed", "Bluesky"), ("mastodon-embed", "Mastodon"), ("reddit-embed", "Reddit"), ("fb-post", "Facebook")];

    public static IEnumerable<Block> Read(IElement quote, BodyContext context)
    {
        var inside = BodyHtml.Read(Copy(quote, without: "cite, footer"), context);
        if (Social(quote, inside, context) is { } embed) return [embed];
        // A quotation holds words; one with lists or pictures in it is read as what it holds.
        if (inside.Count == 0 || inside.Any(block => block is not Paragraph)) return BodyHtml.Read(Copy(quote, without: null), context);
        var said = string.Join(", ", quote.QuerySelectorAll("cite, footer").Where(by => by.ParentElement?.Closest("footer") is null).Select(by => by.TextContent.Trim(' ', '\n', '\t', '—', '–', '-')).Where(by => by.Length > 0));
        if (said.Length > 1_000) return BodyHtml.Read(Copy(quote, without: null), context);
        return [new Quote { Text = Joined(inside), Attribution = said.Length == 0 ? null : Spaced(said), SourceUrl = context.Addresses.Resolve(quote.GetAttribute("cite")) }];
    }

    private static Embed? Social(IElement quote, IReadOnlyList<Block> inside, BodyContext context)
    {
        var network = Networks.FirstOrDefault(network => quote.ClassName?.Contains(network.Class, StringComparison.Ordinal) == true);
        if (network.Provider is null || inside.Any(block => block is not Paragraph)) return null;
        var address = quote.GetAttribute("cite") ?? quote.GetAttribute("data-instgrm-permalink") ?? quote.GetAttribute("data-href") ?? LastLink(quote);
        return context.Addresses.Resolve(address) is { } url ? new Embed { Url = url, Provider = network.Provider, Text = inside.Count == 0 ? null : Joined(inside) } : null;
    }

    private static string? LastLink(IElement quote) => quote.QuerySelectorAll("a[href]") is { Length: > 0 } links ? links[^1].GetAttribute("href") : null;

    private static RichText Joined(IReadOnlyList<Block> paragraphs)
    {
        var runs = new List<Run>();
        foreach (var paragraph in paragraphs.Cast<Paragraph>())
        {
            if (runs.Count > 0) runs.Add(new Run("\n"));
            runs.AddRange(paragraph.Text!.Runs);
        }
        return new RichText([.. runs]);
    }

    private static string Spaced(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static INode Copy(IElement quote, string? without)
    {
        var copy = (IElement)quote.Clone();
        if (without is not null)
            foreach (var part in copy.QuerySelectorAll(without).ToList()) part.Remove();
        return copy;
    }
}
