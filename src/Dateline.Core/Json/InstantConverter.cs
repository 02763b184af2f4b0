using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Core.Posts;

namespace Dateline.Core.Json;

/// <summary>Instants: written in UTC with Z, read with any offset, never without one.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ShownTime.TryParse(reader.GetString()!, true, out var time) && time.Known
            ? time.At
            : throw new JsonException("A time is written with its date and offset, such as 2026-11-23T19:16:00Z.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Instants.Write(value));
}
