using System.Threading.Channels;
using Dateline.Desk.Members;

namespace Dateline.Desk.Live;

/// <summary>One open stream of the desk.</summary>
/// <remarks>At most <see cref="MostWaiting"/> events wait for it; one that falls further behind is closed, comes back and asks for the lists again.</remarks>
internal sealed class Seat(Member member)
{
    private const int MostWaiting = 256;

    private readonly Channel<byte[]> _events = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public Member Member => member;

    public DateTimeOffset LastSentAt { get; private set; }

    public IAsyncEnumerable<byte[]> Events(CancellationToken cancellation) => _events.Reader.ReadAllAsync(cancellation);

    public void Send(byte[] frame, DateTimeOffset at)
    {
        LastSentAt = at;
        if (!_events.Writer.TryWrite(frame)) Close();
    }

    public void Close() => _events.Writer.TryComplete();

    /// <summary>Closes it at once, with what still waits: whoever has no right to it any more gets none of it.</summary>
    public void Dismiss()
    {
        Close();
        while (_events.Reader.TryRead(out _)) { }
    }
}
