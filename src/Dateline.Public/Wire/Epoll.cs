using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Dateline.Public.Wire;

/// <summary>What may have happened at a descriptor.</summary>
[Flags]
public enum Readiness : uint
{
    None = 0,
    Readable = 0x1,
    Writable = 0x4,
    Failed = 0x8,
    Gone = 0x10,
    PeerEnded = 0x2000,

    /// <summary>As an interest: say so when it becomes so, not while it is so.</summary>
    Edge = 1u << 31,
}

/// <summary>Waits for many descriptors at once (Linux, man 7 epoll). One thread waits; any thread may wake it.</summary>
public sealed unsafe partial class Epoll : IDisposable
{
    /// <summary>The key under which a wake-up from another thread is told.</summary>
    public const ulong Woken = ulong.MaxValue;

    // The kernel packs its struct on x64 only.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64;
    private static readonly int EntryBytes = IsPacked ? 12 : 16;
    private static readonly int KeyOffset = IsPacked ? 4 : 8;

    private readonly int _epoll = Check(epoll_create1(0x80000));
    private readonly int _bell = Check(eventfd(0, 0x800 | 0x80000));
    private readonly byte[] _entries;
    private readonly Lock _closing = new();
    private int _isRung;
    private bool _isClosed;

    /// <param name="most">How many happenings are told at a time; the rest come with the next wait.</param>
    public Epoll(int most)
    {
        _entries = new byte[most * EntryBytes];
        Add(_bell, Readiness.Readable | Readiness.Edge, Woken);
    }

    public void Add(int descriptor, Readiness interest, ulong key) => Control(1, descriptor, interest, key);

    public void Remove(int descriptor) => Control(2, descriptor, Readiness.None, 0);

    public void Change(int descriptor, Readiness interest, ulong key) => Control(3, descriptor, interest, key);

    /// <summary>Wakes the waiting thread, now or at its next wait. Costs nothing while an earlier call has not been heard yet.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isRung, 1) == 1) return;
        var one = 1ul;
        // Not after the descriptor was closed: its number may be somebody else's by then.
        lock (_closing)
            if (!_isClosed) _ = write(_bell, &one, sizeof(ulong));
    }

    /// <summary>Waits for something to happen and answers how many there are; see <see cref="this[int]"/>. What was asked for before a wake-up is seen after it.</summary>
    /// <param name="looks">How often to look before going to sleep. Under load the next happening is microseconds away, and going to sleep and being woken costs both sides more than that.</param>
    public int Wait(int looks = 0)
    {
        var count = 0;
        fixed (byte* first = _entries)
        {
            while (count == 0 && looks-- > 0) count = epoll_wait(_epoll, first, _entries.Length / EntryBytes, 0);
            if (count == 0) count = epoll_wait(_epoll, first, _entries.Length / EntryBytes, -1);
        }
        // Taken back before the work is looked at, so that what is added meanwhile rings anew.
        Interlocked.Exchange(ref _isRung, 0);
        return Math.Max(count, 0);
    }

    /// <summary>What happened, of the last <see cref="Wait"/>.</summary>
    public (ulong Key, Readiness Readiness) this[int index]
    {
        get
        {
            var entry = _entries.AsSpan(index * EntryBytes, EntryBytes);
            return (BinaryPrimitives.ReadUInt64LittleEndian(entry[KeyOffset..]), (Readiness)BinaryPrimitives.ReadUInt32LittleEndian(entry));
        }
    }

    public void Dispose()
    {
        lock (_closing)
        {
            if (_isClosed) return;
            _isClosed = true;
        }
        Linux.Close(_bell);
        Linux.Close(_epoll);
    }

    private void Control(int operation, int descriptor, Readiness interest, ulong key)
    {
        var entry = stackalloc byte[EntryBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(new Span<byte>(entry, EntryBytes), (uint)interest);
        BinaryPrimitives.WriteUInt64LittleEndian(new Span<byte>(entry + KeyOffset, sizeof(ulong)), key);
        Check(epoll_ctl(_epoll, operation, descriptor, entry));
    }

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epoll, int operation, int descriptor, byte* entry);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(int epoll, byte* entries, int most, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint value, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ulong* value, nint length);
}
