using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Testing;
using Xunit;

namespace Dateline.Public.Tests.Editions;

/// <summary>The rows that readers are served from, held to the journal entry by entry.</summary>
public sealed class EditionTests
{
    private const int Steps = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_day_the_rows_say_what_the_journal_says_however_often_they_were_read_on_the_way(int seed)
    {
        var chance = new Random(seed);
        using var newsroom = new TestNewsroom();
        var begun = await newsroom.Begins("storm");
        using var reader = new EditionReader(PublicDb.Sqlite(newsroom.DatabasePath));
        var day = new BusyDay(newsroom, "storm", new Random(seed));
        var followed = await reader.Read("storm", CancellationToken.None);
        for (var i = 0; i < Steps; i++)
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(chance.Next(300)));
            await day.Act();
            if (chance.Next(5) == 0) followed = await Follow(reader, followed!);
        }
        followed = await Follow(reader, followed!);
        var fresh = (await reader.Read("storm", CancellationToken.None))!;
        var replay = new Replay(begun.Public);
        foreach (var entry in await reader.Changes(fresh, 0, int.MaxValue, CancellationToken.None)) replay.Apply(entry);

        Assert.Equal(fresh.BeganAt, followed.BeganAt);
        Assert.Equal(fresh.PageStarts, followed.PageStarts);
        Assert.Equal(fresh.Pinned, followed.Pinned);
        foreach (var edition in new[] { fresh, followed })
        {
            Assert.Equal(replay.Head, edition.Head);
            Assert.Equal(replay.Coverage, edition.Coverage);
            Assert.Equal(replay.Posts.Take(Edition.PageSize), edition.Newest);
            Assert.Equal(replay.Posts.Where(post => post.KeyEvent).Take(Edition.MostKeyEvents).Select(post => new KeyEvent(post.Id, post.Time, post.Headline ?? PlainText.Opening(post))), edition.KeyEvents);
            Assert.Equal(replay.Coverage.Pinned, edition.Pinned?.Id);
            Assert.Equal(replay.Posts, await AllPages(reader, edition));
        }
    }

    [Fact]
    public async Task Whoever_follows_gets_the_changes_since_without_a_gap()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.Begins("storm");
        using var reader = new EditionReader(PublicDb.Sqlite(newsroom.DatabasePath));
        await newsroom.Publishes("storm", "One");
        var edition = await reader.Read("storm", CancellationToken.None);
        await newsroom.Publishes("storm", "Two");
        await newsroom.Turns("storm", CoverageStatus.Paused);
        var update = (await reader.Read("storm", edition, CancellationToken.None))!;
        Assert.Equal([2L, 3L], update.Changes.Select(entry => entry.Seq));
        Assert.Equal(3, update.Edition.Head);
    }

    private static async Task<Edition> Follow(EditionReader reader, Edition since) => (await reader.Read("storm", since, CancellationToken.None))!.Edition;

    private static async Task<List<PublicPost>> AllPages(EditionReader reader, Edition edition)
    {
        var posts = new List<PublicPost>();
        for (var number = edition.PageStarts.Count; number > 0; number--) posts.AddRange(await reader.Page(edition, number, CancellationToken.None));
        return posts;
    }
}
