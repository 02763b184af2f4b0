using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Import.Sources;

namespace Dateline.Import.Pages;

/// <summary>Plain words from a field that may hold entities or tags.</summary>
internal static class PlainWords
{
    private static readonly BodyContext Nowhere = new(new Addresses(null), new Remarks(), 0);

    public static string? Of(string? text)
    {
        if (text is null) return null;
        var flow = new TextFlow();
        if (text.AsSpan().IndexOfAny('<', '&') < 0 || Nesting.IsTooDeep(text)) flow.Append(text, Style.Plain);
        else foreach (var (words, _) in Elements.Texts(Parsed(text), Style.Plain, Nowhere)) flow.Append(words, Style.Plain);
        return flow.Take()?.PlainText;
    }

    private static IElement Parsed(string text) => new HtmlParser().ParseDocument($"<!doctype html><body>{text}").Body!;
}
