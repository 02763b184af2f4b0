using AngleSharp.Dom;

namespace Dateline.Import.Pages;

/// <summary>Which elements stand in running text, which are never seen, and the text inside any of them.</summary>
internal static class Elements
{
    /// <summary>Elements that become pictures, recordings or embeds.</summary>
    public const string Media = "img, amp-img, video, amp-video, audio, amp-audio, iframe, embed, object, table";

    private static readonly HashSet<string> Unseen = ["script", "style", "template", "head", "link", "meta", "base", "source", "track", "param", "datalist"];

    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    // Deeper than any editor nests: walking or copying such a tree would exhaust the stack.
    private const int Deepest = 400;

    /// <summary>True when elements are nested deeper than can be walked.</summary>
    public static bool IsDeep(INode root)
    {
        var depth = 0;
        for (var node = root; ;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > Deepest) return true;
                node = child;
                continue;
            }
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                depth--;
            }
            if (node == root) return false;
            node = node.NextSibling!;
        }
    }

    public static bool Vanishes(IElement element) => Unseen.Contains(element.LocalName);

    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    /// <summary>The text inside a node with its styles, whatever stands between. Without recursion: depth is the page's choice.</summary>
    public static IEnumerable<(string Text, Style Style)> Texts(INode node, Style style, BodyContext context)
    {
        var rest = new Stack<(INode Node, Style Style)>();
        Push(node, style);
        while (rest.TryPop(out var next))
        {
            if (next.Node is IText text) yield return (text.Data, next.Style);
            else if (next.Node is IElement { LocalName: "br" }) yield return (" ", next.Style);
            else if (next.Node is IElement element && !Vanishes(element))
            {
                if (!IsInline(element)) yield return (" ", next.Style);
                Push(element, next.Style.Inside(element, context));
                if (!IsInline(element)) rest.Push((element.Owner!.CreateTextNode(" "), next.Style));
            }
        }

        void Push(INode parent, Style inner)
        {
            for (var i = parent.ChildNodes.Length - 1; i >= 0; i--) rest.Push((parent.ChildNodes[i], inner));
        }
    }
}
