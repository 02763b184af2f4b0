using CsCheck;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>What holds after whatever a newsroom does: the journal is the truth of the public rows, and holds nothing that was taken back.</summary>
public sealed class JournalLawTests : IDisposable
{
    private const int PageSize = 20;

    private readonly TestNewsroom _newsroom = new();
    private int _histories;

    private Archive Archive => new(_newsroom.DatabasePath);

    private sealed record Deed(int Verb, int Post, int Minutes)
    {
        public override string ToString() => $"{(Verb < 40 ? "publish" : $"verb {Verb} on post {Post}")} ({Minutes} min)";
    }

    // Two deeds of five publish, so that a history reaches past the first page.
    private static readonly Gen<Deed[]> Histories =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 60], Gen.Int[-240, 4], (verb, post, minutes) => new Deed(verb, post, minutes)).Array[20, 120];

    [Fact]
    public async Task Replaying_the_journal_gives_the_public_rows()
    {
        await Histories.SampleAsync(async history =>
        {
            var slug = await Play(history);
            var replay = new Replay(Archive.Coverage(slug) with { Summary = Summary.None, Pinned = null });
            var journal = Archive.Journal(slug);
            foreach (var entry in journal) replay.Apply(entry);

            Assert.Equal(Archive.Head(slug), replay.Head);
            Assert.Equal(Archive.Posts(slug), replay.Posts);
            Assert.Equal(Archive.Coverage(slug), replay.Coverage);
            Assert.Equal(replay.Posts.Count, Archive.Pages(slug).Sum(page => page.Count));

            // Each word was written once, so an entry that still had one that readers have no more would be a leak.
            var shown = Archive.Posts(slug).Select(post => post.Headline).ToHashSet();
            Assert.All(journal.Select(entry => entry.Change).OfType<Upsert>(), upsert => Assert.Contains(upsert.Post.Headline, shown));
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task A_change_that_lets_a_post_out_of_the_newest_twenty_brings_the_one_that_came_in_and_no_other_does()
    {
        await Histories.SampleAsync(async history =>
        {
            var slug = await Begin();
            foreach (var deed in history)
            {
                var (before, head) = (Newest(slug), Archive.Head(slug));
                await Do(slug, deed);
                var after = Newest(slug);
                foreach (var entry in Archive.Journal(slug).Where(entry => entry.Seq > head))
                {
                    PostId? came = entry.Change is Upsert or Withdraw or Remove && before.Contains(entry.Change.Target!.Value)
                        ? after.Except(before).Where(id => id != entry.Change.Target).Select(id => (PostId?)id).SingleOrDefault()
                        : null;
                    Assert.Equal(came, entry.Change.Fill);
                }
            }
        }, iter: 12, threads: 1);
    }

    public void Dispose() => _newsroom.Dispose();

    private HashSet<PostId> Newest(string slug) => [.. Archive.Posts(slug).Take(PageSize).Select(post => post.Id)];

    private async Task<string> Play(Deed[] history)
    {
        var slug = await Begin();
        foreach (var deed in history) await Do(slug, deed);
        return slug;
    }

    private async Task<string> Begin() => (await _newsroom.Begins($"history-{_histories++}")).Slug;

    private async Task Do(string slug, Deed deed)
    {
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var shown = _newsroom.Clock.GetUtcNow().AddMinutes(deed.Minutes);
        var words = $"Words {Guid.NewGuid():N}";
        var posts = Archive.Posts(slug);
        if (deed.Verb < 40 || posts.Count == 0)
        {
            await _newsroom.Publishes(slug, words, deed.Minutes < 0 ? shown : null);
            return;
        }
        var id = posts[deed.Post % posts.Count].Id;
        var content = new PostContent { Headline = words };
        switch (deed.Verb % 12)
        {
            case 0 or 1: await _newsroom.Does(slug, id, (post, at) => Released(post.Save(content), at)); break;
            case 2: await _newsroom.Does(slug, id, (post, at) => Released(post.Save(content with { Time = new ShownTime(shown) }), at)); break;
            case 3: await _newsroom.Does(slug, id, (post, _) => post.Save(content)); break;
            case 4: await _newsroom.Does(slug, id, (post, at) => post.Publish("Ben", at, 0, EditKind.Correction, "It was otherwise.")); break;
            case 5: await _newsroom.Does(slug, id, (post, at) => post.Withdraw("Ben", at, "It was not so.", null)); break;
            case 6: await _newsroom.Does(slug, id, (post, at) => post.TakeItDown("Ben", at, null)); break;
            case 7: await _newsroom.Does(slug, id, (post, at) => post.Flag("Ben", at, deed.Minutes % 2 == 0, deed.Minutes % 3 == 0)); break;
            case 8: await _newsroom.Pins(slug, posts[deed.Post % posts.Count] is { Withdrawn: null } ? id : null); break;
            case 9: await _newsroom.Edits(slug, new CoverageEdit { Summary = [RichText.Plain(words)] }); break;
            case 10: await _newsroom.Edits(slug, new CoverageEdit { Headline = words, Standfirst = "An introduction" }); break;
            default: await _newsroom.Edits(slug, new CoverageEdit { Status = deed.Minutes % 2 == 0 ? CoverageStatus.Paused : CoverageStatus.Live, StatusNote = words }); break;
        }

        static Result<Post> Released(Result<Post> saved, DateTimeOffset at) => saved.Try(out var post, out var refusal) ? post.Publish("Ben", at, 0) : refusal;
    }
}
