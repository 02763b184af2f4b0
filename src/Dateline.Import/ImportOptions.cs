namespace Dateline.Import;

/// <summary>What kind of source an import reads.</summary>
public enum SourceFormat
{
    /// <summary>The plain text of a live page, as a person copies it.</summary>
    Capture,

    /// <summary>A saved web page that carries a schema.org LiveBlogPosting.</summary>
    Html,

    /// <summary>Our own export.</summary>
    Dateline,
}

/// <summary>What the person importing knows that the source may not say.</summary>
public sealed record ImportOptions
{
    /// <summary>The years that a post can have been published in.</summary>
    internal const int FirstYear = 1900, LastYear = 2999;

    /// <summary>The format; null to detect it.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>The name of the live page; posts are named after it, so that the same import gives the same ids.</summary>
    public string? Slug { get; init; }

    /// <summary>The name for a source that has none of its own, such as its file's.</summary>
    public string? SlugOtherwise { get; init; }

    /// <summary>A headline to use instead of the source's.</summary>
    public string? Headline { get; init; }

    /// <summary>The year of the newest post, for dates written without one.</summary>
    public int? Year { get; init; }

    /// <summary>The day of the newest post, for times written without a date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The zone (IANA) of times that name none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The caller's clock, asked only where neither the source nor these options say which year or day it was.</summary>
    public required DateTimeOffset Now { get; init; }
}
