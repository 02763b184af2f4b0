using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>From the reporter to the editors and back.</summary>
public sealed class FilingTests
{
    [Fact]
    public void A_filed_post_says_who_filed_it_when_and_with_what_note()
    {
        var post = Filed();
        Assert.Equal(PostState.Filed, post.State);
        Assert.Equal(new Act(Reporter, At(1), "Coastguard confirms by phone"), post.Filed);
    }

    [Fact]
    public void An_empty_post_cannot_be_filed()
    {
        var refusal = Post.Begin(Id, PostContent.Empty, Reporter, Noon).Value.File(Reporter, At(1), null).Refused();
        Assert.Equal(new Problem("headline", "This post is empty; write something before you file it."), Assert.Single(refusal.Problems));
    }

    [Fact]
    public void A_post_that_readers_have_cannot_be_filed() =>
        Assert.Equal("Readers have this post already, so it cannot be filed.", Published().File(Reporter, At(3), null).Refused().Sentence);

    [Fact]
    public void A_post_taken_back_cannot_be_filed() =>
        Assert.Equal("This post was withdrawn; write a new one.", Withdrawn().File(Reporter, At(40), null).Refused().Sentence);

    [Fact]
    public void A_post_sent_back_is_a_draft_again_with_the_reason()
    {
        var post = Filed().SendBack(Editor, At(5), "Which harbour?").Value;
        Assert.Equal(PostState.Draft, post.State);
        Assert.Equal(new Act(Editor, At(5), "Which harbour?"), post.SentBack);
    }

    [Fact]
    public void Filing_again_answers_the_reason_it_was_sent_back_for() =>
        Assert.Null(Filed().SendBack(Editor, At(5), "Which harbour?").Value.File(Reporter, At(9), "Port Ellis").Value.SentBack);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Sending_back_needs_a_reason(string? note) =>
        Assert.Equal(new Problem("note", "Say in the note what is to be done."), Assert.Single(Filed().SendBack(Editor, At(5), note).Refused().Problems));

    [Fact]
    public void Only_what_was_filed_is_sent_back()
    {
        foreach (var post in new[] { Draft(), Scheduled(), Published(), Withdrawn(), TakenDown() })
            Assert.Equal("Only a post that was filed can be sent back.", post.SendBack(Editor, At(40), "Which harbour?").Refused().Sentence);
    }

    [Fact]
    public void A_note_has_at_most_a_thousand_characters_and_no_control_characters()
    {
        Assert.Null(Draft().File(Reporter, At(1), new string('a', Post.MostNote)).Refusal);
        Assert.Equal("note", Assert.Single(Draft().File(Reporter, At(1), new string('a', Post.MostNote + 1)).Refused().Problems).Path);
        Assert.Equal("note", Assert.Single(Draft().File(Reporter, At(1), "bell\a").Refused().Problems).Path);
    }
}
