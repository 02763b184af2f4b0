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
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage;

/// <summary>A live page inside a transaction: nobody else can change it until the transaction ends.</summary>
public sealed class OpenCoverage
{
    private static readonly Func<NewsroomDb, string, Task<CoverageRow?>> BySlug = EF.CompileAsyncQuery((NewsroomDb db, string slug) => db.Coverages.SingleOrDefault(row => row.Slug == slug));

    private readonly NewsroomDb _db;
    private readonly CoverageRow _row;
    private readonly Dictionary<PostId, KeptPost> _posts = [];
    private readonly List<OpenCoverage> _beside = [];
    private bool _coverageChanged;

    private OpenCoverage(NewsroomDb db, CoverageRow row, DateTimeOffset now)
    {
        (_db, _row, Now) = (db, row, now);
        Coverage = JsonSerializer.Deserialize(row.Value, DatelineJson.Default.Coverage)!;
        Journal = new JournalWriter(db, row.Id, now);
    }

    /// <summary>The page as it is now, with what this transaction did.</summary>
    public Coverage Coverage { get; private set; }

    /// <summary>The instant of this transaction: everything in it happens then.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What this transaction did, for the desk.</summary>
    internal Kept Kept => new(Coverage, Journal.Appended.Count > 0 ? Journal.Head : null, _coverageChanged, [.. _posts.Values]);

    internal int Id => _row.Id;

    internal NewsroomDb Db => _db;

    internal JournalWriter Journal { get; }

    internal static async Task<OpenCoverage?> Open(NewsroomDb db, string slug, DateTimeOffset now)
    {
        var row = await BySlug(db, slug);
        return row is null ? null : new OpenCoverage(db, row, now);
    }

    /// <summary>This page and those opened beside it.</summary>
    internal IEnumerable<OpenCoverage> All => _beside.SelectMany(each => each.All).Prepend(this);

    /// <summary>Another live page in this same transaction: what is done to both is kept together, or nothing of it is. Null when there is no such page.</summary>
    public async Task<OpenCoverage?> Beside(string slug)
    {
        if (await Open(_db, slug, Now) is not { } other) return null;
        _beside.Add(other);
        return other;
    }

    /// <summary>A post of this page.</summary>
    public async Task<Post?> Find(PostId id)
    {
        var key = id.ToString();
        var row = await _db.Posts.SingleOrDefaultAsync(row => row.Id == key && row.CoverageId == _row.Id);
        return row is null ? null : JsonSerializer.Deserialize(row.Value, DatelineJson.Default.Post);
    }

    /// <summary>True when a post of this name stands on another page, where its name cannot be used again.</summary>
    public Task<bool> IsElsewhere(PostId id)
    {
        var key = id.ToString();
        return _db.Posts.AnyAsync(row => row.Id == key && row.CoverageId != _row.Id);
    }

    /// <summary>What a post's version with this number held.</summary>
    public async Task<PostContent?> Revision(PostId id, int number)
    {
        var key = id.ToString();
        var value = await _db.Revisions.Where(row => row.PostId == key && row.Number == number).Select(row => row.Value).SingleOrDefaultAsync();
        return value is null ? null : JsonSerializer.Deserialize(value, DatelineJson.Default.PostContent);
    }

    /// <summary>The number of the change that readers have a post by; null when they have nothing of it.</summary>
    public async Task<long?> Seq(PostId id)
    {
        var key = id.ToString();
        return await _db.Changes.Where(row => row.CoverageId == _row.Id && row.Target == key && (row.Op == "upsert" || row.Op == "withdraw")).Select(row => (long?)row.Seq).SingleOrDefaultAsync();
    }

    /// <summary>What the newsroom has agreed on.</summary>
    public Task<HouseRules> Rules() => RulesBook.Read(_db, CancellationToken.None);

    /// <summary>Refuses pictures that a post is to show anew and that may not be shown at this instant, and recordings that are not ready. Pictures that readers had from it before are no hindrance: they have lapsed, and the rest can go on.</summary>
    public async Task<Refusal?> MayShow(Post post, DateTimeOffset at) =>
        await PictureRights.Refuse(_db, PicturesIn.Blocks(post.Latest.Blocks), at, shown: post.Live?.Blocks ?? []) ?? await RecordingBook.Refuse(_db, RecordingsIn.Blocks(post.Latest.Blocks));

    /// <summary>The same for the top of the page, now.</summary>
    public async Task<Refusal?> MayShow(Coverage next) =>
        await PictureRights.Refuse(_db, PicturesIn.Lead(next.Header.Lead), Now, shown: Coverage.Header.Lead is { } lead ? [lead] : []) ?? await RecordingBook.Refuse(_db, RecordingsIn.Lead(next.Header.Lead));

