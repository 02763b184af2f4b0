using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

public sealed class FlagTests
{
    [Fact]
    public void A_flag_says_who_set_it_and_when()
    {
        var post = Published().Flag(Editor, At(3), breaking: true, keyEvent: true).Value;
        Assert.Equal(new Act(Editor, At(3)), post.Breaking);
        Assert.Equal(new Act(Editor, At(3)), post.KeyEvent);
    }

    [Fact]
    public void A_flag_set_again_keeps_who_set_it_first() =>
        Assert.Equal(new Act(Editor, At(3)), Published().Flag(Editor, At(3), true, null).Value.Flag(Reporter, At(9), true, null).Value.Breaking);

    [Fact]
    public void A_flag_that_is_not_named_stays()
    {
        var post = Published().Flag(Editor, At(3), true, true).Value.Flag(Editor, At(4), breaking: false, keyEvent: null).Value;
        Assert.Null(post.Breaking);
        Assert.NotNull(post.KeyEvent);
    }

    [Fact]
    public void Readers_see_a_flag_as_a_new_version_of_the_post()
    {
        var post = PublicPost.Of(Published().Flag(Editor, At(3), true, null).Value)!;
        Assert.Equal((true, At(3), 2), (post.Breaking, post.BreakingSince!.Value, post.Revision));
    }

    [Fact]
    public void A_flag_set_to_what_it_is_changes_nothing()
    {
        var published = Published();
        Assert.Equal(published, published.Flag(Editor, At(3), breaking: false, keyEvent: null).Value);
        Assert.Equal(published, published.Flag(Editor, At(3), null, null).Value);
    }

    [Fact]
    public void A_draft_can_be_flagged_before_anyone_has_it()
    {
        var post = Draft().Flag(Reporter, At(1), true, true).Value;
        Assert.Equal(PostState.Draft, post.State);
        Assert.NotNull(post.Breaking);
    }

    [Fact]
    public void Breaking_news_cools_from_when_readers_had_it_not_from_when_the_draft_was_marked()
    {
        var post = Draft().Flag(Reporter, At(1), breaking: true, null).Value.Publish(Editor, At(45), 1).Value;
        Assert.Equal(At(45), PublicPost.Of(post)!.BreakingSince);
        Assert.Equal(Reporter, post.Breaking!.By);
    }

    [Fact]
    public void What_was_taken_back_has_no_flags()
    {
        Assert.Equal(RefusalKind.WrongState, Withdrawn().Flag(Editor, At(40), true, null).Refused().Kind);
        Assert.Equal(RefusalKind.WrongState, TakenDown().Flag(Editor, At(40), true, null).Refused().Kind);
    }
}
