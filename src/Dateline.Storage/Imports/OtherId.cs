using System.Security.Cryptography;
using System.Text;
using Dateline.Core.Posts;

namespace Dateline.Storage.Imports;

/// <summary>Another id for a post whose own is in use on another page; the same each time, so that importing again finds the same post.</summary>
internal static class OtherId
{
    public static PostId For(PostId id, string slug)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{slug} {id}"), bytes);
        // The time stays (its first 48 bits), as does the layout of version 7; the rest follows from the page and the old id.
        Span<byte> other = stackalloc byte[16];
        id.Value.TryWriteBytes(other, bigEndian: true, out _);
        bytes[..10].CopyTo(other[6..]);
        other[6] = (byte)(0x70 | (other[6] & 0x0f));
        other[8] = (byte)(0x80 | (other[8] & 0x3f));
        return new PostId(new Guid(other, bigEndian: true));
    }
}
