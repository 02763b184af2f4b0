using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;

namespace Dateline.Desk.Answers;

/// <summary>The fields of a small request, each asked for by name; what is missing, of another form, or not asked for is refused.</summary>
internal sealed class Fields(JsonObject json)
{
    private readonly Problems _problems = new();
    private readonly HashSet<string> _asked = [];

    public string? Text(string name) => Take<string>(name, "This must be text.");

    public bool? Flag(string name) => Take<bool?>(name, "This must be true or false.");

    public int? Number(string name) => Take<int?>(name, "This must be a whole number.");

    public string NeededText(string name)
    {
        var text = Text(name);
        if (text is null && json[name] is null) _problems.Add(name, $"“{name}” must stand here.");
        return text ?? "";
    }

    public T? Named<T>(string name, string sentence) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        // By name alone: the framework would take "2" as well.
        if (Enum.GetValues<T>().Where(each => each.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToList() is [var value]) return value;
        _problems.Add(name, sentence);
        return null;
    }

    /// <summary>What is wrong with them; null when all is well. Asked for last.</summary>
    public Refusal? Refusal
    {
        get
        {
            foreach (var (name, _) in json)
                if (!_asked.Contains(name)) _problems.Add(name, $"“{name}” is not a field known here; check its spelling or take it out.");
            return _problems.Found.Count > 0 ? Core.Outcomes.Refusal.Of(_problems.Found) : null;
        }
    }

    private T? Take<T>(string name, string form)
    {
        _asked.Add(name);
        if (json[name] is not { } node) return default;
        if (node is JsonValue value && value.TryGetValue<T>(out var taken)) return taken;
        _problems.Add(name, form);
        return default;
    }
}
