using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>A question put to readers, with its answers.</summary>
public sealed record Poll : Block
{
    /// <summary>What is asked.</summary>
    public string? Question { get; init; }

    /// <summary>What can be answered.</summary>
    public ValueList<PollOption>? Options { get; init; }

    /// <summary>True when no more answers are taken.</summary>
    public bool Closed { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Needed(Question, $"{path}.question", "This poll asks nothing; write the question.", problems);
        if (!Fields.Some(Options, 20, $"{path}.options", "This poll has no answers to choose from; add at least two.", problems)) return;
        if (Options!.Count < 2) problems.Add($"{path}.options", "A poll needs at least two answers to choose from.");
        for (var i = 0; i < Options.Count; i++)
        {
            Fields.Needed(Options[i].Text, $"{path}.options[{i}].text", "This answer is empty.", problems);
            if (Options[i].Votes < 0) problems.Add($"{path}.options[{i}].votes", "There cannot be fewer than no votes.");
        }
    }
}

/// <summary>An answer of a poll.</summary>
public sealed record PollOption
{
    /// <summary>What it says.</summary>
    public string? Text { get; init; }

    /// <summary>How many chose it, when that is known.</summary>
    public long? Votes { get; init; }
}

/// <summary>What happened, in order.</summary>
public sealed record Timeline : Block
{
    /// <summary>What it tells.</summary>
    public string? Title { get; init; }

    /// <summary>The events, in the order to be read.</summary>
    public ValueList<TimelineEntry>? Entries { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Fields.Short(Title, $"{path}.title", problems);
        if (!Fields.Some(Entries, 100, $"{path}.entries", "This timeline is empty; add what happened.", problems)) return;
        for (var i = 0; i < Entries!.Count; i++)
        {
            Fields.Needed(Entries[i].When, $"{path}.entries[{i}].when", "Say when this happened.", problems);
            Fields.Needed(Entries[i].Text, $"{path}.entries[{i}].text", "Say what happened.", problems);
        }
    }
}

/// <summary>One event of a timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>When, as it is to be read: "14:05", "Monday", "1987".</summary>
    public string? When { get; init; }

    /// <summary>What happened.</summary>
    public RichText? Text { get; init; }
}

/// <summary>Questions from readers, with answers.</summary>
public sealed record Qa : Block
{
    /// <summary>The questions, in the order to be read.</summary>
    public ValueList<Question>? Items { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (!Fields.Some(Items, 50, $"{path}.items", "There are no questions here; add one.", problems)) return;
        for (var i = 0; i < Items!.Count; i++)
        {
            Fields.Needed(Items[i].Asked, $"{path}.items[{i}].asked", "Write the question.", problems);
            Fields.Short(Items[i].AskedBy, $"{path}.items[{i}].askedBy", problems);
            Fields.Short(Items[i].AnsweredBy, $"{path}.items[{i}].answeredBy", problems);
            if (!Fields.Some(Items[i].Answer, 50, $"{path}.items[{i}].answer", "Write the answer.", problems)) continue;
            for (var a = 0; a < Items[i].Answer!.Count; a++)
                Fields.Needed(Items[i].Answer![a], $"{path}.items[{i}].answer[{a}]", "This paragraph of the answer is empty.", problems);
        }
    }
}

/// <summary>A question with its answer.</summary>
public sealed record Question
{
    /// <summary>What was asked.</summary>
    public RichText? Asked { get; init; }

    /// <summary>Who asked: "Maria, Lisbon".</summary>
    public string? AskedBy { get; init; }

    /// <summary>The answer, a paragraph each.</summary>
    public ValueList<RichText>? Answer { get; init; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; init; }
}
