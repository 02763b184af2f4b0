using System.Buffers.Text;

namespace Dateline.Public.Wire;

/// <summary>A reader's call for a stream: <c>/live/{slug}/stream</c>, from where on, and in which epoch.</summary>
internal ref struct StreamCall
{
    private const int MostDigits = 18;
    private const int MostEpoch = 64;

    public ReadOnlySpan<byte> Slug { get; private set; }

    /// <summary>The last number the reader has; null to begin at the head.</summary>
    public long? Position { get; private set; }

    /// <summary>The epoch of the reader's page; empty when it does not say.</summary>
    public ReadOnlySpan<byte> Epoch { get; private set; }

    public static bool TryRead(scoped in RequestHead head, out StreamCall call)
    {
        call = default;
        if (!head.Path.EndsWith("/stream"u8)) return false;
        call.Slug = head.Path[..^"/stream".Length];
        if (!Coverages.IsSlug(call.Slug) || !call.TakeQuery(head.Query)) return false;
        // What a native EventSource sends when it comes back wins over what its address said at first.
        if (head.LastEventId.IsEmpty) return true;
        if (!TryNumber(head.LastEventId, out var last)) return false;
        call.Position = last;
        return true;
    }

    private bool TakeQuery(ReadOnlySpan<byte> query)
    {
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var pair = end < 0 ? query : query[..end];
            query = end < 0 ? default : query[(end + 1)..];
            if (end >= 0 && query.IsEmpty) return false;
            if (pair.StartsWith("after="u8) && Position is null && TryNumber(pair["after=".Length..], out var after)) Position = after;
            else if (pair.StartsWith("epoch="u8) && Epoch.IsEmpty && pair["epoch=".Length..] is { Length: > 0 and <= MostEpoch } epoch && !epoch.ContainsAnyExcept(Characters.Epoch)) Epoch = epoch;
            else return false;
        }
        return true;
    }

    /// <summary>Reads a number of the journal, of digits alone.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        return digits.Length is > 0 and <= MostDigits && !digits.ContainsAnyExcept(Characters.Digit) && Utf8Parser.TryParse(digits, out number, out var read) && read == digits.Length;
    }
}
