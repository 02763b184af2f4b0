using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Public.Pages;

/// <summary>A post's body as words alone, for search engines, previews and readers of feeds that take no markup.</summary>
public static class PlainText
{
    /// <summary>The longest opening, in characters: what a preview shows.</summary>
    private const int MostOpening = 200;

    /// <summary>The whole body, a line for each piece.</summary>
    public static string Of(PublicPost post) => string.Join("\n", post.Blocks.SelectMany(Lines).Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>The beginning of the body, cut between words.</summary>
    public static string Opening(PublicPost post)
    {
        var text = post.Withdrawn is { } notice ? notice.Text : Of(post).Replace('\n', ' ');
        if (text.Length <= MostOpening) return text;
        var cut = text.LastIndexOf(' ', MostOpening);
        return (cut > 0 ? text[..cut] : text[..MostOpening]) + " …";
    }

    private static IEnumerable<string?> Lines(Block block) => block switch
    {
        Paragraph p => [p.Text?.PlainText],
        Subheading s => [s.Text?.PlainText],
        ListBlock l => Lines(l.Items),
        Quote q => [q.Text?.PlainText, q.Attribution],
        Image i => [i.Caption?.PlainText],
        Gallery g => [.. (g.Items ?? []).Select(item => item.Caption?.PlainText), g.Caption?.PlainText],
        Video v => [v.Caption?.PlainText],
        Audio a => [a.Show, a.Episode, a.Caption?.PlainText],
        Chart c => [c.Title, .. Lines(c.Rows)],
        Table t => [t.Title, t.Caption?.PlainText, .. Lines(t.Rows)],
        Embed e => [e.Title, e.Text?.PlainText, e.Author],
        LinkCard c => [c.Show, c.Title, c.Description],
        Verification v => (v.Items ?? []).SelectMany(item => new[] { item.What, item.How?.PlainText }),
        Map m => [m.Title, .. (m.Places ?? []).Select(place => place.Name), m.Caption?.PlainText],
        Document d => [d.Title, d.Caption?.PlainText],
        Poll p => [p.Question, .. (p.Options ?? []).Select(option => option.Text)],
        Scoreboard s => [s.Title, s.Status, .. (s.Sides ?? []).Select(side => $"{side.Name} {side.Score}")],
        Timeline t => [t.Title, .. (t.Entries ?? []).Select(entry => $"{entry.When} {entry.Text?.PlainText}")],
        Qa q => (q.Items ?? []).SelectMany(item => new[] { item.Asked?.PlainText }.Concat((item.Answer ?? []).Select(answer => answer.PlainText))),
        _ => [],
    };

    private static IEnumerable<string?> Lines(ValueList<ListItem>? items) =>
        (items ?? []).SelectMany(item => new[] { item.Text?.PlainText }.Concat(Lines(item.Items)));

    private static IEnumerable<string> Lines(ValueList<ValueList<Cell>>? rows) => (rows ?? []).Select(row => string.Join(" ", row));
}
