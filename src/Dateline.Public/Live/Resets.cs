namespace Dateline.Public.Live;

/// <summary>When a reader is told to reload instead of being brought up to date.</summary>
internal static class Resets
{
    private const int Changes = 1_000;

    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    /// <summary>The reader's page comes from another life of the database, such as before a backup was restored: its numbers mean other changes.</summary>
    public static bool IsOtherEpoch(LiveCoverage live, string? epoch) => epoch is { Length: > 0 } && epoch != live.Edition.Epoch;

    /// <summary>Many changes behind: it depends on the time how such a reader is brought up to date.</summary>
    public static bool IsFarBehind(LiveCoverage live, long position) => live.Edition.Head - position > Changes;

    /// <summary>Only one who is both many changes and long behind is sent away: a reload costs more than a replay.</summary>
    public static async Task<bool> IsTooFarBehind(LiveCoverage live, long position, TimeProvider time, CancellationToken cancellation) =>
        IsFarBehind(live, position)
        && await live.CommittedAt(position + 1, cancellation) is { } missed
        && time.GetUtcNow() - missed > Age;
}
