namespace Dateline.Load.Readers;

/// <summary>Takes the chunks of a response's body apart (RFC 9112, 7.1), however they are cut; a body that has none passes through.</summary>
internal struct Chunks(bool isChunked)
{
    private enum Place : byte { Size, AfterSize, Data, AfterData, Ended }

    private readonly bool _isChunked = isChunked;
    private Place _place;
    private int _left;

    /// <summary>The body has come to its end.</summary>
    public readonly bool HasEnded => _place == Place.Ended;

    /// <summary>The next piece of the body; takes it off the bytes.</summary>
    public bool Next(ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> piece)
    {
        piece = default;
        if (!_isChunked)
        {
            piece = bytes;
            bytes = default;
            return !piece.IsEmpty;
        }
        while (!bytes.IsEmpty && _place != Place.Ended)
        {
            if (_place == Place.Data)
            {
                var length = Math.Min(_left, bytes.Length);
                piece = bytes[..length];
                bytes = bytes[length..];
                _left -= length;
                if (_left == 0) _place = Place.AfterData;
                return true;
            }
            Step(bytes[0]);
            bytes = bytes[1..];
        }
        return false;
    }

    private void Step(byte next)
    {
        switch (_place)
        {
            case Place.Size when char.IsAsciiHexDigit((char)next):
                _left = _left * 16 + (next <= (byte)'9' ? next - (byte)'0' : (next | 0x20) - (byte)'a' + 10);
                break;
            case Place.Size or Place.AfterSize when next == (byte)'\n':
                _place = _left == 0 ? Place.Ended : Place.Data;
                break;
            case Place.Size:
                _place = Place.AfterSize;
                break;
            case Place.AfterData when next == (byte)'\n':
                _place = Place.Size;
                break;
        }
    }
}
