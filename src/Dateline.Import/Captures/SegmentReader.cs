using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Second stage: finds where posts begin, and parts the lines into what stands before the first and the posts.</summary>
internal sealed class SegmentReader(IReadOnlyList<Line> lines, Remarks remarks)
{
    private readonly Layout _layout = Layout.Of(lines);

    /// <summary>Where a post begins, and where its heading ends.</summary>
    private readonly record struct Start(int First, int Last, int? Number);

    public (IReadOnlyList<Line> Opening, IReadOnlyList<Segment> Posts) Read()
    {
        var starts = Starts();
        if (starts.Count == 0) return (lines, []);
        var posts = new Segment[starts.Count];
        for (var i = 0; i < starts.Count; i++)
            posts[i] = Cut(starts[i], i + 1 < starts.Count ? starts[i + 1].First : lines.Count);
        return (Range(0, starts[0].First), posts);
    }

    private List<Start> Starts()
    {
        var starts = new List<Start>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (StartAt(i, starts) is not { } start) continue;
            starts.Add(start);
            i = start.Last;
        }
        return starts;
    }

    private Start? StartAt(int i, List<Start> starts)
    {
        var line = lines[i];
        if (line.IsBlank) return null;
        if (PostNumber.Of(line) is { } number && _layout.AllowsNumberAt(line.Indent))
        {
            if (Layout.StampAfter(lines, i) is { } stamped) return new Start(i, stamped, number.Value);
            return BeginsWithoutTime(i, number, starts) ? new Start(i, HeadlineOf(i, number), number.Value) : null;
        }
        return Stamp.At(line.Text) is { Glued: true } stamp ? Unnumbered(i, stamp, starts.Count == 0 ? -1 : starts[^1].Last) : null;
    }

    // A number without a time begins a post where its column says so. Where the text is not indented it has to be the next
    // number, no later post may have one as low, and "1. 2. 3." one after the other inside a post is a list.
    private bool BeginsWithoutTime(int i, PostNumber number, List<Start> starts)
    {
        var last = starts.Count == 0 ? (Start?)null : starts[^1];
        if (_layout.Timed && last is null) return false;
        if (_layout.NumberColumn is not null) return true;
        if (last?.Number is { } before && number.Value != before + 1) return false;
        if (_layout.Timed && _nextTimed.Value[i] <= number.Value) return false;
        return ItemAbove(i, number.Value) is not { } above || above == last?.First;
    }

    // The line directly above when it is numbered one less: the two are items of one list, or posts both.
    private int? ItemAbove(int i, int number)
    {
        for (var above = i - 1; above >= 0; above--)
            if (!lines[above].IsBlank) return PostNumber.Of(lines[above])?.Value == number - 1 && Stamp.At(lines[above].Text) is null ? above : null;
        return null;
    }

    // For each line the number of the next post below that has a time.
    private readonly Lazy<int[]> _nextTimed = new(() =>
    {
        var next = new int[lines.Count];
        for (var (i, number) = (lines.Count - 1, int.MaxValue); i >= 0; i--)
        {
            next[i] = number;
            if (PostNumber.Of(lines[i]) is { } found && Layout.StampAfter(lines, i) is not null) number = found.Value;
        }
        return next;
    });

    // Without a time, a known label alone behind the number has its headline in the next line.
    private int HeadlineOf(int i, PostNumber number)
    {
        if (number.Rest.Length > 0 && !Labels.IsKnown(number.Rest)) return i;
        for (var next = i + 1; next < lines.Count; next++)
            if (!lines[next].IsBlank) return PostNumber.Of(lines[next]) is null ? next : i;
        return i;
    }

    // A heading without a number: its label, if it has one, is the line above.
    private Start Unnumbered(int i, Stamp stamp, int floor)
    {
        var first = i;
        if (stamp.Before.Length == 0 && Above(first, floor) is { } headline && lines[headline].Text.Length <= Core.Posts.PostContent.MostHeadline) first = headline;
        if (Above(first, floor) is { } label && IsLabelAbove(label, first)) first = label;
        return new Start(first, i, null);
    }

    private bool IsLabelAbove(int label, int heading)
    {
        var text = lines[label].Text;
        if (Labels.IsKnown(text)) return true;
        // Only where nothing is numbered, and a word or two stand apart from the post above, may an unknown line be a label.
        var apart = label + 1 < heading && (label == 0 || lines[label - 1].IsBlank);
        if (_layout.NumberColumn is not null || !apart || !Labels.HasShape(text) || text.Split(' ').Length > 3 || Markers.IsAny(text)) return false;
        if (Above(label, -1) is { } above && Markers.AwaitsText(lines[above].Text)) return false;
        remarks.Add(lines[label].Number, $"{Remarks.Quote(text)} was taken as the label of the post below.");
        return true;
    }

    private int? Above(int i, int floor)
    {
        for (var above = i - 1; above > floor; above--)
            if (!lines[above].IsBlank) return above;
        return null;
    }

    private Segment Cut(Start start, int end)
    {
        var heading = new List<Line>();
        for (var i = start.First; i <= start.Last; i++)
        {
            var line = lines[i];
            if (i == start.First && start.Number is not null) line = line.Saying(PostNumber.Of(line)!.Value.Rest);
            if (i == start.Last && Stamp.At(line.Text) is { } ending) line = line.Saying(ending.Before);
            if (!line.IsBlank) heading.Add(line);
        }
        return new Segment
        {
            Line = lines[start.First].Number,
            Heading = heading,
            Stamp = Stamp.At(lines[start.Last].Text),
            Body = Range(start.Last + 1, end),
            EndsTight = end < lines.Count && end - 1 > start.Last && !lines[end - 1].IsBlank,
        };
    }

    private List<Line> Range(int from, int to)
    {
        var range = new List<Line>(to - from);
        for (var i = from; i < to; i++) range.Add(lines[i]);
        return range;
    }
}
