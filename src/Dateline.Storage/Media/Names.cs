using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>The names that the library gives to what it takes in.</summary>
internal static class Names
{
    /// <summary>How many names are asked about at once.</summary>
    private const int MostAtOnce = 200;

    /// <summary>Those of these names that are not among the known ones.</summary>
    public static async Task<IReadOnlyCollection<string>> Unknown(IReadOnlyCollection<string> names, IQueryable<string> known, CancellationToken cancellation)
    {
        var unknown = names.ToHashSet(StringComparer.Ordinal);
        foreach (var batch in names.Distinct().Chunk(MostAtOnce)) unknown.ExceptWith(await known.Where(name => batch.Contains(name)).ToListAsync(cancellation));
        return unknown;
    }
}
