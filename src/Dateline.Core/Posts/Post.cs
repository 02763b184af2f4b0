using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Posts;

/// <summary>One timestamped entry of a live page, as the newsroom has it: the working copy, what readers have, and what was done with it, by whom and when.</summary>
/// <remarks>
/// A value: every verb answers with the next post or with why not, and changes nothing. Who may do what is decided at the edge;
/// what can be done at all is decided here. Invariant: <see cref="Live"/> is set exactly when <see cref="Publication"/> is.
/// </remarks>
public sealed partial record Post
{
    /// <summary>How far ahead of now a post may show its time; further ahead it is to be scheduled.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <summary>The longest note, notice or reason, in characters.</summary>
    public const int MostNote = 1_000;

    /// <summary>Its name for good.</summary>
    public required PostId Id { get; init; }

    /// <summary>Who began it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts every version kept, of the working copy and the live one alike: 1, 2, 3 …</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The working copy: what the desk edits. Null when it is the same as what readers have.</summary>
    public PostContent? Draft { get; init; }

    /// <summary>The live version: what readers have.</summary>
    public PostContent? Live { get; init; }

    /// <summary>That it was handed to the editors.</summary>
    public Act? Filed { get; init; }

    /// <summary>That the editors sent it back.</summary>
    public Act? SentBack { get; init; }

    /// <summary>That it is to be released later.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>That readers have it.</summary>
    public Publication? Publication { get; init; }

    /// <summary>That it is breaking news.</summary>
    public Act? Breaking { get; init; }

    /// <summary>That it is a key event.</summary>
    public Act? KeyEvent { get; init; }

    /// <summary>When readers were last told that it was updated.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What was put right in it, oldest first.</summary>
    public ValueList<Correction> Corrections { get; init => field = value ?? []; } = [];

    /// <summary>That it was taken back with a notice.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>That it was taken back without a trace.</summary>
    public TakeDown? TakeDown { get; init; }

    /// <summary>That it was put away before readers had it: it went to another page, or another version of it was released.</summary>
    public SetAside? SetAside { get; init; }

    /// <summary>The post on another page that this one came from, by copying or moving.</summary>
    public Elsewhere? From { get; init; }

    /// <summary>The post on another page that this one became.</summary>
    public Elsewhere? MovedTo { get; init; }

    /// <summary>The versions prepared for one event, this one among them, each a post of its own; empty for an ordinary post. At most one of them gets to readers.</summary>
    public ValueList<PreparedVersion> Prepared { get; init => field = value ?? []; } = [];

    /// <summary>Where it stands, read from the records above.</summary>
    [JsonIgnore]
    public PostState State =>
        SetAside is not null ? PostState.SetAside
        : TakeDown is not null ? PostState.TakenDown
        : Withdrawal is not null ? PostState.Withdrawn
        : Publication is not null ? PostState.Published
        : Schedule is not null ? PostState.Scheduled
        : Filed is not null ? PostState.Filed
        : PostState.Draft;

    /// <summary>What the desk has in hand: the working copy, or what readers have.</summary>
    [JsonIgnore]
    public PostContent Latest => Draft ?? Live ?? PostContent.Empty;

    /// <summary>A new post with a working copy, seen by nobody yet.</summary>
    public static Result<Post> Begin(PostId id, PostContent content, string by, DateTimeOffset at)
    {
        content = content.WithBlockIds();
        if (content.Check(toPublish: false) is { Count: > 0 } problems) return Refusal.Of(problems);
        return new Post { Id = id, CreatedBy = by, CreatedAt = at, Draft = content };
    }

