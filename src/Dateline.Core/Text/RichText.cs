using System.Text;
using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Text;

/// <summary>How a run of text is set.</summary>
public enum Mark
{
    /// <summary>Strong importance.</summary>
    Strong,

    /// <summary>Emphasis.</summary>
    Emphasis,

    /// <summary>Code or a literal.</summary>
    Code,
}

/// <summary>A run of text with the same marks and the same link.</summary>
/// <param name="Text">The characters; never markup.</param>
/// <param name="Marks">How it is set.</param>
/// <param name="Href">Where it links to: http, https, mailto, or a path on this site.</param>
public sealed record Run(string Text, ValueList<Mark>? Marks = null, string? Href = null)
{
    /// <summary>How it is set; null when plainly, so that there is one way to say so.</summary>
    public ValueList<Mark>? Marks { get; init => field = value is { Count: > 0 } ? value : null; } = Marks is { Count: > 0 } ? Marks : null;

    /// <summary>True when the run carries this mark.</summary>
    public bool Is(Mark mark) => Marks is { } marks && marks.Contains(mark);
}

/// <summary>Text with emphasis and links, as runs. JSON: an array of runs; a plain string is taken too.</summary>
/// <param name="Runs">The runs in reading order.</param>
[JsonConverter(typeof(RichTextConverter))]
public sealed record RichText(ValueList<Run> Runs)
{
    /// <summary>The longest text of one field, in characters.</summary>
    public const int MostCharacters = 20_000;

    /// <summary>No text.</summary>
    public static readonly RichText Empty = new([]);

    /// <summary>Plain text as rich text.</summary>
    public static RichText Plain(string text) => text.Length == 0 ? Empty : new([new Run(text)]);

    /// <summary>True when nothing would be read.</summary>
    public bool IsBlank => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The characters alone.</summary>
    public string PlainText
    {
        get
        {
            if (Runs.Count == 1) return Runs[0].Text;
            var text = new StringBuilder();
            foreach (var run in Runs) text.Append(run.Text);
            return text.ToString();
        }
    }

    /// <summary>Checks length, characters and links.</summary>
    public void Check(string path, Problems problems)
    {
        var length = 0;
        for (var i = 0; i < Runs.Count; i++)
        {
            var run = Runs[i];
            length += run.Text.Length;
            if (Characters.Unprintable(run.Text)) problems.Add($"{path}[{i}].text", "This text holds a control character that cannot be shown; type it again without it.");
            if (run.Href is { } href) Links.Check(href, $"{path}[{i}].href", problems);
        }
        if (length > MostCharacters) problems.Add(path, $"This text has {length:N0} characters; split it into pieces of at most {MostCharacters:N0}.");
    }
}
