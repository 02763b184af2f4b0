using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Members;

/// <summary>Secrets that we hand out: 256 random bits, of which we keep the SHA-256 (so many bits need no slower hash, and looking a hash up tells nothing by how long it takes).</summary>
internal static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A name for what may be shown: it opens nothing.</summary>
    public static string Name() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
}
