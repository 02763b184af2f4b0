namespace Dateline.Core.Coverages;

/// <summary>The name of a live page in its address.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MostCharacters = 80;

    /// <summary>What a slug is, for those who gave something else.</summary>
    public const string Sentence = "A live page's address is made of lower-case letters, digits and hyphens, such as paris-summit, of at most 80 characters.";

    /// <summary>Lower-case ASCII letters, digits and single hyphens, none at either end.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MostCharacters }
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
}
