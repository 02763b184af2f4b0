using System.Buffers.Text;

namespace Dateline.Load.Events;

/// <summary>What an event is known by on its way, whatever the server wraps around it: its number and when it was sent, as <c>~M12.345678~</c>.</summary>
/// <remarks>Nothing in it is changed by JSON or HTML, and no other text of an event may hold a tilde.</remarks>
internal readonly record struct Mark(long Number, long SentAt)
{
    public const byte Sign = (byte)'~';

    /// <summary>No mark is longer, in bytes.</summary>
    public const int Most = 40;

    public override string ToString() => FormattableString.Invariant($"~M{Number}.{SentAt}~");

    /// <summary>Reads the mark that these bytes begin with: how long it is, 0 when they do not, or -1 when they end before that can be said.</summary>
    public static int Read(ReadOnlySpan<byte> bytes, out Mark mark)
    {
        mark = default;
        if (bytes.Length < 2) return -1;
        if (bytes[0] != Sign || bytes[1] != (byte)'M') return 0;
        var at = 2;
        if (!Figure(bytes, ref at, (byte)'.', out var number, out var ended)) return ended ? -1 : 0;
        if (!Figure(bytes, ref at, Sign, out var sentAt, out ended)) return ended ? -1 : 0;
        mark = new Mark(number, sentAt);
        return at;
    }

    private static bool Figure(ReadOnlySpan<byte> bytes, ref int at, byte end, out long value, out bool ended)
    {
        var read = Utf8Parser.TryParse(bytes[at..], out value, out var used);
        ended = at + used == bytes.Length && bytes.Length < Most;
        if (!read || ended || bytes[at + used] != end) return false;
        at += used + 1;
        return true;
    }
}
