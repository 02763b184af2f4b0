using System.Buffers;
using System.Text;

namespace Dateline.Public.Wire;

/// <summary>The header fields that mean something at the door; each may stand once.</summary>
[Flags]
internal enum Field
{
    None = 0,
    Host = 1,
    Connection = 2,
    LastEventId = 4,
    ForwardedFor = 8,
    AcceptEncoding = 16,
    IfNoneMatch = 32,

    /// <summary>Asks for something that is not done here: a body, another protocol, a part, a condition that is not known.</summary>
    Refused = 64,
}

internal static class FieldNames
{
    public static Field Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when Is(name, "TE"u8) => Field.Refused,
        4 when Is(name, "Host"u8) => Field.Host,
        5 when Is(name, "Range"u8) => Field.Refused,
        6 when Is(name, "Expect"u8) => Field.Refused,
        7 when Is(name, "Upgrade"u8) || Is(name, "Trailer"u8) => Field.Refused,
        8 when Is(name, "If-Match"u8) || Is(name, "If-Range"u8) => Field.Refused,
        10 when Is(name, "Connection"u8) => Field.Connection,
        13 when Is(name, "Last-Event-ID"u8) => Field.LastEventId,
        13 when Is(name, "If-None-Match"u8) => Field.IfNoneMatch,
        14 when Is(name, "Content-Length"u8) || Is(name, "HTTP2-Settings"u8) => Field.Refused,
        15 when Is(name, "X-Forwarded-For"u8) => Field.ForwardedFor,
        15 when Is(name, "Accept-Encoding"u8) => Field.AcceptEncoding,
        16 when Is(name, "Proxy-Connection"u8) => Field.Refused,
        17 when Is(name, "Transfer-Encoding"u8) || Is(name, "If-Modified-Since"u8) => Field.Refused,
        19 when Is(name, "If-Unmodified-Since"u8) => Field.Refused,
        _ => Field.None,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);
}

/// <summary>What may stand where: each set is narrower than the standard's, so that nothing here reads a head otherwise than Kestrel or a proxy would.</summary>
internal static class Characters
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    public static readonly SearchValues<byte> Token = Of($"{Letters}{Digits}-_");
    public static readonly SearchValues<byte> Target = Of($"{Letters}{Digits}-/?=&.");
    public static readonly SearchValues<byte> Host = Of($"{Letters}{Digits}-.:[]_");
    public static readonly SearchValues<byte> Slug = Of("abcdefghijklmnopqrstuvwxyz0123456789-");
    public static readonly SearchValues<byte> Epoch = Of($"{Letters}{Digits}-");
    public static readonly SearchValues<byte> Digit = Of(Digits);
    public static readonly SearchValues<byte> Value = Of("\t" + new string([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]));

    private static SearchValues<byte> Of(string characters) => SearchValues.Create(Encoding.ASCII.GetBytes(characters));
}
