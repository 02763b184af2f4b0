using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Storage;

namespace Dateline.Testing;

/// <summary>Verbs for what people do in a newsroom. Each is done when the newsroom has answered.</summary>
public abstract class NewsroomVerbs
{
    public abstract Newsroom Newsroom { get; }

    public abstract TimeProvider Time { get; }

    public async Task<Coverage> Begins(string slug, CoverageStatus status = CoverageStatus.Live) =>
        (await Newsroom.Begin(slug, new CoverageEdit { Headline = $"The story of {slug}", Language = "en-GB", TimeZone = "Europe/London", Status = status }, "Ana", CancellationToken.None)).Value;

    /// <summary>Publishes a post with this headline.</summary>
    public Task<Post> Publishes(string slug, string headline, DateTimeOffset? shown = null) =>
        Publishes(slug, new PostContent { Headline = headline, Blocks = [Paragraph($"All of {headline}.")], Time = shown is { } at ? new ShownTime(at) : null });

    public async Task<Post> Publishes(string slug, PostContent content, PostId? id = null) =>
        (await Newsroom.Change(slug, async open =>
        {
            if (!Post.Begin(id ?? NewId(), content, "Ana", open.Now).Try(out var begun, out var refusal)) return refusal;
            if (!begun.Publish("Ana", open.Now, open.NextOrdinal()).Try(out var post, out refusal)) return refusal;
            await open.Keep(null, post, "Ana", "published");
            return (Result<Post>)post;
        }, CancellationToken.None)).Value;

    /// <summary>Publishes many posts at once, in one transaction and so with one announcement.</summary>
    public async Task PublishesAtOnce(string slug, int posts, Func<int, PostContent> content) =>
        _ = (await Newsroom.Change(slug, async open =>
        {
            for (var i = 0; i < posts; i++)
            {
                if (!Post.Begin(NewId(), content(i), "Ana", open.Now).Try(out var begun, out var refusal)) return refusal;
                if (!begun.Publish("Ana", open.Now, open.NextOrdinal()).Try(out var post, out refusal)) return refusal;
                await open.Keep(null, post, "Ana", "published");
            }
            return (Result<int>)posts;
        }, CancellationToken.None)).Value;

    /// <summary>Begins a post that readers do not have yet.</summary>
    public async Task<Post> Drafts(string slug, PostContent content) =>
        (await Newsroom.Change(slug, async open =>
        {
            if (!Post.Begin(NewId(), content, "Ana", open.Now).Try(out var post, out var refusal)) return refusal;
            await open.Keep(null, post, "Ana", "saved");
            return (Result<Post>)post;
        }, CancellationToken.None)).Value;

    /// <summary>Begins a draft in two versions; the first of them.</summary>
    public async Task<PostId> Prepares(string slug, PostContent content, string own, string other)
    {
        var first = await Drafts(slug, content);
        _ = (await Newsroom.Change(slug, async open =>
        {
            if (!first.Prepare(NewId(), other, own, "Ana", open.Now).Try(out var second, out var refusal)) return refusal;
            await open.Keep(null, second, "Ana", "prepared");
            await open.Keep(first, first with { Prepared = second.Prepared }, "Ana", "prepared");
            return (Result<Post>)second;
        }, CancellationToken.None)).Value;
        return first.Id;
    }

    /// <summary>Does one of a post's verbs and keeps what comes of it.</summary>
    public async Task<Result<Post>> Does(string slug, PostId id, Func<Post, DateTimeOffset, Result<Post>> verb) =>
        await Newsroom.Change(slug, async open =>
        {
            var before = (open.Find(id))!;
            if (!verb(before, open.Now).Try(out var after, out var refusal)) return refusal;
            await open.Keep(before, after, "Ben", "edited");
            return (Result<Post>)after;
        }, CancellationToken.None);

    /// <summary>Edits what readers have.</summary>
    public async Task<Post> Edits(string slug, PostId id, PostContent content, EditKind kind = EditKind.Update, string? note = null) =>
        (await Does(slug, id, (post, at) => post.Save(content).Try(out var saved, out var refusal) ? saved.Publish("Ben", at, 0, kind, note) : refusal)).Value;

    public async Task<Post> Withdraws(string slug, PostId id, string notice) =>
        (await Does(slug, id, (post, at) => post.Withdraw("Ben", at, notice, "for a test"))).Value;

    public async Task<Post> TakesDown(string slug, PostId id) =>
        (await Does(slug, id, (post, at) => post.TakeItDown("Ben", at, "for a test"))).Value;

    public async Task<Post> Flags(string slug, PostId id, bool? breaking = null, bool? keyEvent = null) =>
        (await Does(slug, id, (post, at) => post.Flag("Ben", at, breaking, keyEvent))).Value;

    public Task Pins(string slug, PostId? id) => Changes(slug, (coverage, at) => coverage.Pinning(id, "Ben", at));

    public Task Edits(string slug, CoverageEdit edit) => Changes(slug, (coverage, at) => coverage.Edit(edit, at));

    public Task Turns(string slug, CoverageStatus status) => Edits(slug, new CoverageEdit { Status = status });

    public PostId NewId() => new(Guid.CreateVersion7(Time.GetUtcNow()));

    public static Block Paragraph(string text) => new Paragraph { Text = RichText.Plain(text) };

    private async Task Changes(string slug, Func<Coverage, DateTimeOffset, Result<Coverage>> verb)
    {
        var result = await Newsroom.Change(slug, async open =>
        {
            if (!verb(open.Coverage, open.Now).Try(out var next, out var refusal)) return refusal;
            await open.Keep(next, "Ben", "edited");
            return (Result<Coverage>)next;
        }, CancellationToken.None);
        _ = result.Value;
    }
}
