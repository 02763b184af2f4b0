using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads figures: pictures or a recording with what is said under them.</summary>
internal static class FigureHtml
{
    private const string CreditPart = "[class*=credit], [class*=copyright], [class*=attribution], [itemprop=creditText], [itemprop=copyrightHolder]";

    /// <summary>The figure as one block; null when it holds something else, or more, and is to be walked through.</summary>
    public static Block? Read(IElement figure, BodyContext context)
    {
        var captions = figure.QuerySelectorAll("figcaption").ToList();
        var rest = (IElement)figure.Clone();
        foreach (var part in rest.QuerySelectorAll("figcaption, noscript").ToList()) part.Remove();
        var inside = BodyHtml.Read(rest, context);
        if (captions.Count > 1 || inside.Count == 0) return null;
        var (caption, credit) = Caption(captions.FirstOrDefault(), context);
        if (inside.Count > 1) return inside.All(block => block is Image) ? Gallery(inside, caption, credit) : null;
        return inside[0] switch
        {
            Image image => image with { Caption = caption, Credit = credit ?? image.Credit },
            Video video => video with { Caption = caption ?? video.Caption, Credit = credit },
            Audio audio => audio with { Caption = caption ?? audio.Caption, Credit = credit },
            Table table when credit is null => table with { Caption = caption ?? table.Caption },
            var other => caption is null && credit is null ? other : null,
        };
    }

    private static Gallery Gallery(IReadOnlyList<Block> images, RichText? caption, string? credit) =>
        new() { Items = [.. images.Cast<Image>().Select(image => image.Picture with { Credit = credit })], Caption = caption };

    private static (RichText? Caption, string? Credit) Caption(IElement? figcaption, BodyContext context)
    {
        if (figcaption is null) return (null, null);
        var words = (IElement)figcaption.Clone();
        var credits = words.QuerySelectorAll(CreditPart).Where(part => part.ParentElement?.Closest(CreditPart) is null).ToList();
        foreach (var part in credits) part.Remove();
        var flow = new TextFlow();
        foreach (var (text, style) in Elements.Texts(words, Style.Plain, context)) flow.Append(text, style);
        var caption = flow.Take();
        foreach (var part in credits)
        {
            foreach (var (text, _) in Elements.Texts(part, Style.Plain, context)) flow.Append(text, Style.Plain);
            flow.Append(" ", Style.Plain);
        }
        return (caption, flow.Take()?.PlainText);
    }
}
