using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>What was edited or taken back is in no entry of the journal and in no public row, from the moment it was taken back.</summary>
public sealed class VoidTests : IDisposable
{
    private const string Secret = "The name of the witness";

    private readonly TestNewsroom _newsroom = new();

    [Fact]
    public async Task After_an_edit_the_old_words_are_gone_and_their_number_stays()
    {
        var id = await Published();
        await _newsroom.Edits("trial", id, new PostContent { Headline = "A witness spoke" });
        await Gone();
        Assert.Equal([typeof(Superseded), typeof(Upsert), typeof(Upsert)], Kinds());
    }

    [Fact]
    public async Task After_a_withdrawal_the_words_are_gone()
    {
        var id = await Published();
        await _newsroom.Edits("trial", id, new PostContent { Headline = $"{Secret}, again" });
        await _newsroom.Withdraws("trial", id, "This post was withdrawn.");
        await Gone();
        Assert.Equal([typeof(Superseded), typeof(Upsert), typeof(Superseded), typeof(Withdraw)], Kinds());
    }

    [Fact]
    public async Task After_a_take_down_words_and_notice_are_gone()
    {
        var id = await Published();
        await _newsroom.Withdraws("trial", id, $"{Secret} should not have been here.");
        await _newsroom.TakesDown("trial", id);
        await Gone();
        Assert.Equal([typeof(Superseded), typeof(Upsert), typeof(Superseded), typeof(Remove)], Kinds());
    }

    [Fact]
    public async Task A_pinned_post_that_is_taken_back_is_unpinned_in_the_same_step()
    {
        var id = await Published();
        await _newsroom.Pins("trial", id);
        await _newsroom.TakesDown("trial", id);
        await Gone();
        Assert.Null(Archive.Coverage("trial").Pinned);
        Assert.Equal(new Pinned(null), Archive.Journal("trial")[^2].Change);
        Assert.IsType<Remove>(Archive.Journal("trial")[^1].Change);
    }

    [Fact]
    public async Task A_draft_and_a_scheduled_post_are_in_no_public_table()
    {
        await _newsroom.Begins("trial");
        await _newsroom.Newsroom.Change("trial", async open =>
        {
            var draft = Post.Begin(_newsroom.NewId(), new PostContent { Headline = Secret }, "Ana", open.Now).Value;
            await open.Keep(null, draft, "Ana", "saved");
            var scheduled = Post.Begin(_newsroom.NewId(), new PostContent { Headline = Secret }, "Ana", open.Now).Value.ScheduleFor(open.Now.AddHours(1), "Ana", open.Now).Value;
            await open.Keep(null, scheduled, "Ana", "scheduled");
            return (Core.Outcomes.Result<Post>)draft;
        }, CancellationToken.None);
        await Gone();
        Assert.Equal(2, Archive.Count("posts"));
        Assert.Equal(0, Archive.Head("trial"));
    }

    public void Dispose() => _newsroom.Dispose();

    private Archive Archive => new(_newsroom.DatabasePath);

    private async Task<PostId> Published()
    {
        await _newsroom.Begins("trial");
        var id = (await _newsroom.Publishes("trial", Secret)).Id;
        await _newsroom.Publishes("trial", "Another post");
        return id;
    }

    private IEnumerable<Type> Kinds() => Archive.Journal("trial").Select(entry => entry.Change.GetType());

    private Task Gone()
    {
        foreach (var view in Archive.Texts("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'public_%'"))
        {
            var columns = Archive.Texts($"SELECT name FROM pragma_table_info('{view}')");
            foreach (var column in columns)
                Assert.DoesNotContain(Archive.Texts($"SELECT coalesce(CAST({column} AS TEXT), '') FROM {view}"), value => value.Contains(Secret, StringComparison.Ordinal));
        }
        return Task.CompletedTask;
    }
}