    /// <summary>Keeps a new working copy beside what readers have; they see nothing of it.</summary>
    public Result<Post> Save(PostContent content)
    {
        if (TakenBack() is { } refusal) return refusal;
        content = content.WithBlockIds();
        // A time that an edit leaves out stays as readers have it, so that the same content sent again is no edit.
        if (content.Time is null) content = content with { Time = Live?.Time };
        if (content.Check(toPublish: false) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (content == Latest) return this;
        return this with { Draft = content == Live ? null : content, Revision = Revision + 1 };
    }

    /// <summary>Lets the working copy go; the live version stays.</summary>
    public Result<Post> Discard()
    {
        if (TakenBack() is { } refusal) return refusal;
        if (Live is null) return new Refusal(RefusalKind.WrongState, "Readers do not have this post yet, so its draft is all there is; it stays.");
        return Draft is null ? this : this with { Draft = null, Revision = Revision + 1 };
    }

    /// <summary>Hands the post to the editors.</summary>
    public Result<Post> File(string by, DateTimeOffset at, string? note)
    {
        if (Unpublished("filed") is { } refusal) return refusal;
        if (Noted(note) is { } tooLong) return tooLong;
        if (Latest.IsBlank) return new Refusal(RefusalKind.Invalid, "This post is empty; write something before you file it.", [new("headline", "This post is empty; write something before you file it.")]);
        return this with { Filed = new Act(by, at, note), SentBack = null };
    }

    /// <summary>Hands the post back to its writer, with a reason.</summary>
    public Result<Post> SendBack(string by, DateTimeOffset at, string? note)
    {
        if (State != PostState.Filed) return new Refusal(RefusalKind.WrongState, "Only a post that was filed can be sent back.");
        if (Missing(note, "note", "Say in the note what is to be done.") is { } missing) return missing;
        return this with { Filed = null, SentBack = new Act(by, at, note) };
    }

    /// <summary>Releases the working copy to readers: for the first time, or as an edit of what they have.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="at">Now.</param>
    /// <param name="ordinal">The next count of the page, used for a first publication only.</param>
    /// <param name="kind">How an edit is released; of no meaning for a first publication.</param>
    /// <param name="note">For a correction: what was wrong, for readers.</param>
    public Result<Post> Publish(string by, DateTimeOffset at, long ordinal, EditKind kind = EditKind.Update, string? note = null)
    {
        if (TakenBack() is { } refusal) return refusal;
        if (Noted(note) is { } tooLong) return tooLong;
        var content = Latest;
        if (content.Check(toPublish: true) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (Ahead(content, at, "This time lies ahead; schedule the post instead.") is { } ahead) return ahead;
        return Publication is null ? Released(content, by, at, ordinal) : Edited(content, at, kind, note);
    }

    private Post Released(PostContent content, string by, DateTimeOffset at, long ordinal) => this with
    {
        Live = content.Time is null ? content with { Time = new ShownTime(at) } : content,
        Draft = null,
        Publication = new Publication(at, by, ordinal, Revision: 1),
        Schedule = null,
        Filed = null,
        SentBack = null,
        // Breaking news cools from when readers had it, not from when a draft was marked.
        Breaking = Breaking is null ? null : Breaking with { At = at },
        Revision = Revision + 1,
    };

    private Result<Post> Edited(PostContent content, DateTimeOffset at, EditKind kind, string? note)
    {
        if (kind == EditKind.Correction && Missing(note, "note", "A correction tells readers what was wrong; write it in the note.") is { } missing) return missing;
        if (content == Live && kind != EditKind.Correction) return this with { Draft = null };
        return this with
        {
            Live = content,
            Draft = null,
            Publication = Publication! with { Revision = Publication.Revision + 1 },
            UpdatedAt = kind == EditKind.Typo ? UpdatedAt : at,
            Corrections = kind == EditKind.Correction ? Corrections.With(new Correction(at, note!)) : Corrections,
            Revision = Revision + 1,
        };
    }

    /// <summary>Sets the post to be released at an instant.</summary>
    public Result<Post> ScheduleFor(DateTimeOffset time, string by, DateTimeOffset at)
    {
        if (Unpublished("scheduled") is { } refusal) return refusal;
        if (time <= at) return new Refusal(RefusalKind.Invalid, "This time has passed; publish the post now or give a later time.", [new("at", "This time has passed; publish the post now or give a later time.")]);
        if (Latest.Check(toPublish: true) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (Ahead(Latest, time, "The time this post shows lies after the time it is to be released at; change one of the two.") is { } ahead) return ahead;
        return this with { Schedule = new Schedule(time, by, at) };
    }

    /// <summary>Lets a scheduled release go.</summary>
    public Result<Post> Unschedule() =>
        Schedule is null || State != PostState.Scheduled
            ? new Refusal(RefusalKind.WrongState, "This post is not scheduled.")
            : this with { Schedule = null };

    /// <summary>Takes the post back and tells readers so; of one that is withdrawn already it puts the notice right.</summary>
    /// <remarks>A post is taken off first and explained after: the first notice is often written in a hurry.</remarks>
    public Result<Post> Withdraw(string by, DateTimeOffset at, string? notice, string? reason)
    {
        if (State is not (PostState.Published or PostState.Withdrawn)) return new Refusal(RefusalKind.WrongState, "Only a post that readers have can be withdrawn.");
        if (Missing(notice, "notice", "Say in the notice what readers are told.") is { } missing) return missing;
        if (Noted(reason, "reason") is { } tooLong) return tooLong;
        if (Withdrawal is { } before) return Noticed(before, by, notice!, reason);
        return this with { Withdrawal = new Withdrawal(at, by, notice!, reason), Breaking = null, KeyEvent = null, Draft = null, Revision = Revision + 1 };
    }

    // It was withdrawn when it was; who words the notice anew says why anew.
    private Post Noticed(Withdrawal before, string by, string notice, string? reason)
    {
        var after = before with { By = by, Notice = notice, Reason = reason ?? before.Reason };
        return after == before ? this : this with { Withdrawal = after, Publication = Publication! with { Revision = Publication.Revision + 1 }, Revision = Revision + 1 };
    }

    /// <summary>Takes the post back and leaves no public trace.</summary>
    public Result<Post> TakeItDown(string by, DateTimeOffset at, string? reason)
    {
        if (State is not (PostState.Published or PostState.Withdrawn)) return new Refusal(RefusalKind.WrongState, "Readers do not have this post, so there is nothing to take down.");
        if (Noted(reason, "reason") is { } tooLong) return tooLong;
        return this with { TakeDown = new TakeDown(at, by, reason), Breaking = null, KeyEvent = null, Draft = null, Revision = Revision + 1 };
    }

    /// <summary>Sets or lifts flags; a flag not named stays, and one set already keeps who set it first and when.</summary>
    public Result<Post> Flag(string by, DateTimeOffset at, bool? breaking, bool? keyEvent)
    {
        if (TakenBack() is { } refusal) return refusal;
        var next = this with { Breaking = Set(Breaking, breaking), KeyEvent = Set(KeyEvent, keyEvent) };
        if (next == this || Publication is null) return next;
        return next with { Publication = Publication with { Revision = Publication.Revision + 1 } };

        Act? Set(Act? flag, bool? on) => on switch { null => flag, true => flag ?? new Act(by, at), false => null };
    }

    private Refusal? TakenBack() => State switch
    {
        _ when MovedTo is { } to => new Refusal(RefusalKind.WrongState, $"This post was moved to the live page “{to.Slug}”; open it there."),
        PostState.SetAside => new Refusal(RefusalKind.WrongState, "Another version of this post was released, so this one was set aside; take it up again first."),
        PostState.Withdrawn => new Refusal(RefusalKind.WrongState, "This post was withdrawn; write a new one."),
        PostState.TakenDown => new Refusal(RefusalKind.WrongState, "This post was taken down; write a new one."),
        _ => null,
    };

    private Refusal? Unpublished(string done) =>
        TakenBack() ?? (State == PostState.Published ? new Refusal(RefusalKind.WrongState, $"Readers have this post already, so it cannot be {done}.") : null);

    private static Refusal? Ahead(PostContent content, DateTimeOffset release, string sentence) =>
        content.Time is { } shown && shown.At > release + MostAhead ? new Refusal(RefusalKind.Invalid, sentence, [new("publishedAt", sentence)]) : null;

    private static Refusal? Missing(string? text, string path, string sentence) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(RefusalKind.Invalid, sentence, [new(path, sentence)]) : Noted(text, path);

    private static Refusal? Noted(string? text, string path = "note")
    {
        if (text is null || (text.Length <= MostNote && !Characters.Unprintable(text))) return null;
        var sentence = $"Keep this to at most {MostNote:N0} characters, without control characters.";
        return new Refusal(RefusalKind.Invalid, sentence, [new(path, sentence)]);
    }
}
