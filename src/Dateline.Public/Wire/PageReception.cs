using Dateline.Public.Live;
using Dateline.Public.Serving;

namespace Dateline.Public.Wire;

/// <summary>Receives those who want a live page's front: the page that millions open, from memory and in one call. Whatever is not there, or is asked for in another way, the routes answer.</summary>
internal sealed class PageReception(Coverages coverages, PageRoutes pages, Sending sending, Press press, TimeProvider time)
{
    public Reception Receive(scoped in RequestHead head, Visitor visitor)
    {
        if (!head.StaysOpen || !head.Query.IsEmpty) return Reception.Elsewhere;
        if (coverages.Find(head.Path, visitor, out var first) is not { } live) return first;
        if (live.Front is not { } front || !front.IsOf(live.Edition, time.GetUtcNow())) return visitor.MayWait ? Reception.After(Copy(live)) : Reception.Elsewhere;
        press.Consider(front.Sheet);
        return front.Receive(head, visitor);
    }

    // The shelf sees to it that the page is set once, however many ask at this moment.
    private async Task Copy(LiveCoverage live)
    {
        var (edition, sheet) = await pages.Front(live);
        live.Front = new Handout(sheet, edition, sending.Fields(sheet));
    }
}
