using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Core.Blocks;

/// <summary>A cell of a table or chart: words, a number, or nothing. JSON: a string, a number, or null.</summary>
/// <remarks>Numbers are decimal, so that 6.5 stays 6.5. At most one of the two is set.</remarks>
[JsonConverter(typeof(CellConverter))]
public readonly record struct Cell
{
    /// <summary>A cell of words.</summary>
    public Cell(string words) => Words = words;

    /// <summary>A cell with a number.</summary>
    public Cell(decimal number) => Number = number;

    /// <summary>The words, if it holds words.</summary>
    public string? Words { get; }

    /// <summary>The number, if it holds a number.</summary>
    public decimal? Number { get; }

    /// <summary>The cell as it would be typed.</summary>
    public override string ToString() => Words ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Words are a cell.</summary>
    public static implicit operator Cell(string words) => new(words);

    /// <summary>A number is a cell.</summary>
    public static implicit operator Cell(decimal number) => new(number);

    /// <summary>A cell as JSON: a string, a number, or null.</summary>
    public sealed class CellConverter : JsonConverter<Cell>
    {
        /// <inheritdoc/>
        public override bool HandleNull => true;

        /// <inheritdoc/>
        public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => new Cell(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => new Cell(number),
            _ => throw new JsonException("A cell is words, a number, or null."),
        };

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
        {
            if (value.Words is { } words) writer.WriteStringValue(words);
            else if (value.Number is { } number) writer.WriteNumberValue(number);
            else writer.WriteNullValue();
        }
    }
}
