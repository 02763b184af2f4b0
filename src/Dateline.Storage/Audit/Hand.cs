namespace Dateline.Storage.Audit;

/// <summary>Whose hand does something, and where it reached in from.</summary>
/// <param name="Name">Bears what is done: a person's name, a token's, or the command line's.</param>
/// <param name="Address">The network address, when it came over the network.</param>
/// <param name="Via">By what right: <c>session …</c> or <c>token</c>; null for what the server or the command line does itself.</param>
public sealed record Hand(string Name, string? Address = null, string? Via = null)
{
    /// <summary>What is done from the command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>Somebody who has not signed in (yet).</summary>
    public const string Stranger = "not signed in";

    /// <summary>What the library does by itself, at an instant that somebody set.</summary>
    public const string Library = "library";

    /// <summary>The names that nobody may have: whose they are must be plain in the audit log.</summary>
    internal static readonly IReadOnlyList<string> Reserved = [CommandLine, Stranger, Library];

    /// <summary>A name alone is a hand whose reach is not known.</summary>
    public static implicit operator Hand(string name) => new(name);
}
