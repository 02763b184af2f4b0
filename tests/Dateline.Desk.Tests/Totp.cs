using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Dateline.Desk.Tests;

/// <summary>An authenticator on somebody's phone (RFC 6238), by the machine's own clock, as Identity has it.</summary>
internal static class Totp
{
    public static string Code(string secret, int stepsFromNow = 0)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsFromNow);
#pragma warning disable CA5350 // What RFC 6238 and every authenticator use.
        var hash = HMACSHA1.HashData(Bytes(secret), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var (bytes, bits, value) = (new List<byte>(), 0, 0);
        foreach (var letter in base32)
        {
            value = ((value << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }
        return [.. bytes];
    }
}
