using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace Dateline.Public.Wire;

/// <summary>The few system calls that a held stream is made of, on bare descriptors of non-blocking sockets (Linux; man 2 and 7).</summary>
/// <remarks>
/// .NET's own sockets are one object graph of about a kilobyte each once something is awaited on them, and Kestrel's connections nine. A reader who only listens needs a number.
/// Whoever holds a descriptor closes it exactly once: a number closed twice may be somebody else's by then.
/// </remarks>
public static unsafe partial class Linux
{
    /// <summary>The call would have to wait: nothing to read, or no room to write.</summary>
    public const int WouldBlock = -11;

    /// <summary>Who knocked has gone before being let in.</summary>
    public const int ConnectionAborted = -103;

    /// <summary>How much may wait in the system for one reader, in bytes; Linux takes twice this, for its own bookkeeping. A reader with more than that on its way stands still, and is dropped in time.</summary>
    public const int MostWaiting = 64 * 1024;

    /// <summary>How long a peer may acknowledge nothing of what it was sent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private const int Interrupted = -4;
    private const int AcceptedNonBlocking = 0x800 | 0x80000;
    private const int NoSignal = 0x4000;
    private const int DoNotWait = 0x40;
    private const int PeekOnly = 0x2;
    private const int SocketLevel = 1;
    private const int SendBuffer = 7;
    private const int LingerOption = 13;
    private const int TcpLevel = 6;
    private const int NoDelay = 1;
    private const int UserTimeout = 18;
    private const int Internet = 2;
    private const int InternetV6 = 10;
    private const int AddressBytes = 28;

    /// <summary>Whether these calls are there.</summary>
    public static bool IsHere => OperatingSystem.IsLinux();

    /// <summary>Sends without waiting: how many bytes the system took, or an error as a negative number.</summary>
    public static int Send(int socket, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes) return Result(send(socket, first, bytes.Length, NoSignal | DoNotWait));
    }

    /// <summary>Sends two pieces in one call.</summary>
    public static int Send(int socket, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        fixed (byte* one = first, two = second)
        {
            var pieces = stackalloc Piece[2] { new(one, first.Length), new(two, second.Length) };
            var message = new Message { Pieces = pieces, Count = 2 };
            return Result(sendmsg(socket, &message, NoSignal | DoNotWait));
        }
    }

    /// <summary>Reads what is there: how many bytes, 0 when the other side has ended, or an error as a negative number.</summary>
    public static int Receive(int socket, Span<byte> into)
    {
        fixed (byte* first = into) return Result(recv(socket, first, into.Length, DoNotWait));
    }

    /// <summary>Looks at what is there and leaves it for the next who reads.</summary>
    public static int Peek(int socket, Span<byte> into)
    {
        fixed (byte* first = into) return Result(recv(socket, first, into.Length, DoNotWait | PeekOnly));
    }

    /// <summary>The next connection that waits at a listening socket, or an error as a negative number.</summary>
    public static int Accept(int listener, out IPAddress from)
    {
        var address = stackalloc byte[AddressBytes];
        var length = AddressBytes;
        var socket = Result(accept4(listener, address, &length, AcceptedNonBlocking));
        from = socket < 0 ? IPAddress.None : Address(new ReadOnlySpan<byte>(address, length));
        return socket;
    }

    /// <summary>Makes a socket ready to carry a stream: nothing is held back to be gathered, and little waits in the system for a reader who does not keep up.</summary>
    public static void PrepareStream(int socket)
    {
        Set(socket, TcpLevel, NoDelay, 1);
        Set(socket, SocketLevel, SendBuffer, MostWaiting);
        GiveUpAfterSilence(socket);
    }

    /// <summary>Has the system give a peer up that acknowledges nothing for <see cref="Silence"/>: with a keep-alive every fifteen seconds a connection that died without a word is found within a minute.</summary>
    public static void GiveUpAfterSilence(int socket) => Set(socket, TcpLevel, UserTimeout, (int)Silence.TotalMilliseconds);

    /// <summary>How long, in milliseconds, the peer of this socket may acknowledge nothing; 0 for the system's own quarter of an hour.</summary>
    public static int SilenceOf(int socket)
    {
        int value = 0, length = sizeof(int);
        return getsockopt(socket, TcpLevel, UserTimeout, &value, &length) == 0 ? value : -Marshal.GetLastPInvokeError();
    }

    /// <summary>Closes a socket and throws away what waits in it: for a peer that takes nothing any more, and would have the system keep it.</summary>
    public static void Abort(int socket)
    {
        var linger = new Linger { IsOn = 1, Seconds = 0 };
        _ = setsockopt(socket, SocketLevel, LingerOption, (int*)&linger, sizeof(Linger));
        Close(socket);
    }

    /// <summary>Closes a descriptor. What was sent is still delivered.</summary>
    public static void Close(int descriptor) => _ = close(descriptor);

    private static void Set(int socket, int level, int option, int value) => _ = setsockopt(socket, level, option, &value, sizeof(int));

    private static int Result(nint result) => result >= 0 ? (int)result : Marshal.GetLastPInvokeError() is var error && -error == Interrupted ? WouldBlock : -error;

    private static IPAddress Address(ReadOnlySpan<byte> address) => BinaryPrimitives.ReadUInt16LittleEndian(address) switch
    {
        Internet => new IPAddress(address.Slice(4, 4)),
        InternetV6 when new IPAddress(address.Slice(8, 16)) is var six => six.IsIPv4MappedToIPv6 ? six.MapToIPv4() : six,
        _ => IPAddress.None,
    };

    [StructLayout(LayoutKind.Sequential)]
    private struct Linger
    {
        public int IsOn;
        public int Seconds;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Piece(byte* bytes, int length)
    {
        public readonly byte* Bytes = bytes;
        public readonly nint Length = length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public nint NameLength;
        public Piece* Pieces;
        public nint Count;
        public void* Control;
        public nint ControlLength;
        public int Flags;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(int socket, byte* bytes, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendmsg(int socket, Message* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int socket, byte* bytes, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int accept4(int socket, byte* address, int* length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int socket, int level, int option, int* value, int length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getsockopt(int socket, int level, int option, int* value, int* length);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
