using Dateline.Core.Journal;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Sections;

namespace Dateline.Public.Live;

/// <summary>Which parts of the page beside its posts a change touches.</summary>
internal static class Touched
{
    public static IReadOnlyList<Section> By(Change change, Edition before, Edition after)
    {
        switch (change)
        {
            // A header may bring another zone or language, in which every section is set.
            case HeaderChanged: return Enum.GetValues<Section>();
            case StatusChanged: return [Section.Status];
            case SummaryChanged: return [Section.Summary];
            case Pinned: return [Section.Pinned];
            case { Target: { } post }:
                var touched = new List<Section>();
                if (post == before.Coverage.Pinned || post == after.Coverage.Pinned) touched.Add(Section.Pinned);
                if (!ReferenceEquals(before.KeyEvents, after.KeyEvents)) touched.Add(Section.KeyEvents);
                return touched;
            default: return [];
        }
    }
}
