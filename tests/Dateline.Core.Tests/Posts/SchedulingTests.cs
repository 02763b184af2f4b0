using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

public sealed class SchedulingTests
{
    [Fact]
    public void A_scheduled_post_says_for_when_and_by_whom_and_is_not_public()
    {
        var post = Scheduled();
        Assert.Equal(PostState.Scheduled, post.State);
        Assert.Equal(new Schedule(At(60), Editor, At(1)), post.Schedule);
        Assert.Null(PublicPost.Of(post));
    }

    [Fact]
    public void A_scheduled_post_can_be_given_another_time() =>
        Assert.Equal(At(90), Scheduled().ScheduleFor(At(90), Editor, At(2)).Value.Schedule!.For);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_time_that_has_passed_is_refused(int minutes)
    {
        var refusal = Draft().ScheduleFor(At(minutes), Editor, Noon).Refused();
        Assert.Equal(new Problem("at", "This time has passed; publish the post now or give a later time."), Assert.Single(refusal.Problems));
    }

    [Fact]
    public void An_unfinished_post_is_not_scheduled() =>
        Assert.Equal(RefusalKind.Invalid, Post.Begin(Id, PostContent.Empty, Reporter, Noon).Value.ScheduleFor(At(60), Editor, At(1)).Refused().Kind);

    [Fact]
    public void A_post_that_could_not_be_released_at_its_time_is_refused_at_once()
    {
        var post = Post.Begin(Id, Says("Polls close") with { Time = new ShownTime(At(90)) }, Reporter, Noon).Value;
        Assert.Equal("publishedAt", Assert.Single(post.ScheduleFor(At(60), Editor, Noon).Refused().Problems).Path);
        var scheduled = post.ScheduleFor(At(90), Editor, Noon).Value;
        Assert.Null(scheduled.Publish(Editor, At(90), 1).Refusal);
    }

    [Fact]
    public void A_post_that_readers_have_is_not_scheduled() =>
        Assert.Equal("Readers have this post already, so it cannot be scheduled.", Published().ScheduleFor(At(60), Editor, At(3)).Refused().Sentence);

    [Fact]
    public void A_post_taken_back_is_not_scheduled() =>
        Assert.Equal("This post was taken down; write a new one.", TakenDown().ScheduleFor(At(60), Editor, At(40)).Refused().Sentence);

    [Fact]
    public void A_post_no_longer_scheduled_stands_where_it_stood_before()
    {
        Assert.Equal(Draft(), Scheduled().Unschedule().Value);
        Assert.Equal(Filed(), Filed().ScheduleFor(At(60), Editor, At(2)).Value.Unschedule().Value);
    }

    [Fact]
    public void Only_a_scheduled_post_can_be_unscheduled()
    {
        foreach (var post in new[] { Draft(), Filed(), Published(), Withdrawn(), TakenDown() })
            Assert.Equal("This post is not scheduled.", post.Unschedule().Refused().Sentence);
    }
}
