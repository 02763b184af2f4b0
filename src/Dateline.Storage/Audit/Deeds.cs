using System.Collections.Frozen;

namespace Dateline.Storage.Audit;

/// <summary>Everything that the audit log says was done, in its own words: a closed list, so that whoever reads the log can be told in their language and can search for one of them.</summary>
public static class Deeds
{
    private static readonly string[] Listed =
    [
        // With posts.
        "saved", "filed", "sent back", "published", "typo", "update", "correction", "scheduled", "unscheduled", "withdrawn", "taken down", "flagged", "restored", "discarded", "taken over", "let go",
        "prepared", "renamed", "dropped", "set aside", "taken up", "copied", "moved", "moved here",
        // With live pages.
        "began", "edited", "pinned", "unpinned", "imported",
        // With pictures and other files.
        "added a picture", "added a recording", "added a document", "described a picture", "described a recording", "described a document", "set an end of rights", "kept to rights",
        // With people and their ways in.
        "signed in", "failed to sign in", "ended a session", "ended other sessions", "added a passkey", "removed a passkey", "set their password", "turned codes on", "turned codes off", "linked a sign-in",
        // With the newsroom.
        "added", "changed role", "disabled", "enabled", "made a sign-in link", "made a token", "revoked a token", "changed the rules",
    ];

    private static readonly FrozenSet<string> Known = Listed.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each of them, once.</summary>
    public static IReadOnlyList<string> All => Listed;

    internal static string Checked(string did) => Known.Contains(did) ? did : throw new ArgumentException($"“{did}” is not among the audit log's deeds; add it there, and to the desk's words.", nameof(did));
}
