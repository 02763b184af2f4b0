namespace Dateline.Core.Outcomes;

/// <summary>Something a person has to mend: where it is, and a sentence that says what to do.</summary>
/// <param name="Path">The field, as in the JSON that was sent: <c>blocks[2].items[0].text</c>; empty for the whole.</param>
/// <param name="Sentence">One sentence that a journalist can act on.</param>
public sealed record Problem(string Path, string Sentence);

/// <summary>Collects problems while a value is checked; the path is that of the value in hand.</summary>
/// <remarks>At most <see cref="Most"/> are kept: past that nobody reads on, and an answer stays small.</remarks>
public sealed class Problems
{
    /// <summary>The most problems kept of one value.</summary>
    public const int Most = 50;

    private readonly List<Problem> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Problem> Found => _found;

    /// <summary>Notes a problem at a path.</summary>
    public void Add(string path, string sentence)
    {
        if (_found.Count < Most) _found.Add(new Problem(path, sentence));
    }
}
