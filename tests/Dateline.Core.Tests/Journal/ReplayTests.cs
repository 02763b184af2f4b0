using CsCheck;
using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Journal;

public sealed class ReplayTests
{
    [Fact]
    public void Replaying_the_journal_gives_the_page_that_the_desk_has_made() =>
        AnyHistory.OfAPage.Sample(history =>
        {
            var played = history.Played();
            var replay = Replayed(played.Journal);
            Assert.Equal(played.Public, replay.Posts);
            Assert.Equal(played.Coverage.Public, replay.Coverage);
            Assert.Equal(played.Journal.Count, replay.Head);
        }, iter: 200);

    [Fact]
    public void Every_version_that_readers_get_has_a_higher_revision() =>
        AnyHistory.OfOnePost.Sample(history =>
        {
            var revision = 0;
            foreach (var entry in history.Played().Journal)
            {
                if (entry.Change is not (Upsert or Withdraw)) continue;
                var post = entry.Change is Upsert(var edited) ? edited : ((Withdraw)entry.Change).Post;
                Assert.True(post.Revision > revision, $"{post.Revision} after {revision}");
                revision = post.Revision;
            }
        }, iter: 200);

    [Fact]
    public void A_gap_in_the_journal_is_refused()
    {
        var replay = new Replay(Played.Begin.Public);
        replay.Apply(new Entry(1, Newsroom.Noon, new Pinned()));
        Assert.Throws<InvalidOperationException>(() => replay.Apply(new Entry(3, Newsroom.Noon, new Pinned())));
    }

    [Fact]
    public void An_entry_told_twice_is_refused()
    {
        var replay = new Replay(Played.Begin.Public);
        replay.Apply(new Entry(1, Newsroom.Noon, new Pinned()));
        Assert.Throws<InvalidOperationException>(() => replay.Apply(new Entry(1, Newsroom.Noon, new Pinned())));
    }

    [Fact]
    public void A_superseded_entry_takes_its_number_and_nothing_else()
    {
        var replay = Replayed([new Entry(1, Newsroom.Noon, new Superseded(Newsroom.Id))]);
        Assert.Equal(1, replay.Head);
        Assert.Empty(replay.Posts);
        Assert.Equal(Played.Begin.Public, replay.Coverage);
    }

    [Fact]
    public void Posts_stand_newest_first_and_the_later_ordinal_wins_at_the_same_time()
    {
        var replay = Replayed([.. new[] { (1, 0), (2, 5), (3, 0) }.Select((post, i) =>
            new Entry(i + 1, Newsroom.Noon, new Upsert(new PublicPost { Id = Newsroom.IdNumber(post.Item1), Ordinal = i + 1, Time = new ShownTime(Newsroom.At(post.Item2)) })))]);
        Assert.Equal([Newsroom.IdNumber(2), Newsroom.IdNumber(3), Newsroom.IdNumber(1)], replay.Posts.Select(post => post.Id));
    }

    private static Replay Replayed(IReadOnlyList<Entry> journal)
    {
        var replay = new Replay(Played.Begin.Public);
        foreach (var entry in journal) replay.Apply(entry);
        return replay;
    }
}
