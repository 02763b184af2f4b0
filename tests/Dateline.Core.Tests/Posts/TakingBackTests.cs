using System.Text.Json;
using CsCheck;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>Withdrawing leaves a notice and taking down leaves nothing; either way the words are gone.</summary>
public sealed class TakingBackTests
{
    [Fact]
    public void Readers_of_a_withdrawn_post_get_its_notice()
    {
        var left = PublicPost.Of(Withdrawn())!;
        Assert.Equal(new Notice(At(30), "We withdrew this post: the ship was another."), left.Withdrawn);
        Assert.Equal(PublicPost.Of(Published())!.Sort, left.Sort);
    }

    [Fact]
    public void Nothing_of_the_content_is_left_of_a_withdrawn_post() =>
        Gen.Select(Any.PostContent, Gen.Bool, Gen.Bool).Sample((content, breaking, keyEvent) =>
        {
            // The law needs a post that was public; whether its content may be published is another matter.
            var live = content with { Time = new ShownTime(Noon) };
            var published = Draft() with { Draft = null, Live = live, Publication = new Publication(Noon, Editor, 7, 3), UpdatedAt = At(4), Corrections = [new Correction(At(4), "Wrong port")] };
            var withdrawn = published.Flag(Editor, At(5), breaking, keyEvent).Value.Withdraw(Editor, At(6), "Gone", "Secret").Value;
            var revision = withdrawn.Publication!.Revision + 1;
            var nothing = new PublicPost { Id = Id, Revision = revision, Ordinal = 7, Time = live.Time.Value, FirstPublishedAt = Noon, Withdrawn = new Notice(At(6), "Gone") };
            Assert.Equal(nothing, PublicPost.Of(withdrawn));
        });

    [Fact]
    public void The_reason_stays_in_the_newsroom()
    {
        Assert.Equal("Wrong ship", Withdrawn().Withdrawal!.Reason);
        Assert.DoesNotContain("Wrong ship", JsonSerializer.Serialize(PublicPost.Of(Withdrawn())!, DatelineJson.Relaxed.PublicPost), StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_post_loses_its_draft_and_its_flags()
    {
        var post = Published().Flag(Editor, At(3), breaking: true, keyEvent: true).Value.Save(Says("Half written")).Value.Withdraw(Editor, At(30), "Gone", null).Value;
        Assert.Equal((PostState.Withdrawn, null, null, null), (post.State, post.Draft, post.Breaking, post.KeyEvent));
    }

    [Fact]
    public void Only_what_readers_have_can_be_withdrawn()
    {
        foreach (var post in new[] { Draft(), Filed(), Scheduled(), TakenDown() })
            Assert.Equal("Only a post that readers have can be withdrawn.", post.Withdraw(Editor, At(40), "Gone", null).Refused().Sentence);
    }

    [Fact]
    public void A_notice_written_in_a_hurry_can_be_put_right()
    {
        var (before, after) = (Withdrawn(), Withdrawn().Withdraw(Reporter, At(40), "We withdrew this post: the port was another.", null).Value);
        Assert.Equal(new Withdrawal(At(30), Reporter, "We withdrew this post: the port was another.", "Wrong ship"), after.Withdrawal);
        Assert.True(PublicPost.Of(after)!.Revision > PublicPost.Of(before)!.Revision);
        Assert.Same(after, after.Withdraw(Reporter, At(50), after.Withdrawal!.Notice, null).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Withdrawing_needs_a_notice(string? notice) =>
        Assert.Equal(new Problem("notice", "Say in the notice what readers are told."), Assert.Single(Published().Withdraw(Editor, At(30), notice, null).Refused().Problems));

    [Fact]
    public void A_reason_is_bounded_like_a_note()
    {
        var tooLong = new string('a', Post.MostNote + 1);
        Assert.Equal("reason", Assert.Single(Published().Withdraw(Editor, At(30), "Gone", tooLong).Refused().Problems).Path);
        Assert.Equal("reason", Assert.Single(Published().TakeItDown(Editor, At(30), tooLong).Refused().Problems).Path);
    }

    [Fact]
    public void Readers_have_nothing_of_a_post_taken_down()
    {
        Assert.Equal(PostState.TakenDown, TakenDown().State);
        Assert.Null(PublicPost.Of(TakenDown()));
    }

    [Fact]
    public void A_withdrawn_post_can_still_be_taken_down_and_its_notice_goes_too() =>
        Assert.Null(PublicPost.Of(Withdrawn().TakeItDown(Editor, At(40), "Court order").Value));

    [Fact]
    public void Only_what_readers_have_or_had_can_be_taken_down()
    {
        foreach (var post in new[] { Draft(), Filed(), Scheduled(), TakenDown() })
            Assert.Equal("Readers do not have this post, so there is nothing to take down.", post.TakeItDown(Editor, At(40), null).Refused().Sentence);
    }
}
