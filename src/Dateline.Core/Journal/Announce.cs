namespace Dateline.Core.Journal;

/// <summary>Tells this process that a coverage's journal has reached a number: a hint, so losing one loses nothing. Done when this server's public answers show it.</summary>
/// <param name="slug">The coverage.</param>
/// <param name="head">The number of its newest change.</param>
public delegate ValueTask Announce(string slug, long head);
