using System.Net;
using Dateline.Public.Live;

namespace Dateline.Public.Wire;

/// <summary>A reader who came in by the door: a socket, and how far along the log it is. All that a held stream costs.</summary>
/// <remarks>Belongs to one courier, on whose thread alone it is touched.</remarks>
internal sealed class WireReader(int socket, IPAddress address, LiveCoverage coverage, string epoch, long position, byte[] greeting)
{
    public int Socket => socket;

    public IPAddress Address => address;

    public LiveCoverage Coverage => coverage;

    /// <summary>The life of the database its numbers are of.</summary>
    public string Epoch => epoch;

    /// <summary>The last number that was sent, or begun to be sent.</summary>
    public long Position { get; set; } = position;

    /// <summary>What was begun and the system has not taken yet; it goes out before anything else.</summary>
    public ReadOnlyMemory<byte> Owed { get; set; } = greeting;

    /// <summary>When the system last took something, while something is owed; in the clock's ticks.</summary>
    public long OwedSince { get; set; }

    /// <summary>In which of its courier's seconds it was last sent a change; long ago for one who has just come.</summary>
    public int HeardAt { get; set; } = int.MinValue / 2;

    /// <summary>True when nothing follows what is owed: the stream is then closed.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>True for one that is let go because it takes nothing.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Where the courier keeps it, with a number that makes the key its own after the place was given to another.</summary>
    public ulong Key { get; set; }

    /// <summary>Its place among the readers of its coverage.</summary>
    public int Place { get; set; }
}
