using System.Text.Json;

namespace Dateline.Import.Pages;

/// <summary>Asking a schema.org thing for its type and its texts.</summary>
internal static class Things
{
    /// <summary>True when the thing says it is of this type, by its short or its full name, alone or among others.</summary>
    public static bool Is(this JsonElement thing, string type)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty("@type", out var types)) return false;
        return types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(Named) : Named(types);

        bool Named(JsonElement name) => name.ValueKind == JsonValueKind.String && name.GetString()!.Split('/', ':', '#')[^1] == type;
    }

    /// <summary>The first of these properties that holds words; a list gives its first.</summary>
    public static string? Text(this JsonElement thing, params ReadOnlySpan<string> properties)
    {
        if (thing.ValueKind != JsonValueKind.Object) return null;
        foreach (var property in properties)
        {
            if (!thing.TryGetProperty(property, out var value)) continue;
            if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out var inner)) value = inner;
            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString()!.Trim();
        }
        return null;
    }
}
