using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>Begin, save, discard: the working copy, which no reader sees.</summary>
public sealed class WritingTests
{
    [Fact]
    public void A_new_post_is_a_draft_of_whoever_began_it()
    {
        var post = Draft("Ferry aground");
        Assert.Equal((PostState.Draft, Reporter, Noon, 1), (post.State, post.CreatedBy, post.CreatedAt, post.Revision));
        Assert.Equal("Ferry aground", post.Latest.Headline);
        Assert.Null(PublicPost.Of(post));
    }

    [Fact]
    public void A_writer_may_begin_with_nothing() =>
        Assert.Equal(PostContent.Empty, Post.Begin(Id, PostContent.Empty, Reporter, Noon).Value.Latest);

    [Fact]
    public void Unfinished_work_can_be_saved()
    {
        var unfinished = new PostContent { Bylines = [new Byline()], Blocks = [Paragraph("")] };
        Assert.Equal(PostState.Draft, Post.Begin(Id, unfinished, Reporter, Noon).Value.State);
        Assert.Null(Draft().Save(unfinished).Refusal);
    }

    [Fact]
    public void Saving_keeps_the_new_words_and_counts_a_revision()
    {
        var saved = Draft().Save(Says("Two ferries aground")).Value;
        Assert.Equal(("Two ferries aground", 2), (saved.Latest.Headline, saved.Revision));
    }

    [Fact]
    public void Saving_the_same_words_again_changes_nothing()
    {
        foreach (var post in new[] { Draft(), Filed(), Scheduled(), Published() })
            Assert.Same(post, post.Save(post.Latest).Value);
    }

    [Fact]
    public void Sending_again_what_readers_have_without_its_time_or_block_ids_changes_nothing()
    {
        var sent = new PostContent { Headline = "Ferry aground", Blocks = [Paragraph("All aboard are safe."), Paragraph("More soon.")] };
        var published = Post.Begin(Id, sent, Reporter, Noon).Value.Publish(Editor, At(1), ordinal: 1).Value;
        Assert.Same(published, published.Save(sent).Value);
    }

    [Fact]
    public void Readers_see_nothing_of_a_draft_beside_what_they_have()
    {
        var published = Published();
        var saved = published.Save(Says("Not yet confirmed: two ferries")).Value;
        Assert.Equal(PublicPost.Of(published), PublicPost.Of(saved));
        Assert.Equal(PostState.Published, saved.State);
    }

    [Fact]
    public void Saving_the_live_words_again_lets_the_draft_go()
    {
        var back = Published().Save(Says("Something else")).Value.Save(Draft().Latest).Value;
        Assert.Null(back.Draft);
        Assert.Equal(back.Live, back.Latest);
    }

    [Fact]
    public void Discarding_a_draft_leaves_what_readers_have()
    {
        var published = Published();
        var discarded = published.Save(Says("Something else")).Value.Discard().Value;
        Assert.Null(discarded.Draft);
        Assert.Equal(PublicPost.Of(published), PublicPost.Of(discarded));
        Assert.Same(published, published.Discard().Value);
    }

    [Fact]
    public void The_only_copy_of_a_post_cannot_be_discarded()
    {
        var refusal = Draft().Discard().Refused();
        Assert.Equal(new Refusal(RefusalKind.WrongState, "Readers do not have this post yet, so its draft is all there is; it stays."), refusal);
    }

    [Fact]
    public void What_was_taken_back_is_edited_no_more()
    {
        Assert.Equal("This post was withdrawn; write a new one.", Withdrawn().Save(Says("Again")).Refused().Sentence);
        Assert.Equal("This post was taken down; write a new one.", TakenDown().Save(Says("Again")).Refused().Sentence);
        Assert.Equal(RefusalKind.WrongState, Withdrawn().Discard().Refused().Kind);
    }
}
