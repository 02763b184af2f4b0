using System.Text;
using Dateline.Load.Events;

namespace Dateline.Load.Tests.Events;

public sealed class EventScanTests
{
    private const string Stream = ": open ~ here\n\nid: 4\nevent: change\ndata: {\"html\":\"<p>~M12.345~ then ~M12.345~ again</p>\"}\n\n: keep-alive\n\ndata: ~Mx ~M7 ~M8. \n\ndata: ~M13.9~\n\n";

    [Fact]
    public void An_event_is_found_once_wherever_the_stream_is_cut()
    {
        var bytes = Encoding.ASCII.GetBytes(Stream);
        for (var first = 0; first <= bytes.Length; first++)
            for (var second = first; second <= bytes.Length; second++)
                Assert.Equal([new(12, 345), new(13, 9)], Found(bytes[..first], bytes[first..second], bytes[second..]));
    }

    [Fact]
    public void An_event_is_found_when_it_comes_byte_by_byte() =>
        Assert.Equal([new(12, 345), new(13, 9)], Found([.. Encoding.ASCII.GetBytes(Stream).Select(one => new[] { one })]));

    [Fact]
    public void An_event_has_not_come_before_the_blank_line_after_it_has() =>
        Assert.Empty(Found(Encoding.ASCII.GetBytes("data: ~M1.2~\n")));

    private static List<Mark> Found(params byte[][] pieces)
    {
        var scan = new EventScan();
        var found = new List<Mark>();
        foreach (var piece in pieces)
        {
            ReadOnlySpan<byte> bytes = piece;
            while (scan.Next(ref bytes, out var mark)) found.Add(mark);
        }
        return found;
    }
}
