using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Rules;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage;

/// <summary>A live page inside a transaction: nobody else can change it until the transaction ends.</summary>
public sealed class OpenCoverage
{
    private readonly Dictionary<PostId, KeptPost> _posts = [];
    private readonly List<OpenCoverage> _beside = [];
    private bool _coverageChanged;

    private OpenCoverage(Pen pen, int id, Coverage coverage, DateTimeOffset now)
    {
        (Pen, Id, Coverage, Now) = (pen, id, coverage, now);
        Journal = new JournalWriter(pen, id, now);
    }

    /// <summary>The page as it is now, with what this transaction did.</summary>
    public Coverage Coverage { get; private set; }

    /// <summary>The instant of this transaction: everything in it happens then.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What this transaction did, for the desk.</summary>
    internal Kept Kept => new(Coverage, Journal.Appended.Count > 0 ? Journal.Head : null, _coverageChanged, [.. _posts.Values]);

    internal int Id { get; }

    internal Pen Pen { get; }

    internal JournalWriter Journal { get; }

    internal static OpenCoverage? Open(Pen pen, string slug, DateTimeOffset now) => pen.First($"SELECT id, value FROM coverages WHERE slug = {slug}",
        row => new OpenCoverage(pen, row.GetInt32(0), JsonSerializer.Deserialize(row.GetString(1), DatelineJson.Default.Coverage)!, now));

    /// <summary>This page and those opened beside it.</summary>
    internal IEnumerable<OpenCoverage> All => _beside.SelectMany(each => each.All).Prepend(this);

    /// <summary>Another live page in this same transaction: what is done to both is kept together, or nothing of it is. Null when there is no such page.</summary>
    public OpenCoverage? Beside(string slug)
    {
        if (Open(Pen, slug, Now) is not { } other) return null;
        _beside.Add(other);
        return other;
    }

    /// <summary>A post of this page.</summary>
    public Post? Find(PostId id) =>
        Pen.Text($"SELECT value FROM posts WHERE id = {id.ToString()} AND coverage_id = {Id}") is { } value ? JsonSerializer.Deserialize(value, DatelineJson.Default.Post) : null;

    /// <summary>True when a post of this name stands on another page, where its name cannot be used again.</summary>
    public bool IsElsewhere(PostId id) => Pen.Number($"SELECT 1 FROM posts WHERE id = {id.ToString()} AND coverage_id <> {Id}") is not null;

    /// <summary>What a post's version with this number held.</summary>
    public PostContent? Revision(PostId id, int number) =>
        Pen.Text($"SELECT value FROM revisions WHERE post_id = {id.ToString()} AND number = {number}") is { } value ? JsonSerializer.Deserialize(value, DatelineJson.Default.PostContent) : null;

    /// <summary>The number of the change that readers have a post by; null when they have nothing of it.</summary>
    public long? Seq(PostId id) => Pen.Number($"SELECT seq FROM changes WHERE coverage_id = {Id} AND target = {id.ToString()} AND op IN ('upsert', 'withdraw')");

    /// <summary>What the newsroom has agreed on.</summary>
    public HouseRules Rules() => RulesBook.Read(Pen);

    /// <summary>Refuses files that a post is to show anew and that may not be shown at this instant, and recordings that are not ready. What readers had from it before is no hindrance: it has lapsed, and the rest can go on.</summary>
    public async Task<Refusal?> MayShow(Post post, DateTimeOffset at) =>
        await MediaRights.Refuse(Pen.Db, post.Latest.Blocks, at, shown: post.Live?.Blocks ?? []) ?? await RecordingBook.Refuse(Pen.Db, RecordingsIn.Blocks(post.Latest.Blocks));

    /// <summary>The same for the top of the page, now.</summary>
    public async Task<Refusal?> MayShow(Coverage next) =>
        await MediaRights.Refuse(Pen.Db, next.Header.Lead, Now, shown: Coverage.Header.Lead) ?? await RecordingBook.Refuse(Pen.Db, RecordingsIn.Lead(next.Header.Lead));

    /// <summary>The post as this transaction keeps it.</summary>
    public Post AsKept(Post post) => _posts.TryGetValue(post.Id, out var kept) ? kept.Post : post;

    /// <summary>The next ordinal; one that is not used leaves a gap, which harms nothing.</summary>
    public long NextOrdinal() => Pen.Number($"UPDATE coverages SET ordinal = ordinal + 1 WHERE id = {Id} RETURNING ordinal")!.Value;

    /// <summary>The ordinal given out last.</summary>
    internal long LastOrdinal() => Pen.Number($"SELECT ordinal FROM coverages WHERE id = {Id}")!.Value;

