using System.Runtime.CompilerServices;

namespace Dateline.Load.Events;

/// <summary>Finds the marked events in a stream that comes in pieces, cut anywhere. Holds a few bytes per reader and allocates nothing.</summary>
/// <remarks>An event has come when the blank line after it has; lines end with a line feed alone, as in every server measured here. A second mark within an event is passed over.</remarks>
internal struct EventScan
{
    private Beginning _beginning;
    private byte _begun;
    private bool _isMarked;
    private bool _isLineEnd;
    private Mark _mark;

    /// <summary>The next event that is complete; takes what it has looked at off the bytes.</summary>
    public bool Next(ref ReadOnlySpan<byte> bytes, out Mark mark)
    {
        mark = default;
        while (!bytes.IsEmpty)
        {
            if (!_isMarked && !FindMark(ref bytes)) return false;
            if (!FindEnd(ref bytes)) return false;
            _isMarked = false;
            mark = _mark;
            return true;
        }
        return false;
    }

    private bool FindMark(ref ReadOnlySpan<byte> bytes)
    {
        if (_begun > 0 && FinishMark(ref bytes) is { } finished) return finished;
        for (; ; )
        {
            var at = bytes.IndexOf(Mark.Sign);
            if (at < 0)
            {
                bytes = default;
                return false;
            }
            bytes = bytes[at..];
            var length = Mark.Read(bytes, out _mark);
            if (length < 0)
            {
                bytes.CopyTo(_beginning);
                _begun = (byte)bytes.Length;
                bytes = default;
                return false;
            }
            bytes = bytes[Math.Max(1, length)..];
            if (length > 0) return Marked();
        }
    }

    // The last piece ended within a mark, or within something that looked like one. Null: it was none, look on in this piece.
    private bool? FinishMark(ref ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, Mark.Most - _begun);
        bytes[..taken].CopyTo(((Span<byte>)_beginning)[_begun..]);
        var length = Mark.Read(((Span<byte>)_beginning)[..(_begun + taken)], out _mark);
        if (length < 0)
        {
            _begun += (byte)taken;
            bytes = default;
            return false;
        }
        var begun = _begun;
        _begun = 0;
        if (length == 0) return null;
        bytes = bytes[(length - begun)..];
        return Marked();
    }

    private bool Marked()
    {
        _isMarked = true;
        _isLineEnd = false;
        return true;
    }

    private bool FindEnd(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return false;
        var at = _isLineEnd && bytes[0] == (byte)'\n' ? -1 : bytes.IndexOf("\n\n"u8);
        if (at < 0 && !(_isLineEnd && bytes[0] == (byte)'\n'))
        {
            _isLineEnd = bytes[^1] == (byte)'\n';
            bytes = default;
            return false;
        }
        bytes = bytes[(at + 2)..];
        return true;
    }

    [InlineArray(Mark.Most)]
    private struct Beginning
    {
        private byte _first;
    }
}
