namespace Dateline.Storage.Imports;

/// <summary>How many posts an import stages in a transaction. While one is open nobody can publish, so one that took long is followed by a smaller one.</summary>
internal sealed class Pace
{
    /// <summary>The most posts in a transaction (measured: 5 ms alone, 20 ms on a busy machine).</summary>
    public const int Most = 100;

    /// <summary>The fewest: below this nearly all of the time goes to the disk's own, and smaller transactions would only be more of them.</summary>
    public const int Fewest = 12;

    /// <summary>Longer than this is long: with two such in a row a publisher is still answered before anybody wonders.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMilliseconds(25);

    /// <summary>How many posts the next transaction takes.</summary>
    public int Posts { get; private set; } = Most;

    /// <summary>Hears how long the last transaction held others up.</summary>
    public void Took(TimeSpan held) => Posts = held > Long ? Math.Max(Fewest, Posts / 2) : Math.Min(Most, Posts * 2);
}
