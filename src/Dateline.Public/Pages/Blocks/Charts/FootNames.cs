namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>The names below a line chart: the first, the last, and as many between them as have room on the narrowest phone.</summary>
internal static class FootNames
{
    /// <summary>The least room between two names.</summary>
    public const double Apart = 12;

    public static IReadOnlyList<Foot>? Of(ChartData data, double[] along, double width)
    {
        if (data.Rows.Count == 0) return [];
        var last = data.Rows.Count - 1;
        for (var step = 1; step <= last; step++)
        {
            var places = Enumerable.Range(0, last).Where(i => i % step == 0).ToList();
            // The last name is the one that must not be missing; what would stand in its way goes.
            while (places.Count > 1 && !Clear(Named(places[^1]), Named(last), width)) places.RemoveAt(places.Count - 1);
            List<Foot> feet = [.. places.Append(last).Select(Named)];
            if (feet.Zip(feet.Skip(1)).All(pair => Clear(pair.First, pair.Second, width))) return feet;
        }
        return last == 0 && TextWidth.Of(data.Rows[0].Name, LinePlot.Size) <= width ? [Named(0)] : null;

        Foot Named(int i) => new(along[i], data.Rows[i].Name, last == 0 ? "middle" : i == 0 ? "start" : i == last ? "end" : "middle");
    }

    /// <summary>From where to where a name reaches, in a drawing of some width.</summary>
    public static (double From, double To) Reach(Foot foot, double width)
    {
        var (at, text) = (foot.At * width, TextWidth.Of(foot.Text, LinePlot.Size));
        return foot.Anchor switch { "start" => (at, at + text), "end" => (at - text, at), _ => (at - text / 2, at + text / 2) };
    }

    private static bool Clear(Foot one, Foot next, double width) => Reach(one, width).To + Apart <= Reach(next, width).From && Reach(one, width).From >= 0 && Reach(next, width).To <= width + 0.01;
}
