using System.Collections.Immutable;
using Dateline.Public.Live;
using Xunit;

namespace Dateline.Public.Tests.Live;

public sealed class FrameLogTests
{
    private readonly FrameLog _log = new();

    [Fact]
    public void A_reader_gets_what_is_newer_than_its_position_in_order()
    {
        Append(1, 2, 3);
        Assert.Equal([2L, 3L], Seqs(_log.After(1, int.MaxValue)));
        Assert.Empty(_log.After(3, int.MaxValue)!);
    }

    [Fact]
    public void A_gap_cannot_be_kept()
    {
        Append(1);
        Assert.Throws<InvalidOperationException>(() => Append(3));
    }

    [Fact]
    public void No_more_is_given_at_once_than_was_asked_for_but_always_something()
    {
        Append(1, 2, 3);
        Assert.Equal([1L], Seqs(_log.After(0, 1)));
    }

    [Fact]
    public void It_holds_so_many_frames_and_lets_the_oldest_go()
    {
        Append([.. Enumerable.Range(1, FrameLog.MostFrames + 10).Select(seq => (long)seq)]);
        Assert.Equal((10, FrameLog.MostFrames + 10), (_log.Floor, _log.Head));
        Assert.Null(_log.After(9, int.MaxValue));
        Assert.Equal(FrameLog.MostFrames, _log.After(10, int.MaxValue)!.Count);
    }

    [Fact]
    public void It_holds_so_many_bytes_and_always_the_newest_frame()
    {
        for (var seq = 1; seq <= 20; seq++) _log.Append([Frame(seq, html: new string('x', 1024 * 1024))], [], Same);
        Assert.InRange(_log.After(_log.Floor, int.MaxValue)!.Sum(frame => frame.Event.Length), 1, FrameLog.MostBytes);
        _log.Append([Frame(21, html: new string('x', 2 * FrameLog.MostBytes))], [], Same);
        Assert.Equal([21L], Seqs(_log.After(20, int.MaxValue)));
    }

    [Fact]
    public void A_section_outlives_the_frame_that_brought_it()
    {
        _log.Append([Frame(1).With(Sections("header", "<h1>The storm</h1>"))], [], Same);
        Append([.. Enumerable.Range(2, FrameLog.MostFrames + 10).Select(seq => (long)seq)]);
        var frames = _log.After(_log.Floor, int.MaxValue)!;
        Assert.Equal("<h1>The storm</h1>", frames[0].Sections["header"]);
        Assert.All(frames.Skip(1), frame => Assert.Empty(frame.Sections));
    }

    [Fact]
    public void A_frame_that_was_replaced_is_sent_to_nobody_any_more()
    {
        Append(1, 2);
        _log.Append([Frame(3)], ["a"], frame => frame.Seq == 1 ? frame.Void() : frame);
        Assert.Equal(["void", "upsert", "upsert"], _log.After(0, int.MaxValue)!.Select(frame => frame.Op));
    }

    [Fact]
    public void A_change_looks_at_every_frame_held_that_speaks_of_what_it_touched_and_at_no_other()
    {
        var random = new Random(7);
        string[] posts = ["a", "b", "c", "d"], sections = ["header", "summary"];
        _log.Reset("e1", 3, []);
        for (var seq = 4; seq < FrameLog.MostFrames + 400; seq++)
        {
            var touched = posts.Concat(sections).Where(_ => random.Next(8) == 0).ToHashSet();
            var speaking = _log.After(_log.Floor, int.MaxValue)!.Where(frame => touched.Overlaps([frame.Target!, frame.Fill?.Target ?? "", .. frame.Sections.Keys])).Select(frame => frame.Seq).ToList();
            var looked = new List<long>();
            _log.Append([Any(seq, touched)], touched, frame =>
            {
                looked.Add(frame.Seq);
                // As a change revises them: what was touched is in no older frame any more.
                var revised = touched.Overlaps(frame.Sections.Keys) ? frame.Without(touched) : frame;
                return revised.Fill is { } fill && touched.Contains(fill.Target) ? revised.WithFill(null) : revised;
            });
            Assert.Equal(speaking, looked);
            if (seq == 10) _log.Prepend([Any(2, []), Any(3, [])]);
        }

        Frame Any(long seq, HashSet<string> touched)
        {
            var fill = random.Next(3) == 0 ? posts[random.Next(posts.Length)] : null;
            var frame = new Frame { Seq = seq, Op = "upsert", Target = posts[random.Next(posts.Length)], Fill = fill is null ? null : new FillFrame(fill, 1, "1-1", "<article>") };
            return sections.Where(touched.Contains).Aggregate(frame, (now, section) => now.With(now.Sections.Add(section, "<p>")));
        }
    }

    [Fact]
    public void Older_frames_are_put_before_only_where_they_join_on()
    {
        _log.Reset("e1", 5, []);
        Append(6);
        _log.Prepend([Frame(2), Frame(3)]);
        Assert.Equal(5, _log.Floor);
        _log.Prepend([Frame(4), Frame(5)]);
        Assert.Equal([4L, 5L, 6L], Seqs(_log.After(3, int.MaxValue)));
    }

    private void Append(params long[] seqs) => _log.Append([.. seqs.Select(seq => Frame(seq))], [], Same);

    private static Frame Same(Frame frame) => frame;

    private static Frame Frame(long seq, string html = "<article>") => new() { Seq = seq, Op = "upsert", Target = "a", Revision = 1, Sort = "1-1", Html = html };

    private static ImmutableSortedDictionary<string, string> Sections(string name, string html) => ImmutableSortedDictionary<string, string>.Empty.Add(name, html);

    private static IEnumerable<long> Seqs(IReadOnlyList<Frame>? frames) => frames!.Select(frame => frame.Seq);
}
