namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>A bar from one place to another along a strip, both from 0 to 1.</summary>
/// <param name="Series">Its colour; nought is the newsroom's accent.</param>
public readonly record struct Bar(double From, double To, int Series);

/// <summary>A dot at a place along a strip.</summary>
public readonly record struct Dot(double At, int Series);

/// <summary>A number beside what it says, after it or before.</summary>
public readonly record struct Tag(double At, string Text, bool Before = false)
{
    /// <summary>The size that it is set in, and the room between it and the mark, in pixels.</summary>
    public const double Size = 14, Gap = 11;

    public double Width => TextWidth.Of(Text, Size) + Gap;
}

/// <summary>What is drawn of one row: a strip along one scale.</summary>
public sealed record Strip
{
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    public IReadOnlyList<Dot> Dots { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>True for a thin line under the dots, along the whole strip.</summary>
    public bool Track { get; init; }
}

/// <summary>A number with the name of its series, in words below a strip.</summary>
public readonly record struct Part(int Series, string Name, string Number);

/// <summary>A row of a chart: its name, its strip, and what stands in words.</summary>
public sealed record Row(string Name, Strip? Strip)
{
    /// <summary>A number that stands with the name: the sum of what follows, or one too long to stand beside its bar.</summary>
    public string? Number { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>True when it belongs to the row without a strip above it.</summary>
    public bool Under { get; init; }
}
