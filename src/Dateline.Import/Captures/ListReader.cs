using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Captures;

/// <summary>Reads lists: items one after the other, blank lines between them or not; one further in belongs to the item above.</summary>
internal sealed class ListReader(LineCursor cursor)
{
    /// <summary>The list at the cursor; null when there is none.</summary>
    public ListBlock? Take()
    {
        if (ListItemLine.Of(cursor.Current) is not { } first) return null;
        // A list has no first number but one, and a single dash is a manner of speech.
        if (first.Number is not (null or 1) || (!first.Sure && !FollowsLike(first))) return null;
        return new ListBlock { Ordered = first.Number is not null, Items = [.. Items(first, cursor.Current.Indent, depth: 1)] };
    }

    private bool FollowsLike(ListItemLine item) =>
        cursor.Following() is var (line, _) && ListItemLine.Of(line) is { } next && next.Sure == item.Sure && next.Number is null == item.Number is null;

    private List<ListItem> Items(ListItemLine first, int indent, int depth)
    {
        var items = new List<ListItem>();
        while (cursor.AtLine() && ListItemLine.Of(cursor.Current) is { } item)
        {
            var further = cursor.Current.Indent > indent && depth < ListBlock.MostNesting;
            if (further && items.Count > 0)
            {
                if (item.Number is not (null or 1)) break;
                // Items that stand less far in than those before them, and still further than the one above, are its items too.
                items[^1] = items[^1] with { Items = [.. items[^1].Items ?? [], .. Items(item, cursor.Current.Indent, depth + 1)] };
                continue;
            }
            if (cursor.Current.Indent < indent || !Continues(first, item, items.Count)) break;
            cursor.Take();
            items.Add(new ListItem { Text = RichText.Plain(Words.WithoutLinkMarks(item.Text)) });
        }
        return items;
    }

    private static bool Continues(ListItemLine first, ListItemLine item, int count) =>
        first.Number is null ? item.Number is null : item.Number == first.Number + count;
}
