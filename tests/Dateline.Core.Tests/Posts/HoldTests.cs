using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>A post in the queue that an editor took over, or that is urgent.</summary>
public sealed class HoldTests
{
    private static Post Held() => Filed().TakeOver(Editor, At(3)).Value;

    [Fact]
    public void A_post_taken_over_says_who_holds_it_and_since_when() => Assert.Equal(new Act(Editor, At(3)), Held().Held);

    [Fact]
    public void Taking_over_again_keeps_the_time_it_began() => Assert.Equal(At(3), Held().TakeOver(Editor, At(8)).Value.Held!.At);

    [Fact]
    public void Another_who_takes_it_over_holds_it_from_then_on() => Assert.Equal(new Act("Lena Voss", At(8)), Held().TakeOver("Lena Voss", At(8)).Value.Held);

    [Fact]
    public void Only_what_was_filed_is_taken_over()
    {
        foreach (var post in new[] { Draft(), Scheduled(), Published(), Withdrawn(), TakenDown() })
            Assert.Equal("Only a post that was filed can be taken over; open this one and write on.", post.TakeOver(Editor, At(40)).Refused().Sentence);
    }

    [Fact]
    public void A_hold_ends_when_it_is_let_go_published_scheduled_sent_back_or_filed_anew()
    {
        Assert.All(
            [Held().LetGo(), Held().Publish(Editor, At(4), 1).Value, Held().ScheduleFor(At(60), Editor, At(4)).Value, Held().SendBack(Editor, At(4), "Which harbour?").Value, Held().File(Reporter, At(4), null).Value],
            post => Assert.Null(post.Held));
        Assert.NotNull(Held().Save(Says("Ferry aground off Port Ellis, again")).Value.Held);
    }

    [Fact]
    public void An_urgent_filing_says_so_until_it_is_dealt_with()
    {
        var urgent = Draft().File(Reporter, At(1), "Call me", urgent: true).Value;
        Assert.Equal(new Act(Reporter, At(1)), urgent.Urgent);
        Assert.Equal("Call me", urgent.Filed!.Note);
        Assert.All([urgent.SendBack(Editor, At(2), "Who?").Value, urgent.Publish(Editor, At(2), 1).Value, urgent.File(Reporter, At(2), null).Value], post => Assert.Null(post.Urgent));
    }
}
