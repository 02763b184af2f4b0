using System.Text;
using Dateline.Public.Live;
using Dateline.Public.Pages.Looks;

namespace Dateline.Public.Wire;

/// <summary>Receives calls for streams. Takes those that can be followed from memory at once; every other answer (not found, too many, wait, reset, 204) is left to the route, which knows it.</summary>
internal sealed class StreamReception(Coverages coverages, ReaderPlaces places, DoorSettings settings, PageAssets assets)
{
    // The body ends with the connection (RFC 9112, 6.3), so a frame has the same bytes for everybody.
    private const string Head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store, no-transform\r\nX-Accel-Buffering: no\r\nConnection: close\r\nDate: ";

    /// <param name="head">What is asked.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="date">The time, as HTTP writes it.</param>
    public Reception Receive(scoped in RequestHead head, Visitor visitor, string date)
    {
        if (!StreamCall.TryRead(head, out var call) || settings.ClientOf(visitor.Address, head.ForwardedFor) is not { } client) return Reception.Elsewhere;
        if (coverages.Find(call.Slug, visitor, out var first) is not { } live) return first;
        var position = call.Position ?? live.Log.Head;
        if (position < live.Log.Floor) return visitor.MayWait ? Reception.After(live.After(position, FrameLog.MostGathered, CancellationToken.None).AsTask()) : Reception.Elsewhere;

        var edition = live.Edition;
        var isOther = !call.Epoch.IsEmpty && !Ascii.Equals(call.Epoch, edition.Epoch);
        if (isOther || Resets.IsFarBehind(live, position) || StreamEvents.Farewell(live, edition.Epoch, position) is not null || !places.TryTake(client)) return Reception.Elsewhere;
        var greeting = Encoding.UTF8.GetBytes($"{Head}{date}\r\n\r\n{StreamEvents.Hello(edition, assets.Build)}");
        return new Reception(new WireReader(visitor.Socket, client, live, edition.Epoch, position, greeting), null, null);
    }
}
