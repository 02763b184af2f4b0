using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class VersionsTests
{
    private static readonly PostId Second = Newsroom.IdNumber(2);

    private static Result<Post> Another(Post post, string? name, string? own = null, PostId? id = null) => post.Prepare(id ?? Second, name, own, Newsroom.Reporter, Newsroom.At(1));

    [Fact]
    public void The_first_version_added_names_both_and_begins_with_the_same_words()
    {
        var loses = Another(Newsroom.Draft(), " Loses ", "Wins").Value;
        Assert.Equal([new(Newsroom.Id, "Wins"), new(Second, "Loses")], loses.Prepared);
        Assert.Equal((PostState.Draft, Newsroom.Draft().Latest), (loses.State, loses.Latest));
    }

    [Fact]
    public void Names_are_needed_short_and_each_its_own()
    {
        Assert.Equal("own", Another(Newsroom.Draft(), "Loses").Refused().Problems[0].Path);
        Assert.Equal("name", Another(Newsroom.Draft(), " ", "Wins").Refused().Problems[0].Path);
        Assert.Contains("40", Another(Newsroom.Draft(), new string('a', 41), "Wins").Refused().Sentence, StringComparison.Ordinal);
        Assert.Contains("wins", Another(Newsroom.Draft(), "wins", "Wins").Refused().Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_version_is_renamed_and_keeps_to_the_rules_of_names()
    {
        var wins = Newsroom.Draft() with { Prepared = Another(Newsroom.Draft(), "Loses", "Wins").Value.Prepared };
        Assert.Equal(["Wins on penalties", "Loses"], wins.Rename(" Wins on penalties ").Value.Prepared.Select(version => version.Name));
        Assert.Equal("name", wins.Rename(null).Refused().Problems[0].Path);
        Assert.Contains("Loses", wins.Rename("loses").Refused().Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(RefusalKind.WrongState, Newsroom.Draft().Rename("Wins").Refused().Kind);
        Assert.Equal(RefusalKind.WrongState, wins.SetAsideFor(Second, Newsroom.Editor, Newsroom.At(2)).Rename("Draws").Refused().Kind);
    }

    [Fact]
    public void A_version_that_is_dropped_is_set_aside_and_the_last_that_is_left_is_a_post_like_any_other()
    {
        var wins = Newsroom.Draft() with { Prepared = Another(Newsroom.Draft(), "Loses", "Wins").Value.Prepared };
        var dropped = wins.Drop(Newsroom.Editor, Newsroom.At(2)).Value;
        Assert.Equal((PostState.SetAside, wins.Revision + 1), (dropped.State, dropped.Revision));
        Assert.Empty(Another(Newsroom.Draft(), "Loses", "Wins").Value.Without(wins.Id).Prepared);
        Assert.Equal(PostState.Draft, dropped.TakeUp().Value.State);
        Assert.Equal(RefusalKind.WrongState, Newsroom.Draft().Drop(Newsroom.Editor, Newsroom.At(2)).Refused().Kind);
        Assert.Equal(RefusalKind.WrongState, dropped.Drop(Newsroom.Editor, Newsroom.At(3)).Refused().Kind);
    }

    [Fact]
    public void There_are_at_most_four()
    {
        var post = Newsroom.Draft();
        for (var n = 2; n <= PreparedVersion.Most; n++) post = post with { Prepared = Another(post, $"Outcome {n}", "Outcome 1", Newsroom.IdNumber(n)).Value.Prepared };
        Assert.Equal(RefusalKind.WrongState, Another(post, "One more", id: Newsroom.IdNumber(9)).Refused().Kind);
    }

    [Fact]
    public void Only_a_draft_is_prepared()
    {
        foreach (var post in new[] { Newsroom.Published(), Newsroom.Scheduled(), Newsroom.Withdrawn(), Newsroom.TakenDown() })
            Assert.Equal(RefusalKind.WrongState, Another(post, "Loses", "Wins").Refused().Kind);
    }

    [Fact]
    public void A_version_set_aside_cannot_go_out_until_somebody_takes_it_up()
    {
        var aside = (Newsroom.Draft() with { Prepared = Another(Newsroom.Draft(), "Loses", "Wins").Value.Prepared }).SetAsideFor(Second, Newsroom.Editor, Newsroom.At(2));
        Assert.Equal(PostState.SetAside, aside.State);
        Assert.Contains("take it up", aside.Publish(Newsroom.Editor, Newsroom.At(3), 1).Refused().Sentence, StringComparison.Ordinal);
        Assert.Contains("take it up", aside.ScheduleFor(Newsroom.At(30), Newsroom.Editor, Newsroom.At(3)).Refused().Sentence, StringComparison.Ordinal);
        var again = aside.TakeUp().Value;
        Assert.Equal((PostState.Draft, 0, aside.Latest), (again.State, again.Prepared.Count, again.Latest));
        Assert.Equal(RefusalKind.WrongState, again.TakeUp().Refused().Kind);
    }

    [Fact]
    public void What_readers_have_is_never_set_aside() =>
        Assert.Equal(Newsroom.Published(), Newsroom.Published().SetAsideFor(Second, Newsroom.Editor, Newsroom.At(3)));
}
