using System.Net;

namespace Dateline.Public.Wire;

/// <summary>A connection at the door, until it is known what it wants. Touched on its doorkeeper's thread alone.</summary>
internal sealed class Visitor(int socket, IPAddress address, ulong key)
{
    private const int MostWaits = 4;

    public int Socket => socket;

    /// <summary>The peer; a proxy, perhaps.</summary>
    public IPAddress Address => address;

    public ulong Key => key;

    /// <summary>Since when nothing has happened, in the clock's ticks.</summary>
    public long Since { get; set; }

    /// <summary>What its socket is watched for; null while the doorkeeper's epoll does not know it.</summary>
    public Readiness? Watched { get; set; }

    /// <summary>Whether it was given an answer here; it may then ask for something else.</summary>
    public bool WasAnswered { get; set; }

    /// <summary>What of an answer the system has not taken yet.</summary>
    public ReadOnlyMemory<byte> Owed { get; set; }

    /// <summary>How often something has been fetched for what it asks now: the live page from the database, its front, the form it likes, and perhaps a newer one.</summary>
    public int Waits { get; set; }

    /// <summary>Whether fetching something more is worth its while; if not, Kestrel takes it.</summary>
    public bool MayWait => Waits < MostWaits;
}
