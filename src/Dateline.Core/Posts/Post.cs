using System.Text.Json.Serialization;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Rules;
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

    /// <summary>That whoever filed it asked the editors to hurry.</summary>
    public Act? Urgent { get; init; }

    /// <summary>That an editor took it over from the queue: until it ends, nobody else changes or publishes it.</summary>
    public Act? Held { get; init; }

    /// <summary>That the editors sent it back.</summary>
    public Act? SentBack { get; init; }

    /// <summary>That it is to be released later.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>What of the live version readers do not have yet; null when they have all of it.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>What of the live version's pictures and recordings readers may not be shown any more; null when they may be shown all of them.</summary>
    public Lapsed? Lapsed { get; init; }

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

    /// <summary>Hands the post to the editors; an urgent one they are to look at first.</summary>
    public Result<Post> File(string by, DateTimeOffset at, string? note, bool urgent = false)
    {
        if (Unpublished("filed") is { } refusal) return refusal;
        if (Noted(note) is { } tooLong) return tooLong;
        if (Latest.IsBlank) return new Refusal(RefusalKind.Invalid, "This post is empty; write something before you file it.", [new("headline", "This post is empty; write something before you file it.")]);
        return this with { Filed = new Act(by, at, note), Urgent = urgent ? new Act(by, at) : null, Held = null, SentBack = null };
    }

    /// <summary>Hands the post back to its writer, with a reason.</summary>
    public Result<Post> SendBack(string by, DateTimeOffset at, string? note)
    {
        if (State != PostState.Filed) return new Refusal(RefusalKind.WrongState, "Only a post that was filed can be sent back.");
        if (Missing(note, "note", "Say in the note what is to be done.") is { } missing) return missing;
        return this with { Filed = null, Urgent = null, Held = null, SentBack = new Act(by, at, note) };
    }

    /// <summary>Takes the post over from the queue. Whether another's hold may be ended so is decided at the edge.</summary>
    public Result<Post> TakeOver(string by, DateTimeOffset at)
    {
        if (State != PostState.Filed) return new Refusal(RefusalKind.WrongState, "Only a post that was filed can be taken over; open this one and write on.");
        return Held?.By == by ? this : this with { Held = new Act(by, at) };
    }

    /// <summary>Ends the hold on a post; one that nobody holds stays as it is.</summary>
    public Post LetGo() => Held is null ? this : this with { Held = null };

    /// <summary>Releases the working copy to readers: for the first time, or as an edit of what they have.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="at">Now.</param>
    /// <param name="ordinal">The next count of the page, used for a first publication only.</param>
    /// <param name="kind">How an edit is released; of no meaning for a first publication.</param>
    /// <param name="note">For a correction: what was wrong, for readers.</param>
    /// <param name="asks">What the newsroom asks for; null for nothing. A flash is asked for nothing, and nothing stands in the way of putting right what is wrong.</param>
    public Result<Post> Publish(string by, DateTimeOffset at, long ordinal, EditKind kind = EditKind.Update, string? note = null, Checklist? asks = null)
    {
        if (TakenBack() is { } refusal) return refusal;
        if (Noted(note) is { } tooLong) return tooLong;
        var content = Latest;
        if (content.Check(toPublish: true) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (Ahead(content, at, "This time lies ahead; schedule the post instead.") is { } ahead) return ahead;
        var putsRight = Publication is not null && kind == EditKind.Correction;
        if (!putsRight && Stopped(content, asks) is { } stopped) return stopped;
        var waiting = HeldBack(content, asks);
        return Publication is null ? Released(content, waiting, by, at, ordinal) : Edited(content, waiting, at, kind, note);
    }

    /// <summary>A flash: breaking news of one line that readers do not have yet. Nothing stands in its way.</summary>
    [JsonIgnore]
    public bool IsFlash => Publication is null && Breaking is not null && Latest.Blocks.Count == 0;

    private Refusal? Stopped(PostContent content, Checklist? asks)
    {
        if (asks is null || IsFlash) return null;
        if (asks.Stops(content) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (!string.IsNullOrWhiteSpace(content.Headline) || asks.HoldsBack(content).Without(content.Blocks).Count > 0) return null;
        const string Nothing = "Readers would see nothing yet: the pictures wait for their alt text and credit. Add those, or write a headline.";
        return new Refusal(RefusalKind.Invalid, Nothing, [new("headline", Nothing)]);
    }

    private static Waiting? HeldBack(PostContent content, Checklist? asks) => asks?.HoldsBack(content) is { Pieces.Count: > 0 } waiting ? waiting : null;

    private Post Released(PostContent content, Waiting? waiting, string by, DateTimeOffset at, long ordinal) => this with
    {
        Waiting = waiting,
        Live = content.Time is null ? content with { Time = new ShownTime(at) } : content,
        Draft = null,
        Publication = new Publication(at, by, ordinal, Revision: 1),
        Schedule = null,
        Filed = null,
        Urgent = null,
        Held = null,
        SentBack = null,
        // Breaking news cools from when readers had it, not from when a draft was marked.
        Breaking = Breaking is null ? null : Breaking with { At = at },
        Revision = Revision + 1,
    };

    private Result<Post> Edited(PostContent content, Waiting? waiting, DateTimeOffset at, EditKind kind, string? note)
    {
        if (kind == EditKind.Correction && Missing(note, "note", "A correction tells readers what was wrong; write it in the note.") is { } missing) return missing;
        if (content == Live && waiting == Waiting && kind != EditKind.Correction) return this with { Draft = null };
        return this with
        {
            Live = content,
            Waiting = waiting,
            Draft = null,
            Publication = Publication! with { Revision = Publication.Revision + 1 },
            UpdatedAt = kind == EditKind.Typo ? UpdatedAt : at,
            Corrections = kind == EditKind.Correction ? Corrections.With(new Correction(at, note!)) : Corrections,
            Revision = Revision + 1,
        };
    }

    /// <summary>The post with what of its pictures and recordings may not be shown now. Readers have another version by that, also when nobody edited it since <paramref name="before"/>.</summary>
    public Post KeptTo(Lapsed? lapsed, Post? before)
    {
        if (lapsed == Lapsed) return this;
        var counted = before?.Publication?.Revision != Publication!.Revision;
        return this with { Lapsed = lapsed, Publication = counted ? Publication : Publication with { Revision = Publication.Revision + 1 } };
    }

    /// <summary>Sets the post to be released at an instant.</summary>
    public Result<Post> ScheduleFor(DateTimeOffset time, string by, DateTimeOffset at, Checklist? asks = null)
    {
        if (Unpublished("scheduled") is { } refusal) return refusal;
        if (time <= at) return new Refusal(RefusalKind.Invalid, "This time has passed; publish the post now or give a later time.", [new("at", "This time has passed; publish the post now or give a later time.")]);
        if (Latest.Check(toPublish: true) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (Ahead(Latest, time, "The time this post shows lies after the time it is to be released at; change one of the two.") is { } ahead) return ahead;
        if (Stopped(Latest, asks) is { } stopped) return stopped;
        return this with { Schedule = new Schedule(time, by, at), Held = null };
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
