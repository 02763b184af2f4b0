using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Core.Posts;

/// <summary>Names a post for good: a UUID, written in lower case with hyphens (RFC 9562). Clients make their own (version 7), so that a retry names the same post.</summary>
/// <remarks>The default value names no post and equals only itself.</remarks>
[JsonConverter(typeof(PostIdConverter))]
public readonly record struct PostId(Guid Value)
{
    /// <summary>Reads an id as it is written; anything else is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostId id)
    {
        var read = Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty;
        id = new PostId(value);
        return read;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>An id as JSON: the string it is written as.</summary>
    public sealed class PostIdConverter : JsonConverter<PostId>
    {
        /// <inheritdoc/>
        public override PostId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var id)
                ? id
                : throw new JsonException("A post's id is a UUID, such as 0198c0de-0000-7000-8000-000000000001.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, PostId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
