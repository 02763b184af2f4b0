using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Import.Files;

/// <summary>A post as the file has it: flat, as every answer about a post is, and for a withdrawn one its notice alone.</summary>
internal sealed record FilePost
{
    public PostId Id { get; init; }
    public int? Revision { get; init; }
    public long? Ordinal { get; init; }
    public string? Headline { get; init; }
    public Label? Label { get; init; }
    public bool? Breaking { get; init; }
    public DateTimeOffset? BreakingSince { get; init; }
    public bool? KeyEvent { get; init; }
    public bool? Pinned { get; init; }
    public ValueList<Byline>? Bylines { get; init; }
    public string? PublishedAt { get; init; }
    public bool? TimeKnown { get; init; }
    public DateTimeOffset? FirstPublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public ValueList<Correction>? Corrections { get; init; }
    public Notice? Withdrawn { get; init; }
    public ValueList<Block>? Blocks { get; init; }

    public static FilePost Of(PublicPost post, bool pinned) => new()
    {
        Id = post.Id,
        Revision = post.Revision,
        Ordinal = post.Ordinal,
        Headline = post.Headline,
        Label = post.Label,
        Breaking = post.Withdrawn is null ? post.Breaking : null,
        BreakingSince = post.BreakingSince,
        KeyEvent = post.Withdrawn is null ? post.KeyEvent : null,
        Pinned = pinned ? true : null,
        Bylines = post.Bylines.Count == 0 ? null : post.Bylines,
        PublishedAt = post.PublishedAt,
        TimeKnown = post.TimeKnown,
        FirstPublishedAt = post.FirstPublishedAt,
        UpdatedAt = post.UpdatedAt,
        Corrections = post.Corrections.Count == 0 ? null : post.Corrections,
        Withdrawn = post.Withdrawn,
        Blocks = post.Blocks.Count == 0 ? null : post.Blocks,
    };

    /// <summary>The post; what is absent is what it would be for a post published once and never touched.</summary>
    public Result<PublicPost> Read(string path, int place, int count)
    {
        var problems = new Problems();
        var time = ShownTimeOf(path, problems);
        if (Id == default) problems.Add($"{path}.id", "A post needs its id, a UUID.");
        if (Revision < 1) problems.Add($"{path}.revision", "Revisions are counted from 1.");
        for (var i = 0; i < Corrections?.Count; i++) CheckNote(Corrections[i].Note, $"{path}.corrections[{i}].note", problems);
        if (Withdrawn is { } notice) CheckWithdrawn(notice, path, problems);
        else
        {
            var content = new PostContent { Headline = Headline, Label = Label, Bylines = Bylines ?? [], Blocks = Blocks ?? [], Time = time };
            foreach (var problem in content.Check(toPublish: true)) problems.Add(problem.Path.Length == 0 ? path : $"{path}.{problem.Path}", problem.Sentence);
        }
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
        return new PublicPost
        {
            Id = Id,
            Revision = Revision ?? 1,
            Ordinal = Ordinal ?? count - place,
            Headline = Headline,
            Label = Label,
            BreakingSince = BreakingSince ?? (Breaking == true ? time.At : null),
            KeyEvent = KeyEvent == true,
            Bylines = Bylines ?? [],
            Time = time,
            FirstPublishedAt = FirstPublishedAt ?? time.At,
            UpdatedAt = UpdatedAt,
            Corrections = Corrections ?? [],
            Withdrawn = Withdrawn,
            Blocks = new PostContent { Blocks = Blocks ?? [] }.WithBlockIds().Blocks,
        };
    }

    private ShownTime ShownTimeOf(string path, Problems problems)
    {
        if (PublishedAt is not null)
        {
            if (!ShownTime.TryParse(PublishedAt, TimeKnown != false, out var time)) problems.Add($"{path}.publishedAt", ShownTime.Sentence);
            return time;
        }
        if ((FirstPublishedAt ?? Withdrawn?.At) is { } at) return new ShownTime(at, TimeKnown != false);
        problems.Add($"{path}.publishedAt", "This post has no time; give it one, or its day.");
        return default;
    }

    private void CheckWithdrawn(Notice notice, string path, Problems problems)
    {
        CheckNote(notice.Text, $"{path}.withdrawn.notice", problems);
        if (Headline is not null || Label is not null || Bylines is { Count: > 0 } || Blocks is { Count: > 0 } || Corrections is { Count: > 0 } || Breaking == true || BreakingSince is not null || KeyEvent == true)
            problems.Add($"{path}.withdrawn", "A withdrawn post keeps nothing but its notice; take its content out.");
    }

    private static void CheckNote(string? note, string path, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(note)) problems.Add(path, "Say here what readers are told.");
        else if (note.Length > Post.MostNote || Characters.Unprintable(note)) problems.Add(path, $"Keep this to at most {Post.MostNote:N0} characters, without control characters.");
    }
}
