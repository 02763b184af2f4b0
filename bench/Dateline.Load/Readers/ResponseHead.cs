using System.Buffers.Text;
using System.Text;

namespace Dateline.Load.Readers;

/// <summary>What a reader needs to know of an answer's head.</summary>
internal readonly record struct ResponseHead(int Status, bool IsChunked, int Length)
{
    /// <summary>Reads a head; false while it has not all come.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ResponseHead head)
    {
        head = default;
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0 || !Utf8Parser.TryParse(bytes[9..], out int status, out _)) return false;
        var fields = Encoding.ASCII.GetString(bytes[..end]);
        head = new ResponseHead(status, fields.Contains("\r\ntransfer-encoding: chunked", StringComparison.OrdinalIgnoreCase), end + 4);
        return true;
    }
}
