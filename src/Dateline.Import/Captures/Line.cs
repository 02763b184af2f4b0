namespace Dateline.Import.Captures;

/// <summary>A line of the source, without the white space around it.</summary>
/// <param name="Number">Its place, counted from 1.</param>
/// <param name="Indent">How far it stands from the margin, in columns.</param>
/// <param name="Text">What it says; empty for a blank line.</param>
internal readonly record struct Line(int Number, int Indent, string Text)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>The same line with other words: what is left of it once a part has been understood.</summary>
    public Line Saying(string text) => this with { Text = text.Trim() };
}
