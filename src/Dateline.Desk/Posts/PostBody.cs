using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;

namespace Dateline.Desk.Posts;

/// <summary>A request about a post: its content, its flags, and what is to become of it.</summary>
internal sealed record PostBody
{
    public required PostContent Content { get; init; }

    public bool? Breaking { get; init; }

    public bool? KeyEvent { get; init; }

    public bool? Pinned { get; init; }

    public bool Publish { get; init; }

    /// <summary>Whether it may be called back for as long as the newsroom's send delay; without one it goes out at once.</summary>
    public bool Delayed { get; init; }

    public EditKind As { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether it asks for flags other than the post has; one that repeats what it was given asks for nothing.</summary>
    public bool Flags(Post? post, Pin? pin) =>
        (Breaking is { } breaking && breaking != (post?.Breaking is not null))
        || (KeyEvent is { } keyEvent && keyEvent != (post?.KeyEvent is not null))
        || (Pinned is { } pinned && pinned != (post is not null && pin?.Post == post.Id));

    // What an answer carries beside the content: a client may send back what it was given, and these say nothing that it could change.
    private static readonly string[] FromAnswers =
        ["id", "state", "revision", "seq", "createdBy", "createdAt", "firstPublishedAt", "updatedAt", "corrections", "filed", "urgent", "held", "waiting", "sentBack", "scheduledFor", "withdrawn", "draft"];

    public static Result<PostBody> Read(Body body)
    {
        var json = body.Without(FromAnswers);
        var problems = new Problems();
        var read = new PostBody
        {
            Content = PostContent.Empty,
            Breaking = Take<bool?>("breaking", "true or false"),
            KeyEvent = Take<bool?>("keyEvent", "true or false"),
            Pinned = Take<bool?>("pinned", "true or false"),
            Publish = Take<bool?>("publish", "true or false") ?? false,
            Delayed = Take<bool?>("delayed", "true or false") ?? false,
            As = Kind(Take<string>("as", "typo, update or correction"), problems),
            Note = Take<string>("note", "a sentence"),
        };
        // Read once more with the rest, where a sentence about it would have lost its path.
        if (json["publishedAt"] is JsonValue at && at.TryGetValue<string>(out var shown) && !ShownTime.TryParse(shown, known: true, out _)) problems.Add("publishedAt", ShownTime.Sentence);
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
        return Body.As(json, DatelineJson.Default.PostContent).Try(out var content, out var refusal) ? read with { Content = content } : refusal;

        T? Take<T>(string name, string form)
        {
            if (!json.Remove(name, out var node) || node is null) return default;
            if (node is JsonValue value && value.TryGetValue<T>(out var taken)) return taken;
            problems.Add(name, $"This must be {form}.");
            return default;
        }
    }

    public static EditKind Kind(string? name, Problems problems)
    {
        switch (name)
        {
            case null or "update": return EditKind.Update;
            case "typo": return EditKind.Typo;
            case "correction": return EditKind.Correction;
            default:
                problems.Add("as", "An edit is released as typo, update or correction.");
                return EditKind.Update;
        }
    }
}
