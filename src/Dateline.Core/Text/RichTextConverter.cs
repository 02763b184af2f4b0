using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Core.Text;

/// <summary>Rich text: an array of runs, or a plain string. Always written as runs.</summary>
/// <remarks>Read by hand, so that an error keeps the path of the field it stands in.</remarks>
public sealed class RichTextConverter : JsonConverter<RichText>
{
    /// <inheritdoc/>
    public override RichText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return RichText.Plain(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Text is a string, or a list of runs.");
        var runs = new List<Run>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) runs.Add(ReadRun(ref reader));
        return new RichText([.. runs]);
    }

    private static Run ReadRun(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return new Run(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A run of text is an object with a text.");
        string? text = null, href = null;
        ValueList<Mark>? marks = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "text" when reader.TokenType == JsonTokenType.String: text = reader.GetString(); break;
                case "href" when reader.TokenType is JsonTokenType.String or JsonTokenType.Null: href = reader.GetString(); break;
                case "marks" when reader.TokenType == JsonTokenType.Null: break;
                case "marks" when reader.TokenType == JsonTokenType.StartArray: marks = ReadMarks(ref reader); break;
                default: throw new JsonException($"A run of text has text, marks and href; '{name}' is not understood.");
            }
        }
        return new Run(text ?? throw new JsonException("A run of text needs its text."), marks, href);
    }

    private static ValueList<Mark>? ReadMarks(ref Utf8JsonReader reader)
    {
        var marks = new List<Mark>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            marks.Add(name switch
            {
                "strong" => Mark.Strong,
                "emphasis" => Mark.Emphasis,
                "code" => Mark.Code,
                _ => throw new JsonException("A mark is strong, emphasis or code."),
            });
        }
        return marks.Count == 0 ? null : [.. marks];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RichText value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var run in value.Runs)
        {
            writer.WriteStartObject();
            writer.WriteString("text", run.Text);
            if (run.Marks is { Count: > 0 } marks)
            {
                writer.WriteStartArray("marks");
                foreach (var mark in marks) writer.WriteStringValue(mark switch { Mark.Strong => "strong", Mark.Emphasis => "emphasis", _ => "code" });
                writer.WriteEndArray();
            }
            if (run.Href is { } href) writer.WriteString("href", href);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
