using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Import.Assembly;

namespace Dateline.Import.Pages;

/// <summary>What a page says in its own body, beside its posts. Some pages repeat their posts there; that is passed over.</summary>
internal static class PageWords
{
    private static readonly string[] Ends = ["\n", "\r", "</p>", "</div>", "</li>", "<br>", "<br/>", "<br />"];

    public static IEnumerable<string> Of(JsonElement page, LinkedData data, IEnumerable<FoundPost> posts)
    {
        var said = posts.SelectMany(post => post.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text?.PlainText).Append(post.Headline)).ToHashSet();
        return data.All(page, "articleBody")
            .Where(body => body.ValueKind == JsonValueKind.String && !Nesting.IsTooDeep(body.GetString()!))
            .SelectMany(body => body.GetString()!.Split(Ends, StringSplitOptions.RemoveEmptyEntries))
            .Select(PlainWords.Of)
            .OfType<string>()
            .Where(words => !said.Contains(words));
    }
}
