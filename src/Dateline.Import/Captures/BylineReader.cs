using Dateline.Core.Posts;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Reads who wrote a post: names, and below them what those people do and where they are.</summary>
internal sealed class BylineReader(LineCursor cursor, Remarks remarks)
{
    // Names and roles of a few people; more lines in one piece are no byline.
    private const int MostLines = 8;

    /// <summary>The bylines at the cursor; none when a paragraph stands there.</summary>
    /// <param name="first">True when the post has no byline yet: then a name alone in its line is taken for one.</param>
    public IReadOnlyList<Byline> Take(bool first)
    {
        var group = cursor.Group(MostLines).TakeWhile(line => PersonLine.HasRoleShape(line.Text) && ListItemLine.Of(line) is null).Select(line => line.Text).ToList();
        if (group.Count == 0 || !(PersonLine.IsNames(group[0]) || PersonLine.IsTeam(group[0]) || IsMononym(group))) return group.Count == 0 || !first ? [] : InOneLine(group[0]);
        return group.Count == 1 ? Alone(group[0], first) : Together(group);
    }

    // Names, then roles, then perhaps further names with theirs: a role belongs to all names directly above it.
    private List<Byline> Together(List<string> group)
    {
        var bylines = new List<Byline>();
        var at = 0;
        while (at < group.Count)
        {
            var names = new List<string>();
            while (at < group.Count && IsNameLine(group, at, names.Count)) names.AddRange(NamesOf(group[at++]));
            if (names.Count == 0) break;
            var roles = new List<string>();
            while (at < group.Count && !IsNameLine(group, at, names.Count) && (roles.Count == 0 || PersonLine.IsRole(group[at]))) roles.Add(group[at++]);
            bylines.AddRange(names.Select(name => Of(name, string.Join(", ", roles))));
        }
        cursor.Skip(at);
        return bylines;
    }

    private static bool IsNameLine(List<string> group, int at, int namesAbove) =>
        PersonLine.IsNames(group[at]) && (namesAbove == 0 || !PersonLine.IsRole(group[at]))
        || (namesAbove == 0 && (PersonLine.IsTeam(group[at]) || at == 0));

    private List<Byline> Alone(string text, bool first)
    {
        var line = cursor.Current;
        // An older layout parts name and role by a blank line.
        if (cursor.Following() is (var below, true) && PersonLine.IsNames(text) && !PersonLine.IsRole(text) && PersonLine.IsRole(below.Text))
        {
            cursor.TakeNext();
            cursor.TakeNext();
            return [.. NamesOf(text).Select(name => Of(name, below.Text))];
        }
        if (!PersonLine.IsBy(text) && !PersonLine.IsTeam(text))
        {
            if (!first || cursor.IsLast) return [];
            remarks.Add(line.Number, $"{Remarks.Quote(text)} was taken as the writer's name.");
        }
        cursor.Take();
        return [.. NamesOf(text).Select(name => Of(name, ""))];
    }

    // "Name, role" and "Name, reporting from place".
    private List<Byline> InOneLine(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || PersonLine.Names(text[..comma]) is not [var name] || !PersonLine.IsRole(text[(comma + 1)..].Trim())) return [];
        cursor.Take();
        return [Of(name, text[(comma + 1)..].Trim())];
    }

    // One name alone is a name only where a role stands under it.
    private static bool IsMononym(List<string> group) =>
        group.Count == 2 && Words.AllCapitalised(group[0], fewest: 1, most: 1) && PersonLine.IsRole(group[1]) && !Labels.IsKnown(group[0]);

    private static IReadOnlyList<string> NamesOf(string text) => PersonLine.IsTeam(text) || !PersonLine.IsNames(text) ? [text] : PersonLine.Names(text);

    private static Byline Of(string name, string words)
    {
        var (role, location) = PersonLine.WithLocation(words);
        return new Byline { Name = name, Role = role, Location = location, Kind = PersonLine.KindOf(name) };
    }
}
