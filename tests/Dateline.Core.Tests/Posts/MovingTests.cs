using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class MovingTests
{
    private static readonly PostId There = Newsroom.IdNumber(2);
    private static readonly Elsewhere To = new("harbour", There);
    private static readonly Elsewhere From = new("port-ellis", Newsroom.Id);

    [Fact]
    public void What_readers_had_is_the_same_on_the_other_page_and_gone_from_this_one()
    {
        var post = Newsroom.Published().Flag(Newsroom.Editor, Newsroom.At(3), breaking: true, keyEvent: true).Value
            .Save(Newsroom.Says("Ferry afloat")).Value.Publish(Newsroom.Editor, Newsroom.At(4), 0, EditKind.Correction, "It floats.").Value;
        Assert.Null(PublicPost.Of(post.Leave(To, Newsroom.Editor, Newsroom.At(5)).Value));
        Assert.Equal(PublicPost.Of(post)! with { Id = There, Ordinal = 40 }, PublicPost.Of(post.Arrive(There, From, ordinal: 40)));
    }

    [Fact]
    public void A_draft_goes_without_a_public_trace_in_the_state_it_was_in()
    {
        foreach (var post in new[] { Newsroom.Draft(), Newsroom.Filed(), Newsroom.Scheduled() })
        {
            var left = post.Leave(To, Newsroom.Editor, Newsroom.At(5)).Value;
            Assert.Equal((PostState.SetAside, To), (left.State, left.MovedTo));
            Assert.Null(PublicPost.Of(left));
            Assert.Equal((post.State, post.Latest, From), (post.Arrive(There, From, 0).State, post.Arrive(There, From, 0).Latest, post.Arrive(There, From, 0).From));
            Assert.Contains("harbour", left.Publish(Newsroom.Editor, Newsroom.At(6), 1).Refused().Sentence, StringComparison.Ordinal);
            Assert.Equal(RefusalKind.WrongState, left.TakeUp().Refused().Kind);
        }
    }

    [Fact]
    public void A_copy_is_a_draft_of_what_readers_have_and_shows_a_time_of_its_own()
    {
        var edited = Newsroom.Published().Save(Newsroom.Says("Not for readers yet")).Value;
        var copy = edited.CopyTo(There, From, Newsroom.Editor, Newsroom.At(9)).Value;
        Assert.Equal((PostState.Draft, "Ferry aground off Port Ellis", null, From), (copy.State, copy.Latest.Headline, copy.Latest.Time, copy.From));
    }

    [Fact]
    public void What_was_taken_back_is_neither_copied_nor_moved()
    {
        foreach (var post in new[] { Newsroom.Withdrawn(), Newsroom.TakenDown() })
        {
            Assert.Equal(RefusalKind.WrongState, post.CopyTo(There, From, Newsroom.Editor, Newsroom.At(60)).Refused().Kind);
            Assert.Equal(RefusalKind.WrongState, post.Leave(To, Newsroom.Editor, Newsroom.At(60)).Refused().Kind);
        }
    }
}
