namespace Dateline.Public.Wire;

/// <summary>The head of a request for a live page, as far as the door understands it (RFC 9112). A view into the bytes it was read from.</summary>
/// <remarks>
/// This is not a parser of HTTP. It knows one shape: a whole <c>GET /live/…</c> without a body, of lines that leave nothing to interpretation. Anything else, valid or not, is not read here, and
/// Kestrel gets the connection untouched. So being too strict costs some memory, and being lenient cannot happen.
/// </remarks>
internal ref struct RequestHead
{
    /// <summary>The longest head that is read here.</summary>
    public const int MostBytes = 8 * 1024;

    /// <summary>The longest list of encodings that is looked at here.</summary>
    public const int MostAccept = 256;

    private const int MostFields = 64;

    /// <summary>The path after <c>/live/</c>.</summary>
    public ReadOnlySpan<byte> Path { get; private set; }

    /// <summary>What stands after the question mark; empty when nothing does.</summary>
    public ReadOnlySpan<byte> Query { get; private set; }

    /// <summary>False when the client will not ask again on this connection.</summary>
    public bool StaysOpen { get; private set; }

    public ReadOnlySpan<byte> LastEventId { get; private set; }

    public ReadOnlySpan<byte> ForwardedFor { get; private set; }

    public ReadOnlySpan<byte> AcceptEncoding { get; private set; }

    public ReadOnlySpan<byte> IfNoneMatch { get; private set; }

    /// <summary>Reads a head, if these bytes are exactly one, and of the one shape that is known here.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out RequestHead head)
    {
        head = default;
        if (!bytes.EndsWith("\r\n\r\n"u8) || !bytes.StartsWith("GET /live/"u8)) return false;
        var lines = bytes[..^2];
        if (!head.TakeTarget(NextLine(ref lines))) return false;
        var seen = Field.None;
        for (var fields = 0; !lines.IsEmpty; fields++)
            if (fields == MostFields || !head.TakeField(NextLine(ref lines), ref seen)) return false;
        return seen.HasFlag(Field.Host);
    }

    /// <summary>The line up to the next CRLF; with a stray CR or LF in it no line passes what follows.</summary>
    private static ReadOnlySpan<byte> NextLine(scoped ref ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf("\r\n"u8);
        var line = lines[..end];
        lines = lines[(end + 2)..];
        return line;
    }

    private bool TakeTarget(ReadOnlySpan<byte> line)
    {
        var newest = line.EndsWith(" HTTP/1.1"u8);
        if (!newest && !line.EndsWith(" HTTP/1.0"u8)) return false;
        var target = line["GET /live/".Length..^" HTTP/1.x".Length];
        if (target.ContainsAnyExcept(Characters.Target)) return false;
        var mark = target.IndexOf((byte)'?');
        Path = mark < 0 ? target : target[..mark];
        Query = mark < 0 ? default : target[(mark + 1)..];
        StaysOpen = newest;
        return true;
    }

    private bool TakeField(ReadOnlySpan<byte> line, ref Field seen)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 1) return false;
        var name = line[..colon];
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (name.ContainsAnyExcept(Characters.Token) || value.ContainsAnyExcept(Characters.Value)) return false;
        var field = FieldNames.Of(name);
        if (field is Field.None) return true;
        if (field is Field.Refused || seen.HasFlag(field)) return false;
        seen |= field;
        switch (field)
        {
            case Field.Host: return !value.IsEmpty && !value.ContainsAnyExcept(Characters.Host);
            case Field.Connection: return TakeConnection(value);
            case Field.LastEventId: LastEventId = value; return !value.IsEmpty;
            case Field.ForwardedFor: ForwardedFor = value; return !value.IsEmpty;
            case Field.AcceptEncoding: AcceptEncoding = value; return value.Length <= MostAccept;
            default: IfNoneMatch = value; return !value.IsEmpty;
        }
    }

    private bool TakeConnection(ReadOnlySpan<byte> value)
    {
        if (System.Text.Ascii.EqualsIgnoreCase(value, "close"u8)) StaysOpen = false;
        else if (!System.Text.Ascii.EqualsIgnoreCase(value, "keep-alive"u8)) return false;
        return true;
    }
}
