namespace Dateline.Public.Wire;

/// <summary>How a visitor with a request is received.</summary>
/// <param name="Reader">Taken in: the reader it now is.</param>
/// <param name="Until">Not yet: ask again when this is done.</param>
/// <param name="Answer">Answered, and may ask again.</param>
internal readonly record struct Reception(WireReader? Reader, Task? Until, PageAnswer? Answer)
{
    /// <summary>Not here: Kestrel will know what to answer.</summary>
    public static Reception Elsewhere => default;

    public static Reception After(Task task) => new(null, task, null);
}
