namespace Dateline.Import.Captures;

/// <summary>Labels that need no number or time beside them to be known as such. Any other line can be a label too, where the layout says so.</summary>
internal static class Labels
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Analysis", "Verification", "Verify", "BBC Verify", "Fact check", "Watch", "Watch live", "Listen", "Listen live", "Explainer", "Explained",
        "Breaking", "Breaking news", "Latest", "Recap", "In pictures", "At the scene", "Eyewitness", "Opinion", "Comment", "Your questions answered", "Get involved",
    };

    public static bool IsKnown(string text) => Known.Contains(text);

    /// <summary>"Breaking" is no label: it is a flag, wherever it stands.</summary>
    public static bool IsBreaking(string text) =>
        text.Equals("Breaking", StringComparison.OrdinalIgnoreCase) || text.Equals("Breaking news", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a line that could be a label by its shape.</summary>
    public static bool HasShape(string text) =>
        text.Length <= Core.Posts.Label.MostCharacters && text.Any(char.IsLetter) && !Words.EndsAsSentence(text);
}
