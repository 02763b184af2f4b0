using Dateline.Core.Journal;
using Dateline.Public.Editions;

namespace Dateline.Public.Live;

/// <summary>The parts of a page beside its posts, and which change touches which of them.</summary>
internal static class Sections
{
    public const string Header = "header";
    public const string Status = "status";
    public const string Summary = "summary";
    public const string Pinned = "pinned";
    public const string KeyEvents = "keyEvents";

    public static readonly IReadOnlyList<string> All = [Header, Status, Summary, Pinned, KeyEvents];

    public static IEnumerable<string> Touched(Change change, Edition before, Edition after)
    {
        switch (change)
        {
            case HeaderChanged: return All;
            case StatusChanged: return [Header, Status];
            case SummaryChanged: return [Summary];
            case Core.Journal.Pinned: return [Pinned];
            case { Target: { } post }:
                var touched = new List<string>();
                if (post == before.Coverage.Pinned || post == after.Coverage.Pinned) touched.Add(Pinned);
                if (!ReferenceEquals(before.KeyEvents, after.KeyEvents)) touched.Add(KeyEvents);
                return touched;
            default: return [];
        }
    }
}
