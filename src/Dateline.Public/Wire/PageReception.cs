using System.Text;
using Dateline.Public.Live;
using Dateline.Public.Serving;

namespace Dateline.Public.Wire;

/// <summary>Receives those who want a live page's front: the page that millions open, from memory and in one call. Whatever is not there, or is asked for in another way, the routes answer.</summary>
internal sealed class PageReception(Hub hub, PageRoutes pages, Sending sending, Press press, TimeProvider time)
{
    private const int MostAccept = 256;

    public Reception Receive(scoped in RequestHead head, Visitor visitor)
    {
        if (!head.StaysOpen || !head.Query.IsEmpty || head.Path.Length is 0 or > StreamCall.MostSlug || head.Path.ContainsAnyExcept(Characters.Slug) || head.AcceptEncoding.Length > MostAccept) return Reception.Elsewhere;
        Span<char> slug = stackalloc char[StreamCall.MostSlug];
        slug = slug[..Encoding.ASCII.GetChars(head.Path, slug)];
        if (hub.Known(slug) is not { } live) return visitor.MayWait ? Reception.After(hub.Find(slug.ToString(), CancellationToken.None).AsTask()) : Reception.Elsewhere;
        if (live.Front is not { } front || !front.IsOf(live.Edition, time.GetUtcNow())) return visitor.MayWait ? Reception.After(Copy(live)) : Reception.Elsewhere;
        press.Consider(front.Sheet);
        Span<char> accept = stackalloc char[MostAccept];
        accept = accept[..Encoding.ASCII.GetChars(head.AcceptEncoding, accept)];
        var encoding = Encodings.Choose(accept);
        if (front.Answer(encoding, head.IfNoneMatch) is { } answer) return new Reception(null, null, answer);
        return visitor.MayWait ? Reception.After(front.Make(encoding)) : Reception.Elsewhere;
    }

    // The shelf sees to it that the page is set once, however many ask at this moment.
    private async Task Copy(LiveCoverage live)
    {
        var (edition, sheet) = await pages.Front(live);
        live.Front = new FrontCopy(sheet, edition, sending.Fields(sheet));
    }
}
