using System.Net;

namespace Dateline.Public.Wire;

/// <summary>A connection at the door, until it is known what it wants. Touched on its doorkeeper's thread alone.</summary>
internal sealed class Visitor(int socket, IPAddress address, ulong key, long since)
{
    public int Socket => socket;

    /// <summary>The peer; a proxy, perhaps.</summary>
    public IPAddress Address => address;

    public ulong Key => key;

    /// <summary>When it began to wait, in the clock's ticks.</summary>
    public long Since => since;

    /// <summary>Whether the doorkeeper's epoll knows its socket.</summary>
    public bool IsWatched { get; set; }

    /// <summary>Whether something has been fetched for it once already; it is not sent for a second time.</summary>
    public bool IsPrepared { get; set; }
}
