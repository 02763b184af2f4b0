namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Labels beside a drawing, moved apart so that none lies over another.</summary>
internal static class Spread
{
    /// <summary>The centres of labels that would like to be at some, between nought and a bottom: in the same order, as near as they can be; null when they do not fit at all.</summary>
    /// <param name="wishes">Where each would like its centre.</param>
    /// <param name="heights">How tall each is.</param>
    public static double[]? Of(IReadOnlyList<double> wishes, IReadOnlyList<double> heights, double bottom)
    {
        if (heights.Sum() > bottom) return null;
        var order = Enumerable.Range(0, wishes.Count).OrderBy(i => wishes[i]).ToList();
        // Labels that touch move as one; a group stands where its members would like it on the whole, and joins the group above when it would reach into it.
        var groups = new List<Group>();
        foreach (var i in order)
        {
            var group = new Group([i], heights[i], wishes[i] - heights[i] / 2).Within(bottom);
            while (groups.Count > 0 && groups[^1].Top + groups[^1].Height > group.Top)
            {
                group = groups[^1].With(group, wishes, heights).Within(bottom);
                groups.RemoveAt(groups.Count - 1);
            }
            groups.Add(group);
        }
        var centres = new double[wishes.Count];
        foreach (var group in groups)
        {
            var top = group.Top;
            foreach (var i in group.Members)
            {
                centres[i] = top + heights[i] / 2;
                top += heights[i];
            }
        }
        return centres;
    }

    private readonly record struct Group(IReadOnlyList<int> Members, double Height, double Top)
    {
        public Group Within(double bottom) => this with { Top = Math.Clamp(Top, 0, Math.Max(0, bottom - Height)) };

        public Group With(Group below, IReadOnlyList<double> wishes, IReadOnlyList<double> heights)
        {
            var (members, height, sum) = (Members.Concat(below.Members).ToList(), 0.0, 0.0);
            foreach (var i in members)
            {
                sum += wishes[i] - heights[i] / 2 - height;
                height += heights[i];
            }
            return new Group(members, height, sum / members.Count);
        }
    }
}
