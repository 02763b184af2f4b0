using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Rules;
using Dateline.Core.Text;

namespace Dateline.Core.Posts;

/// <summary>What readers are told instead of a post that was withdrawn.</summary>
public sealed record Notice(DateTimeOffset At, [property: JsonPropertyName("notice")] string Text);

/// <summary>A post as readers have it: exactly what may be public, and nothing else. The journal, the public rows and the public JSON all carry this.</summary>
/// <remarks>When <see cref="Withdrawn"/> is set nothing of the content is left: no headline, label, byline or block.</remarks>
public sealed record PublicPost : IJsonOnDeserialized
{
    /// <summary>Its name for good.</summary>
    public required PostId Id { get; init; }

    /// <summary>How many versions readers have had.</summary>
    public int Revision { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>Orders posts that show the same time.</summary>
    public long Ordinal { get; init; }

    /// <inheritdoc cref="PostContent.Headline"/>
    public string? Headline { get; init; }

    /// <inheritdoc cref="PostContent.Label"/>
    public Label? Label { get; init; }

    /// <summary>True for breaking news, cooled or not.</summary>
    public bool Breaking => BreakingSince is not null;

    /// <summary>When it was flagged as breaking; it cools some time after.</summary>
    public DateTimeOffset? BreakingSince { get; init; }

    /// <summary>True for a key event.</summary>
    public bool KeyEvent { get; init; }

    /// <inheritdoc cref="PostContent.Bylines"/>
    public ValueList<Byline> Bylines { get; init => field = value ?? []; } = [];

    /// <summary>The time it shows.</summary>
    [JsonIgnore]
    public ShownTime Time { get => _time; init => _time = value; }

    /// <summary>When readers first had it.</summary>
    public DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When readers were last told that it was updated.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What was put right in it, oldest first.</summary>
    public ValueList<Correction> Corrections { get; init => field = value ?? []; } = [];

    /// <summary>That it was withdrawn, and what readers are told.</summary>
    public Notice? Withdrawn { get; init; }

    /// <inheritdoc cref="PostContent.Blocks"/>
    public ValueList<Block> Blocks { get; init => field = value ?? []; } = [];

    /// <summary><see cref="Time"/> as JSON carries it.</summary>
    [JsonRequired]
    public string PublishedAt
    {
        get => Time.ToString();
        init => _time = ShownTime.TryParse(value, known: true, out var time) ? time : throw new JsonException(ShownTime.Sentence);
    }

    /// <summary>False when only the day is known; otherwise absent.</summary>
    public bool? TimeKnown
    {
        get => Time.Known ? null : false;
        init => _saidUnknown = value == false;
    }

    // JSON may carry the two in either order; they are put together once both are read.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (_saidUnknown) _time = _time with { Known = false };
        _saidUnknown = false;
    }

    private ShownTime _time;
    private bool _saidUnknown;

    /// <summary>Its place on the page.</summary>
    [JsonIgnore]
    public SortKey Sort => new(Time.At, Ordinal);

    /// <summary>What readers may have of a post; null when they have nothing of it.</summary>
    public static PublicPost? Of(Post post)
    {
        if (post.Publication is not { } publication || post.TakeDown is not null) return null;
        var live = post.Live!;
        if (post.Withdrawal is { } withdrawal)
        {
            return new PublicPost
            {
                Id = post.Id,
                Revision = publication.Revision + 1,
                Ordinal = publication.Ordinal,
                Time = live.Time!.Value,
                FirstPublishedAt = publication.FirstAt,
                Withdrawn = new Notice(withdrawal.At, withdrawal.Notice),
            };
        }
        return new PublicPost
        {
            Id = post.Id,
            Revision = publication.Revision,
            Ordinal = publication.Ordinal,
            Headline = live.Headline,
            Label = live.Label,
            BreakingSince = post.Breaking?.At,
            KeyEvent = post.KeyEvent is not null,
            Bylines = live.Bylines,
            Time = live.Time!.Value,
            FirstPublishedAt = publication.FirstAt,
            UpdatedAt = post.UpdatedAt,
            Corrections = post.Corrections,
            Blocks = Shown(post, live.Blocks),
        };
    }

    private static ValueList<Block> Shown(Post post, ValueList<Block> blocks)
    {
        // First what waits: its places in a gallery are counted with all pictures there.
        blocks = post.Waiting?.Without(blocks) ?? blocks;
        return post.Lapsed?.Without(blocks) ?? blocks;
    }

    /// <summary>What readers would have if the working copy were published now; nobody but the desk may see it.</summary>
    public static PublicPost? Preview(Post post, DateTimeOffset at, Checklist? asks = null)
    {
        if (post.Withdrawal is not null || post.TakeDown is not null) return Of(post);
        var content = post.Latest;
        return Of(post with
        {
            Live = content.Time is null ? content with { Time = new ShownTime(at) } : content,
            Waiting = asks?.HoldsBack(content),
            Publication = post.Publication ?? new Publication(at, post.CreatedBy, Ordinal: 0, Revision: 1),
        });
    }

    /// <summary>As the newsroom keeps a post that came whole from elsewhere: <see cref="Of"/> leads back to this.</summary>
    /// <param name="by">Who brought it in; the files of a page do not say who did what before.</param>
    /// <param name="at">When it was brought in.</param>
    public Post ToPost(string by, DateTimeOffset at) => new()
    {
        Id = Id,
        CreatedBy = by,
        CreatedAt = at,
        Live = new PostContent { Headline = Headline, Label = Label, Bylines = Bylines, Blocks = Blocks, Time = Time },
        Publication = new Publication(FirstPublishedAt, by, Ordinal, Withdrawn is null ? Revision : Revision - 1),
        Breaking = BreakingSince is { } since ? new Act(by, since) : null,
        KeyEvent = KeyEvent ? new Act(by, at) : null,
        UpdatedAt = UpdatedAt,
        Corrections = Corrections,
        Withdrawal = Withdrawn is { } notice ? new Withdrawal(notice.At, by, notice.Text, Reason: null) : null,
    };
}
