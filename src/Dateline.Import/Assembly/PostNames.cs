using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;

namespace Dateline.Import.Assembly;

/// <summary>Names posts for good from what they are, so that importing the same source again names the same posts.</summary>
/// <remarks>The layout is that of a UUID version 7 (RFC 9562), with a hash where a random one has chance.</remarks>
internal sealed class PostNames(string? slug)
{
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>The name of the next post, counted from the oldest: a source that grew at its top names the old ones as before.</summary>
    public PostId Next(FoundPost post)
    {
        // An unknown time has a day that may be the day of the import, which says nothing about the post.
        var time = post.Time.Known ? Instants.Write(post.Time.At) : "";
        var key = $"{slug}\n{time}\n{post.SourceName ?? post.Headline ?? FirstWords(post)}";
        var occurrence = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{occurrence}"), bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        Span<byte> stamp = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(stamp, post.Time.Known ? Math.Max(0, post.Time.At.ToUnixTimeMilliseconds()) : 0);
        stamp[2..].CopyTo(bytes);
        return new PostId(new Guid(bytes[..16], bigEndian: true));
    }

    private static string? FirstWords(FoundPost post) => post.Blocks.OfType<Paragraph>().FirstOrDefault()?.Text?.PlainText;
}
