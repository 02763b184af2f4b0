using System.Text.Json;

namespace Dateline.Import.Pages;

/// <summary>The schema.org data that a page carries as JSON-LD: a graph of things, of which some are only referred to by their name.</summary>
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    private readonly Dictionary<string, JsonElement> _named = [];
    private readonly List<JsonElement> _roots = [];

    /// <summary>Adds what one script holds; false when it is not JSON.</summary>
    public bool TryAdd(string script)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutWrapping(script), Lenient);
            var root = document.RootElement.Clone();
            _roots.Add(root);
            Name(root);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Pages wrap scripts in comments and CDATA for browsers that are long gone.
    private static string WithoutWrapping(string script)
    {
        var text = script.Trim();
        string[] openings = ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["];
        string[] closings = ["-->", "//]]>", "/*]]>*/", "]]>"];
        foreach (var opening in openings)
            if (text.StartsWith(opening, StringComparison.Ordinal)) text = text[opening.Length..].Trim();
        foreach (var closing in closings)
            if (text.EndsWith(closing, StringComparison.Ordinal)) text = text[..^closing.Length].Trim();
        return text;
    }

    private void Name(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Name(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            // A thing with nothing but its name is a reference to the thing itself.
            if (element.EnumerateObject().Count() > 1 && element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String) _named.TryAdd(id.GetString()!, element);
            foreach (var property in element.EnumerateObject()) Name(property.Value);
        }
    }

    /// <summary>The thing itself, where only its name is given.</summary>
    public JsonElement Resolve(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Count() == 1 && element.TryGetProperty("@id", out var id)
        && id.ValueKind == JsonValueKind.String && _named.TryGetValue(id.GetString()!, out var found) ? found : element;

    /// <summary>All things of a type, wherever they stand, in the order of the page.</summary>
    public IEnumerable<JsonElement> OfType(string type) => _roots.SelectMany(root => OfType(root, type));

    private static IEnumerable<JsonElement> OfType(JsonElement element, string type)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(item => OfType(item, type));
        if (element.ValueKind != JsonValueKind.Object) return [];
        return element.Is(type) ? [element] : element.EnumerateObject().SelectMany(property => OfType(property.Value, type));
    }

    /// <summary>The values of a property: none, one, or each of a list, references resolved.</summary>
    public IEnumerable<JsonElement> All(JsonElement thing, string property)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value)) return [];
        return (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value])
            .Select(Resolve)
            .Where(item => item.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined));
    }
}
