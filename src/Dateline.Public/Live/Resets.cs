namespace Dateline.Public.Live;

/// <summary>When a reader is told to reload instead of being brought up to date.</summary>
internal static class Resets
{
    private const int Changes = 1_000;

    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    /// <summary>The reader's page comes from another life of the database, such as before a backup was restored: its numbers mean other changes.</summary>
    public static bool IsOtherEpoch(LiveCoverage live, string? epoch) => epoch is { Length: > 0 } && epoch != live.Edition.Epoch;

    /// <summary>Only one who is both many changes and long behind is sent away: a reload costs more than a replay.</summary>
    public static async Task<bool> IsTooFarBehind(LiveCoverage live, long position, TimeProvider time, CancellationToken cancellation) =>
        live.Edition.Head - position > Changes
        && await live.CommittedAt(position + 1, cancellation) is { } missed
        && time.GetUtcNow() - missed > Age;
}
