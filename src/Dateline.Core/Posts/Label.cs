using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Core.Text;

namespace Dateline.Core.Posts;

/// <summary>What kind of post this is: Analysis, Verification, Watch … A newsroom sets up its own.</summary>
/// <param name="Key">Lower case with hyphens: <c>analysis</c>, <c>bbc-verify</c>.</param>
/// <param name="Text">How it reads, when the newsroom has not set this key up; null when it has, or when the key says it.</param>
/// <remarks>JSON: the key alone, or an object with key and text. A string that is no key is taken as the text, and its key is made from it.</remarks>
[JsonConverter(typeof(LabelConverter))]
public sealed record Label(string Key, string? Text = null)
{
    /// <summary>The longest label, in characters.</summary>
    public const int MostCharacters = 60;

    /// <summary>How the label reads: its own text, what the newsroom calls it, or the key as a sentence would begin.</summary>
    public string Reads(IReadOnlyDictionary<string, string> newsroom) =>
        Text ?? (newsroom.TryGetValue(Key, out var name) ? name : char.ToUpperInvariant(Key[0]) + Key[1..].Replace('-', ' '));

    /// <summary>A label from what a person wrote; null when nothing is left to name it by.</summary>
    public static Label? Of(string text)
    {
        text = text.Trim();
        if (!IsReadable(text)) return null;
        var key = KeyOf(text);
        if (key == text) return new Label(key);
        if (key.Length == 0) return null;
        var label = new Label(key);
        return label.Reads(System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty) == text ? label : label with { Text = text };
    }

    private static bool IsReadable(string text) =>
        text.Length <= MostCharacters && !string.IsNullOrWhiteSpace(text) && !Characters.Unprintable(text);

    // Letters of any script make a key, so that a label in Arabic has one.
    private static string KeyOf(string text)
    {
        var key = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) key.Append(c);
            else if (key.Length > 0 && key[^1] != '-') key.Append('-');
        }
        return key.ToString().Trim('-');
    }

    /// <summary>A label as JSON: its key alone, or an object with key and text.</summary>
    public sealed class LabelConverter : JsonConverter<Label>
    {
        /// <inheritdoc/>
        public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return Of(reader.GetString()!) ?? throw Unusable();
            if (reader.TokenType != JsonTokenType.StartObject) throw Unusable();
            string? key = null, text = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw Unusable();
                if (name == "key") key = reader.GetString();
                else if (name == "text") text = reader.GetString();
                else throw Unusable();
            }
            var named = text is null ? null : Of(text);
            if (key is null) return named ?? throw Unusable();
            if (key.Length is 0 or > MostCharacters || KeyOf(key) != key || (text is not null && !IsReadable(text))) throw Unusable();
            return new Label(key, text);
        }

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options)
        {
            if (value.Text is null)
            {
                writer.WriteStringValue(value.Key);
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("key", value.Key);
            writer.WriteString("text", value.Text);
            writer.WriteEndObject();
        }

        private static JsonException Unusable() => new($"A label is a key in lower case with hyphens, such as analysis, of at most {MostCharacters} characters.");
    }
}