    /// <summary>The post as this transaction keeps it.</summary>
    public Post AsKept(Post post) => _posts.TryGetValue(post.Id, out var kept) ? kept.Post : post;

    /// <summary>The next ordinal; one that is not used leaves a gap, which harms nothing.</summary>
    public async Task<long> NextOrdinal() =>
        (await _db.Database.SqlQuery<long>($"UPDATE coverages SET ordinal = ordinal + 1 WHERE id = {_row.Id} RETURNING ordinal AS Value").ToListAsync())[0];

    /// <summary>The ordinal given out last.</summary>
    internal async Task<long> LastOrdinal() => await _db.Coverages.AsNoTracking().Where(row => row.Id == _row.Id).Select(row => row.Ordinal).SingleAsync();

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
        if (after.State == PostState.Published) after = after.KeptTo(await PictureRights.Lapsed(_db, after.Live!.Blocks, Now), before);
        if (after == before) return null;
        await KeepRow(before, after);
        if (after.Revision != before?.Revision) AddRevision(after, by.Name, did, note);
        // Every pause in typing saves; who wrote which words is in the post's versions, and would bury everything else here.
        if (before is null || did != "saved") _db.Note(Now, by, did, $"live/{Coverage.Slug}/posts/{after.Id}", note ?? after.Latest.Headline);
        var seq = await Publish(before, after, by);
        _posts[after.Id] = new KeptPost(after, seq ?? (after.Publication is null ? null : await Seq(after.Id)));
        // Here, and not where somebody publishes, so that no road to readers leads past it.
        if (after.Publication is not null && before?.Publication is null) await SetOthersAside(after, by);
        return seq;
    }

    private async Task SetOthersAside(Post released, Hand by)
    {
        foreach (var version in released.Prepared.Where(version => version.Id != released.Id))
            if (await Find(version.Id) is { } other) await Keep(other, other.SetAsideFor(released.Id, by.Name, Now), by, "set aside", $"“{released.Prepared.First(each => each.Id == released.Id).Name}” was released");
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
            null => await Journal.TakeDown(was!),
            { Withdrawn: not null } => await Journal.Put(was, now, post => new Withdraw(post)),
            _ => await Journal.Put(was, now, post => new Upsert(post)),
        };
    }

    /// <summary>Keeps the next version of the page itself, and tells readers what of it concerns them.</summary>
    /// <param name="next">The page as it is to be.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="did">What was done, for the audit log.</param>
    /// <param name="detail">What of the page it was about.</param>
    public async Task Keep(Coverage next, Hand by, string did, string? detail = null)
    {
        next = next with { Lapsed = next.Header.Lead is { } lead ? await PictureRights.Lapsed(_db, [lead], Now) : null };
        if (next == Coverage) return;
        _db.Note(Now, by, did, $"live/{Coverage.Slug}", detail);
        _coverageChanged = true;
        foreach (var change in Coverage.ChangesTo(next)) await Journal.Append(change);
        Coverage = next;
        _row.Status = Newsroom.StatusName(next.Status.Kind);
        _row.Value = JsonSerializer.Serialize(next, DatelineJson.Relaxed.Coverage);
        _row.PublicValue = JsonSerializer.Serialize(next.Public, DatelineJson.Relaxed.PublicCoverage);
    }

    private async Task KeepRow(Post? before, Post post)
    {
        var id = post.Id.ToString();
        var row = before is null ? null : await _db.Posts.FindAsync(id);
        if (row is null) _db.Posts.Add(row = new PostRow { Id = id, CoverageId = _row.Id, CreatedBy = post.CreatedBy, State = "", Sort = "", Value = "" });
        Fill(row, post);
    }

    internal static void Fill(PostRow row, Post post)
    {
        row.State = JsonNamingPolicy.CamelCase.ConvertName(post.State.ToString());
        row.Sort = new SortKey(post.Live?.Time?.At ?? post.CreatedAt, post.Publication?.Ordinal ?? 0).ToString();
        row.Revision = post.Revision;
        row.DueAt = post.State == PostState.Scheduled ? post.Schedule!.For : null;
        row.Value = JsonSerializer.Serialize(post, DatelineJson.Relaxed.Post);
    }

    private void AddRevision(Post post, string by, string did, string? note) => _db.Revisions.Add(new RevisionRow
    {
        PostId = post.Id.ToString(),
        Number = post.Revision,
        At = Now,
        By = by,
        Did = did,
        Note = note,
        Value = JsonSerializer.Serialize(post.Latest, DatelineJson.Relaxed.PostContent),
    });
}
