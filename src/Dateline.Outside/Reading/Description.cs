using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Dateline.Outside.Reading;

/// <summary>What a provider says about one of its pages (oEmbed 1.0). Its markup is read for the words in it and then forgotten.</summary>
internal sealed record Description
{
    /// <summary>The longest markup looked into, in characters.</summary>
    private const int MostMarkup = 20_000;

    private static readonly string[] Days = ["MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy 'at' h:mm tt", "yyyy-MM-dd"];

    public string? Title { get; init; }

    public string? Author { get; init; }

    /// <summary>The words of the post, where the markup quotes it.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    public Uri? Picture { get; init; }

    public static Description? Read(ReadOnlyMemory<byte> json, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            var (text, day) = Quoted(Field(document, "html"));
            return new Description
            {
                Title = Tidy.Line(Field(document, "title"), Tidy.MostTitle),
                Author = Tidy.Line(Field(document, "author_name"), Tidy.MostTitle),
                Text = Tidy.Line(text, Tidy.MostQuotation),
                PostedAt = Instant(Field(document, "upload_date")) ?? day,
                Picture = Uri.TryCreate(address, Field(document, "thumbnail_url"), out var picture) && picture.Scheme is "http" or "https" ? picture : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Field(JsonDocument document, string name)
    {
        try
        {
            return document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, spelt out: no text.
            return null;
        }
    }

    // X and Bluesky quote the post in a paragraph of a blockquote, and name its day in the last link after it.
    private static (string? Text, DateTimeOffset? Day) Quoted(string? markup)
    {
        if (markup is null || markup.Length > MostMarkup) return default;
        var quote = new HtmlParser().ParseDocument($"<!doctype html><body>{markup}").QuerySelector("blockquote");
        if (quote is null) return default;
        foreach (var script in quote.QuerySelectorAll("script, style, svg").ToList()) script.Remove();
        var links = quote.QuerySelectorAll("a");
        var paragraphs = quote.QuerySelectorAll("p").Where(p => p.TextContent.Trim().Length > 0).ToList();
        foreach (var br in paragraphs.SelectMany(p => p.QuerySelectorAll("br")).ToList()) br.Replace(quote.Owner!.CreateTextNode(" "));
        return (paragraphs.Count == 0 ? null : string.Join(" ", paragraphs.Select(p => p.TextContent)), Day(links.Length == 0 ? null : links[^1].TextContent));
    }

    // Only the day is said, in the provider's own zone; noon keeps it that day nearly everywhere, and a page shows the day alone.
    private static DateTimeOffset? Day(string? text) =>
        DateTime.TryParseExact(Tidy.Line(text, Tidy.MostTitle), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day.Date.AddHours(12), TimeSpan.Zero) : null;

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
