using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Files;

/// <summary>Something an import could not place or had to guess, and where in the source it stands.</summary>
/// <param name="Line">The line, counted from 1; 0 when it concerns the whole.</param>
/// <param name="Text">What it is, in a sentence or as the line itself.</param>
public sealed record Warning(int Line, string Text);

/// <summary>A whole live page as an import reads it and an export writes it: everything public, whatever it came from.</summary>
/// <remarks>Flags on posts say since when; who set them is not part of a file.</remarks>
public sealed record Manuscript
{
    /// <summary>The name for its address, when the source has one.</summary>
    public string? Slug { get; init; }

    /// <summary>The page's headline, when the source has one.</summary>
    public string? Headline { get; init; }

    /// <inheritdoc cref="Header.Standfirst"/>
    public string? Standfirst { get; init; }

    /// <inheritdoc cref="Header.Language"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="Header.TimeZone"/>
    public string? TimeZone { get; init; }

    /// <summary>Where the page stands, when the source says so in so many words.</summary>
    public CoverageStatus? Status { get; init; }

    /// <inheritdoc cref="Coverages.Status.Note"/>
    public string? StatusNote { get; init; }

    /// <inheritdoc cref="Coverages.Status.ResumesAt"/>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>The points at the top.</summary>
    public ValueList<RichText> Summary { get; init; } = [];

    /// <summary>When the points last changed.</summary>
    public DateTimeOffset? SummaryUpdatedAt { get; init; }

    /// <inheritdoc cref="Header.Lead"/>
    public Block? Lead { get; init; }

    /// <inheritdoc cref="Header.Contributors"/>
    public RichText? Contributors { get; init; }

    /// <inheritdoc cref="Header.Previous"/>
    public PageLink? Previous { get; init; }

    /// <inheritdoc cref="Header.Next"/>
    public PageLink? Next { get; init; }

    /// <summary>The post kept at the top.</summary>
    public PostId? Pinned { get; init; }

    /// <summary>Lines that belong to no post, for editors only.</summary>
    public ValueList<string> Preamble { get; init; } = [];

    /// <summary>The posts, newest first, in the order in which they are to stand when their times are the same.</summary>
    public ValueList<PublicPost> Posts { get; init; } = [];

    /// <summary>What could not be placed or had to be guessed.</summary>
    public ValueList<Warning> Warnings { get; init; } = [];
}