    /// <summary>Keeps the next version of a post, and tells readers what of it concerns them.</summary>
    /// <param name="before">The post as it was; null for a new one.</param>
    /// <param name="after">The post as it is to be.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="did">What was done, for the list of revisions and the audit log.</param>
    /// <param name="note">What was said about it.</param>
    /// <returns>The number of the public change; null when readers see none.</returns>
    public async Task<long?> Keep(Post? before, Post after, Hand by, string did, string? note = null)
    {
        // Here too, for the same reason: what readers may not be shown any more they do not get by an edit either.
        if (after.State == PostState.Published) after = after.KeptTo(await MediaRights.Lapsed(Pen.Db, after.Live!.Blocks, Now), before);
        if (after == before) return null;
        if (after.State == PostState.Published && after.Live!.Blocks != before?.Live?.Blocks) await Library.Learn(Pen.Db, after.Live.Blocks, Now);
        KeepRow(before, after);
        if (after.Revision != before?.Revision) AddRevision(after, by.Name, did, note);
        // Every pause in typing saves; who wrote which words is in the post's versions, and would bury everything else here.
        if (before is null || did != "saved") Pen.Note(Now, by, did, $"live/{Coverage.Slug}/posts/{after.Id}", note ?? after.Latest.Headline);
        var seq = await Publish(before, after, by);
        _posts[after.Id] = new KeptPost(after, seq ?? (after.Publication is null ? null : Seq(after.Id)));
        // Here, and not where somebody publishes, so that no road to readers leads past it.
        if (after.Publication is not null && before?.Publication is null) await SetOthersAside(after, by);
        return seq;
    }

    private async Task SetOthersAside(Post released, Hand by)
    {
        foreach (var version in released.Prepared.Where(version => version.Id != released.Id))
            if (Find(version.Id) is { } other) await Keep(other, other.SetAsideFor(released.Id, by.Name, Now), by, "set aside", $"“{released.Prepared.First(each => each.Id == released.Id).Name}” was released");
    }

    private async Task<long?> Publish(Post? before, Post after, Hand by)
    {
        var was = before is null ? null : PublicPost.Of(before);
        var now = PublicPost.Of(after);
        if (was == now) return null;
        // A post that is taken back cannot stay at the top; the page is told so first, in a change of its own.
        if (now is null or { Withdrawn: not null } && Coverage.Pin?.Post == after.Id) await Keep(Coverage.Pinning(null, by.Name, Now), by, "unpinned");
        return now switch
        {
            null => Journal.TakeDown(was!),
            { Withdrawn: not null } => Journal.Put(was, now, post => new Withdraw(post)),
            _ => Journal.Put(was, now, post => new Upsert(post)),
        };
    }

    /// <summary>Keeps the next version of the page itself, and tells readers what of it concerns them.</summary>
    /// <param name="next">The page as it is to be.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="did">What was done, for the audit log.</param>
    /// <param name="detail">What of the page it was about.</param>
    public async Task Keep(Coverage next, Hand by, string did, string? detail = null)
    {
        next = next with { Lapsed = next.Header.Lead is { } lead ? await MediaRights.Lapsed(Pen.Db, [lead], Now) : null };
        if (next == Coverage) return;
        if (next.Header.Lead is { } top && top != Coverage.Header.Lead) await Library.Learn(Pen.Db, [top], Now);
        Pen.Note(Now, by, did, $"live/{Coverage.Slug}", detail);
        _coverageChanged = true;
        foreach (var change in Coverage.ChangesTo(next)) Journal.Append(change);
        Coverage = next;
        var row = Newsroom.NewRow(next);
        Pen.Do($"UPDATE coverages SET status = {row.Status}, value = {row.Value}, public_value = {row.PublicValue} WHERE id = {Id}");
    }

    private void KeepRow(Post? before, Post post)
    {
        var row = NewRow(Id, post);
        if (before is null)
            Pen.Do($"INSERT INTO posts (id, coverage_id, state, created_by, sort, revision, due_at, value) VALUES ({row.Id}, {Id}, {row.State}, {row.CreatedBy}, {row.Sort}, {row.Revision}, {row.DueAt}, {row.Value})");
        else
            Pen.Do($"UPDATE posts SET state = {row.State}, sort = {row.Sort}, revision = {row.Revision}, due_at = {row.DueAt}, value = {row.Value} WHERE id = {row.Id}");
    }

    internal static PostRow NewRow(int coverage, Post post) => new()
    {
        Id = post.Id.ToString(),
        CoverageId = coverage,
        State = JsonNamingPolicy.CamelCase.ConvertName(post.State.ToString()),
        CreatedBy = post.CreatedBy,
        Sort = new SortKey(post.Live?.Time?.At ?? post.CreatedAt, post.Publication?.Ordinal ?? 0).ToString(),
        Revision = post.Revision,
        DueAt = post.State == PostState.Scheduled ? post.Schedule!.For : null,
        Value = JsonSerializer.Serialize(post, DatelineJson.Relaxed.Post),
    };

    private void AddRevision(Post post, string by, string did, string? note) =>
        Pen.Do($"INSERT INTO revisions (post_id, number, at, \"by\", did, note, value) VALUES ({post.Id.ToString()}, {post.Revision}, {Now}, {by}, {did}, {note}, {JsonSerializer.Serialize(post.Latest, DatelineJson.Relaxed.PostContent)})");
}
