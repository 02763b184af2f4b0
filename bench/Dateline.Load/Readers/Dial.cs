using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace Dateline.Load.Readers;

/// <summary>Opens connections from bare descriptors: non-blocking, and from many client addresses, because one address has ports for some 28,000 only (Linux; man 7 ip, tcp).</summary>
internal static unsafe partial class Dial
{
    /// <summary>The readers' addresses are 127.0.0.1 up to so many.</summary>
    private const int Addresses = 200;

    private const int Stream = 1 | 0x800 | 0x80000;
    private const int InProgress = 115;
    private const int SmallBuffer = 4_096;

    /// <summary>Begins to connect: the descriptor, or an error as a negative number. It is writable once connected.</summary>
    /// <param name="reader">The reader's number; decides its address.</param>
    /// <param name="hasSmallBuffer">Whether little of what is not read may wait on the reader's side.</param>
    public static int Begin(IPEndPoint server, int reader, bool hasSmallBuffer)
    {
        var descriptor = socket(2, Stream, 0);
        if (descriptor < 0) return -Marshal.GetLastPInvokeError();
        if (hasSmallBuffer) Set(descriptor, 1, 8, SmallBuffer);
        // The port is chosen when connecting, so that it has to be free towards this server only.
        Set(descriptor, 0, 24, 1);
        var own = stackalloc byte[16];
        var other = stackalloc byte[16];
        Write(own, 0x7F000001u + (uint)(reader % Addresses), 0);
        Write(other, BinaryPrimitives.ReadUInt32BigEndian(server.Address.GetAddressBytes()), server.Port);
        if (bind(descriptor, own, 16) == 0 && (connect(descriptor, other, 16) == 0 || Marshal.GetLastPInvokeError() == InProgress)) return descriptor;
        var error = Marshal.GetLastPInvokeError();
        Public.Wire.Linux.Close(descriptor);
        return -error;
    }

    private static void Write(byte* address, uint ip, int port)
    {
        var bytes = new Span<byte>(address, 16);
        bytes.Clear();
        MemoryMarshal.Write(bytes, (ushort)2);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], ip);
    }

    private static void Set(int socket, int level, int option, int value) => _ = setsockopt(socket, level, option, &value, sizeof(int));

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int kind, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int bind(int socket, byte* address, int length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int connect(int socket, byte* address, int length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int socket, int level, int option, int* value, int length);
}
