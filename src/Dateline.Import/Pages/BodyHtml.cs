using AngleSharp.Dom;
using Dateline.Core.Blocks;

namespace Dateline.Import.Pages;

/// <summary>Turns the HTML of a body into blocks. Scripts and styles vanish; of everything else the words are kept, as paragraphs where no kind of block fits.</summary>
internal sealed class BodyHtml(BodyContext context)
{
    private readonly TextFlow _flow = new();
    private readonly List<Block> _blocks = [];

    public static IReadOnlyList<Block> Read(INode body, BodyContext context)
    {
        var reader = new BodyHtml(context);
        if (Elements.IsDeep(body)) reader.WordsOf(body, Style.Plain);
        else reader.WalkInside(body, Style.Plain);
        reader.EndParagraph();
        return reader._blocks;
    }

    private void WalkInside(INode node, Style style)
    {
        foreach (var child in node.ChildNodes) Walk(child, style);
    }

    private void Walk(INode node, Style style)
    {
        if (node is IText text) _flow.Append(text.Data, style);
        if (node is not IElement element || Elements.Vanishes(element)) return;
        if (element.LocalName == "br") EndParagraph();
        else if (Elements.IsInline(element)) WalkInside(element, style.Inside(element, context));
        else
        {
            EndParagraph();
            WalkBlock(element, style);
            EndParagraph();
        }
    }

    private void WalkBlock(IElement element, Style style)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element, style); break;
            case "ul" or "ol" or "menu": _blocks.AddRange(ListHtml.Read(element, context)); break;
            case "blockquote": _blocks.AddRange(QuoteHtml.Read(element, context)); break;
            case "table": _blocks.AddRange(TableHtml.Read(element, context)); break;
            case "hr": _blocks.Add(new Divider()); break;
            case "img" or "amp-img": AddMedia(MediaHtml.Image(element, context)); break;
            case "figure" or "amp-figure": Figure(element, style); break;
            case "video" or "amp-video" or "audio" or "amp-audio" or "iframe" or "embed" or "object" or "amp-iframe" or "amp-youtube":
                if (!AddMedia(MediaHtml.Recording(element, context))) WalkInside(element, style);
                break;
            default: WalkInside(element, style.Inside(element, context)); break;
        }
    }

    // A heading that holds a picture is walked through, so that the picture stays.
    private void Heading(IElement element, Style style)
    {
        if (element.QuerySelector(Elements.Media) is not null)
        {
            WalkInside(element, style);
            return;
        }
        WordsOf(element, style);
        if (_flow.Take() is { } words) _blocks.Add(new Subheading { Text = words });
    }

    private void Figure(IElement figure, Style style)
    {
        if (FigureHtml.Read(figure, context) is { } picture) _blocks.Add(picture);
        else WalkInside(figure, style);
    }

    private bool AddMedia(Block? block)
    {
        if (block is null) return false;
        // A lazily loaded picture comes twice: once for scripts, once for those without.
        if (block is not Image { SourceUrl: { } source } || _blocks is not [.., Image before] || before.SourceUrl != source) _blocks.Add(block);
        return true;
    }

    private void WordsOf(INode node, Style style)
    {
        foreach (var (text, inner) in Elements.Texts(node, style, context)) _flow.Append(text, inner);
    }

    private void EndParagraph()
    {
        if (_flow.Take() is { } words) _blocks.Add(new Paragraph { Text = words });
    }
}
