using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>Checks shared by the block kinds. Bounds are generous for journalism and small for a server.</summary>
internal static class Fields
{
    /// <summary>The most characters of a plain string.</summary>
    public const int MostShort = 1_000;

    /// <summary>A plain string that may be absent.</summary>
    public static void Short(string? value, string path, Problems problems)
    {
        if (value is null) return;
        if (value.Length > MostShort) problems.Add(path, $"This has {value.Length:N0} characters; shorten it to at most {MostShort:N0}.");
        if (Characters.Unprintable(value)) problems.Add(path, "This holds a control character that cannot be shown; type it again without it.");
    }

    /// <summary>A plain string that must be there.</summary>
    public static void Needed(string? value, string path, string sentence, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(value)) problems.Add(path, sentence);
        else Short(value, path, problems);
    }

    /// <summary>Rich text that must be there.</summary>
    public static void Needed(RichText? text, string path, string sentence, Problems problems)
    {
        if (text is null || text.IsBlank) problems.Add(path, sentence);
        else text.Check(path, problems);
    }

    /// <summary>An address that may be absent.</summary>
    public static void Link(string? href, string path, Problems problems)
    {
        if (href is not null) Links.Check(href, path, problems);
    }

    /// <summary>A list that must hold something, and not too much.</summary>
    public static bool Some<T>(ValueList<T>? items, int most, string path, string sentence, Problems problems)
    {
        if (items is null || items.Count == 0) problems.Add(path, sentence);
        else if (items.Count > most) problems.Add(path, $"There are {items.Count:N0} of these; keep to at most {most:N0}.");
        else return true;
        return false;
    }
}
