namespace Dateline.Core.Journal;

/// <summary>A change with its place in its coverage's journal.</summary>
/// <param name="Seq">Its number: 1, 2, 3 … without gaps.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Change">What changed.</param>
public sealed record Entry(long Seq, DateTimeOffset At, Change Change);
