using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Answers;

/// <summary>A request's JSON, with the name of its bytes.</summary>
internal sealed partial record Body(JsonObject Json, string Hash)
{
    /// <summary>The largest body taken, in bytes: a post at its limit, with room for escapes and what stands around it.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads the body; an empty one is an empty object.</summary>
    public static async Task<Result<Body>> Read(HttpRequest request)
    {
        if (request.ContentLength > MostBytes) return TooLarge();
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes) return TooLarge();
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        if (bytes.Length == 0) return new Body([], hash);
        try
        {
            if (!IsText(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))) return Invalid("", "The request holds characters that are no text; send it as UTF-8.");
            bytes.Position = 0;
            return JsonNode.Parse(bytes, documentOptions: Strict) is JsonObject json
                ? new Body(json, hash)
                : Invalid("", "The request must be a JSON object.");
        }
        catch (JsonException exception)
        {
            return Invalid("", DoubledField().Match(exception.Message) is { Success: true } field
                ? $"“{field.Groups[1].Value}” stands here twice; take one of them out."
                : $"The request is not JSON as it should be (line {exception.LineNumber + 1}); nothing was changed.");
        }
    }

    // JSON can spell what no text holds: bytes that are not UTF-8, or half of a surrogate pair. The reader finds out only when it is asked for the words.
    private static bool IsText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Takes fields out that are not part of the content.</summary>
    public JsonObject Without(params ReadOnlySpan<string> names)
    {
        var rest = (JsonObject)Json.DeepClone();
        foreach (var name in names) rest.Remove(name);
        return rest;
    }

    /// <summary>Reads JSON as a value of the model; what does not fit is answered with its path.</summary>
    public static Result<T> As<T>(JsonNode json, JsonTypeInfo<T> type, string path = "") where T : notnull
    {
        try
        {
            return json.Deserialize(type) is { } value ? value : Invalid(path, "Something must stand here.");
        }
        catch (JsonException exception)
        {
            return Invalid(path + JsonSentence.PathOf(exception), JsonSentence.Of(exception));
        }
        catch (NotSupportedException exception)
        {
            // How the reader says that an object which must name its kind does not.
            return Invalid(path + (KindPath().Match(exception.Message) is { Success: true } match ? match.Groups[1].Value.TrimStart('.') : ""), "Each block must say its kind, such as \"kind\": \"paragraph\".");
        }
    }

    public static Refusal Invalid(string path, string sentence) => new(RefusalKind.Invalid, sentence, [new Problem(path, sentence)]);

    private static Refusal TooLarge() => Invalid("", $"The request is larger than {MostBytes / 1024:N0} KB; split the post.");

    [GeneratedRegex("[Dd]uplicate property '(.+?)'")]
    private static partial Regex DoubledField();

    [GeneratedRegex(@"Path: \$(\S*)")]
    private static partial Regex KindPath();
}
