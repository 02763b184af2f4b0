using Dateline.Load.Events;

namespace Dateline.Load.Readers;

internal enum ReaderState : byte { Away, Connecting, Asked, Reading, Stalled }

/// <summary>One reader of a crowd: a descriptor, where it stands in its stream, and what it has seen.</summary>
internal struct Reader
{
    public int Socket;
    public ReaderState State;
    public Chunks Body;
    public EventScan Scan;
    public Seen Seen;

    /// <summary>The beginning of an answer whose head came in pieces; mostly null.</summary>
    public byte[]? Head;
}
