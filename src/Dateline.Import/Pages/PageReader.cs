using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Assembly;
using Dateline.Import.Sources;

namespace Dateline.Import.Pages;

/// <summary>Reads a saved web page by the schema.org LiveBlogPosting it carries as JSON-LD; the rest of the page is not read.</summary>
internal static class PageReader
{
    public static Result<Manuscript> Read(string text, ImportOptions options)
    {
        if (Nesting.IsTooDeep(text)) return TooDeep;
        var remarks = new Remarks();
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        if (Elements.IsDeep(document)) return TooDeep;

        var (data, broken) = (new LinkedData(), new List<int>());
        foreach (var script in document.Scripts.Where(IsLinkedData))
            if (!data.TryAdd(script.Text)) broken.Add(LineOf(script));

        var pages = data.OfType("LiveBlogPosting").ToList();
        var updates = pages.SelectMany(page => data.All(page, "liveBlogUpdate")).Where(update => update.ValueKind == JsonValueKind.Object).DistinctBy(update => update.GetRawText()).ToList();
        if (pages.Count == 0 && broken.Count > 0) return new Refusal(RefusalKind.Invalid, $"The schema.org data of this page, at line {broken[0]:N0}, is broken. Save the page again, or copy its text and import that.");
        foreach (var line in broken) remarks.Add(line, "The JSON-LD in this script is broken; it was passed over.");
        if (pages.Count == 0) return new Refusal(RefusalKind.Invalid, "No live page was found here: the page carries no schema.org LiveBlogPosting. Copy its text and import that.");
        if (updates.Count == 0) return new Refusal(RefusalKind.Invalid, "No posts were found: the LiveBlogPosting of this page has no liveBlogUpdate.");

        var page = pages.MaxBy(page => data.All(page, "liveBlogUpdate").Count());
        var context = new BodyContext(Addresses.Of(document, page.Text("url", "mainEntityOfPage")), remarks, 0);
        var people = new People(data);
        var reader = new UpdateReader(data, people, context, options);
        var found = updates.Select((update, i) => reader.Read(update, i + 1)).ToList();
        var header = Header(page, data, people, context, options);
        var words = PageWords.Of(page, data, found).ToList();
        foreach (var line in words) context.Remark($"These words of the page itself were kept for editors: {Remarks.Quote(line)}");
        return Shelf.Fill(header with { Preamble = [.. header.Preamble, .. words] }, found, options, remarks);
    }

    private static Refusal TooDeep => new(RefusalKind.Invalid, "The elements of this page are nested too deep to be read; copy its text and import that.");

    private static bool IsLinkedData(IHtmlScriptElement script) =>
        script.GetAttribute("type")?.Split(';')[0].Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase) == true;

    private static int LineOf(IElement element) => element.SourceReference?.Position.Line ?? 0;

    private static Manuscript Header(JsonElement page, LinkedData data, People people, BodyContext context, ImportOptions options)
    {
        var preamble = new List<string>();
        return new Manuscript
        {
            Headline = Short(PlainWords.Of(page.Text("headline", "name")), PostContent.MostHeadline),
            Standfirst = Short(PlainWords.Of(page.Text("description", "abstract")), CoverageEdit.MostCharacters),
            Language = page.Text("inLanguage") is { } language && Coverage.IsLanguage(language) ? language : null,
            TimeZone = options.TimeZone,
            Lead = Pictures.Of(page, data, context).FirstOrDefault(block => block is Image or Video),
            Contributors = Credits(people.Of(page)),
            Preamble = [.. preamble],
        };

        string? Short(string? words, int most)
        {
            if (words is null || words.Length <= most) return words;
            preamble.Add(words);
            context.Remark($"This is too long to stand at the top of a live page and was kept for editors: {Remarks.Quote(words)}");
            return null;
        }
    }

    private static RichText? Credits(IReadOnlyList<Byline> authors) =>
        authors.Count == 0 ? null : RichText.Plain(string.Join(", ", authors.Select(author => author.Name)));
}
