using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Core.Rules;

/// <summary>What is wrong with the links of a block, short of following them: words that are only an address, and addresses that only the newsroom can open.</summary>
internal static class LinkCheck
{
    private const string Bare = "This link shows its bare address; say in words what is found there.";
    private const string Inside = "Readers cannot open this address: it is the desk's, or one inside a network. Give a public one.";

    /// <summary>The field at fault, seen from the block, and the sentence.</summary>
    public static IEnumerable<(string Path, string Sentence)> Faults(Block block) => block switch
    {
        Paragraph { Text: { } text } => Faults(text, "text"),
        Subheading { Text: { } text } => Faults(text, "text"),
        Quote quote => [.. quote.Text is { } text ? Faults(text, "text") : [], .. Fault(quote.SourceUrl, "sourceUrl")],
        ListBlock { Items: { } items } => Faults(items, "items"),
        LinkCard card => Fault(card.Url, "url"),
        Embed embed => Fault(embed.Url, "url"),
        Document document => Fault(document.Url, "url"),
        Video video => Fault(video.Url, "url"),
        Audio audio => Fault(audio.Url, "url"),
        _ => [],
    };

    private static IEnumerable<(string, string)> Faults(ValueList<ListItem> items, string path)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Text is { } text) foreach (var fault in Faults(text, $"{path}[{i}].text")) yield return fault;
            if (items[i].Items is { } inner) foreach (var fault in Faults(inner, $"{path}[{i}].items")) yield return fault;
        }
    }

    private static IEnumerable<(string, string)> Faults(RichText text, string path)
    {
        for (var i = 0; i < text.Runs.Count; i++)
        {
            if (text.Runs[i].Href is not { } href) continue;
            if (IsInside(href)) yield return ($"{path}[{i}].href", Inside);
            else if (IsAddress(text.Runs[i].Text)) yield return ($"{path}[{i}].text", Bare);
        }
    }

    private static IEnumerable<(string, string)> Fault(string? url, string path) => url is not null && IsInside(url) ? [(path, Inside)] : [];

    private static bool IsAddress(string words) =>
        words.Trim() is var text && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>By the address alone: nothing is looked up, and a name that is public today may not be tomorrow.</summary>
    private static bool IsInside(string href)
    {
        if (href.StartsWith('/')) return href == "/desk" || href.StartsWith("/desk/", StringComparison.Ordinal);
        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return false;
        var host = uri.Host.TrimEnd('.').ToLowerInvariant();
        if (!host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".local", StringComparison.Ordinal) || host.EndsWith(".internal", StringComparison.Ordinal)) return true;
        var parts = host.Split('.');
        if (parts.Length != 4 || !parts.All(part => byte.TryParse(part, out _))) return false;
        var (a, b) = (byte.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), byte.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        return a is 10 or 127 || (a, b) is (192, 168) or (169, 254) || (a == 172 && b is >= 16 and <= 31);
    }
}
