using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Core.Json;

/// <summary>What is wrong with JSON that could not be read as a value of the model, in a sentence for whoever wrote it. The framework's own sentences name types.</summary>
public static partial class JsonSentence
{
    /// <summary>The sentence; one that our own readers threw is meant for people and stays as it is.</summary>
    public static string Of(JsonException exception)
    {
        var message = exception.Message;
        if (IsBroken(exception)) return $"This is not JSON as it should be (line {exception.LineNumber + 1}).";
        if (UnknownField().Match(message) is { Success: true } field) return $"“{field.Groups[1].Value}” is not a field known here; check its spelling or take it out.";
        if (DoubledField().Match(message) is { Success: true } doubled) return $"“{doubled.Groups[1].Value}” stands here twice; take one of them out.";
        if (UnknownKind().Match(message) is { Success: true } kind) return $"“{kind.Groups[1].Value}” is not a kind of block known here.";
        if (MissingFields().Match(message) is { Success: true } missing) return $"Something is missing here: {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}.";
        return message.Contains(" type '", StringComparison.Ordinal) || message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains("LineNumber", StringComparison.Ordinal)
            ? "What stands here is not of the form expected."
            : message;
    }

    /// <summary>Where it is wrong: <c>blocks[2].text</c>; empty for the whole.</summary>
    public static string PathOf(JsonException exception) => exception.Path is { Length: > 1 } path ? path[1..].TrimStart('.') : "";

    /// <summary>True when it is no JSON at all, such as a file that was cut off.</summary>
    public static bool IsBroken(JsonException exception) => exception.InnerException is JsonException;

    [GeneratedRegex("property '(.+?)' could not be mapped")]
    private static partial Regex UnknownField();

    [GeneratedRegex("[Dd]uplicate property '(.+?)'")]
    private static partial Regex DoubledField();

    [GeneratedRegex("type discriminator id '(.+?)'")]
    private static partial Regex UnknownKind();

    [GeneratedRegex("missing required properties including: (.+?)\\.?$")]
    private static partial Regex MissingFields();
}
