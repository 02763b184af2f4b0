using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads lists. Pictures and tables inside items follow after the list, since an item holds words.</summary>
internal static class ListHtml
{
    public static IEnumerable<Block> Read(IElement list, BodyContext context)
    {
        var after = new List<Block>();
        var items = Items(list, 1, after, context);
        if (items.Count > 0) yield return new ListBlock { Ordered = list.LocalName == "ol", Items = [.. items] };
        foreach (var block in after) yield return block;
    }

    private static List<ListItem> Items(IElement list, int depth, List<Block> after, BodyContext context)
    {
        var items = new List<ListItem>();
        foreach (var child in list.ChildNodes)
        {
            // Some pages put a nested list beside its item instead of inside it.
            if (child is IElement { LocalName: "ul" or "ol" or "menu" } nested) Nest(items, Items(nested, depth + 1, after, context), depth);
            else if (child is IElement item && !Elements.Vanishes(item)) Add(items, item, depth, after, context);
            else if (child is IText text && !string.IsNullOrWhiteSpace(text.Data)) items.Add(new ListItem { Text = RichText.Plain(text.Data.Trim()) });
        }
        return items;
    }

    private static void Add(List<ListItem> items, IElement item, int depth, List<Block> after, BodyContext context)
    {
        var flow = new TextFlow();
        var inner = new List<ListItem>();
        Gather(item, Style.Plain);
        if (flow.Take() is { } words) items.Add(new ListItem { Text = words });
        Nest(items, inner, depth);

        void Gather(INode node, Style style)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text) flow.Append(text.Data, style);
                if (child is not IElement element || Elements.Vanishes(element)) continue;
                if (element.LocalName is "ul" or "ol" or "menu") inner.AddRange(Items(element, depth + 1, after, context));
                else if (element.Matches(Elements.Media) || element.LocalName == "figure") after.AddRange(BodyHtml.Read(Wrapped(element), context));
                else
                {
                    if (!Elements.IsInline(element)) flow.Append(" ", style);
                    Gather(element, style.Inside(element, context));
                    if (!Elements.IsInline(element)) flow.Append(" ", style);
                }
            }
        }
    }

    // Below the deepest level, and under no item, what is inside comes up one level.
    private static void Nest(List<ListItem> items, List<ListItem> inner, int depth)
    {
        if (inner.Count == 0) return;
        if (items.Count == 0 || depth >= ListBlock.MostNesting) items.AddRange(inner);
        else items[^1] = items[^1] with { Items = [.. items[^1].Items ?? [], .. inner] };
    }

    private static IDocumentFragment Wrapped(IElement element)
    {
        var fragment = element.Owner!.CreateDocumentFragment();
        fragment.AppendChild(element.Clone());
        return fragment;
    }
}
