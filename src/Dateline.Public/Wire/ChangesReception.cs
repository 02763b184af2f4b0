using System.Collections.Concurrent;
using Dateline.Public.Live;
using Dateline.Public.Serving;

namespace Dateline.Public.Wire;

/// <summary>Receives those who ask for changes time and again because a stream does not reach them. Near the newest change they all ask for one of a few answers; further back the route answers.</summary>
internal sealed class ChangesReception(Coverages coverages, ChangesRoute changes, Sending sending, Press press, TimeProvider time)
{
    /// <summary>How many answers are kept here, of all live pages together. When there are more, all are let go and those asked for are fetched from the shelf again.</summary>
    private const int MostKept = 256;

    /// <summary>A longer answer is not kept here, in bytes: after so much a reader is better off with the page.</summary>
    private const int Longest = 256 * 1024;

    private static readonly byte[] After = [.. "after="u8];

    private readonly ConcurrentDictionary<(LiveCoverage Live, long Position), Handout> _kept = new();

    public Reception Receive(scoped in RequestHead head, Visitor visitor)
    {
        if (!head.StaysOpen || !head.Query.StartsWith(After) || !StreamCall.TryNumber(head.Query[After.Length..], out var position)) return Reception.Elsewhere;
        if (coverages.Find(head.Path[..^"/changes".Length], visitor, out var first) is not { } live) return first;
        if (!ChangesRoute.IsNear(live.Edition, position)) return Reception.Elsewhere;
        if (!_kept.TryGetValue((live, position), out var kept) || !kept.IsOf(live.Edition, time.GetUtcNow())) return visitor.MayWait ? Reception.After(Copy(live, position)) : Reception.Elsewhere;
        press.Consider(kept.Sheet);
        return kept.Receive(head, visitor);
    }

    private async Task Copy(LiveCoverage live, long position)
    {
        var (edition, sheet) = await changes.Near(live, position);
        if (sheet.Body.Plain.Length > Longest) return;
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[(live, position)] = new Handout(sheet, edition, sending.Fields(sheet));
    }
}
