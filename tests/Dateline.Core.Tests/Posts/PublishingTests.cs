using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>Publishing for the first time, and the three ways to edit what readers have.</summary>
public sealed class PublishingTests
{
    private static Post Edited(EditKind kind, string? note = null) =>
        Published().Save(Says("Ferry refloated")).Value.Publish(Editor, At(20), ordinal: 99, kind, note).Value;

    [Fact]
    public void A_headline_alone_is_a_post()
    {
        var post = Published();
        Assert.Equal(PostState.Published, post.State);
        Assert.Equal("Ferry aground off Port Ellis", PublicPost.Of(post)!.Headline);
    }

    [Fact]
    public void A_paragraph_alone_is_a_post() =>
        Assert.Null(Post.Begin(Id, new PostContent { Blocks = [Paragraph("All aboard are safe.")] }, Reporter, Noon).Value.Publish(Editor, At(1), 1).Refusal);

    [Fact]
    public void An_empty_post_is_not_published()
    {
        var refusal = Post.Begin(Id, Says("  "), Reporter, Noon).Value.Publish(Editor, At(1), 1).Refused();
        Assert.Equal(new Problem("headline", "This post is empty; give it a headline or a first paragraph."), Assert.Single(refusal.Problems));
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }

    [Fact]
    public void Every_unfinished_field_is_named_by_its_path()
    {
        var unfinished = new PostContent { Headline = "Ferry", Bylines = [new Byline { Role = "Reporter" }], Blocks = [Paragraph("Here."), Paragraph(" ")] };
        var refusal = Post.Begin(Id, unfinished, Reporter, Noon).Value.Publish(Editor, At(1), 1).Refused();
        Assert.Equal(["bylines[0].name", "blocks[1].text"], refusal.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Publishing_keeps_who_did_it_when_and_in_which_place()
    {
        var post = Published();
        Assert.Equal(new Publication(At(2), Editor, Ordinal: 7, Revision: 1), post.Publication);
        Assert.Null(post.Draft);
        Assert.Null(post.UpdatedAt);
    }

    [Fact]
    public void A_post_shows_the_time_of_publication_unless_the_writer_set_one()
    {
        Assert.Equal(new ShownTime(At(2)), PublicPost.Of(Published())!.Time);
        var set = new ShownTime(At(-30));
        var post = Post.Begin(Id, Says("Ferry aground") with { Time = set }, Reporter, Noon).Value.Publish(Editor, At(2), 1).Value;
        Assert.Equal(set, PublicPost.Of(post)!.Time);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "This time lies ahead; schedule the post instead.")]
    public void A_post_may_show_a_time_at_most_five_minutes_ahead(int minutes, string? sentence)
    {
        var post = Post.Begin(Id, Says("Ferry aground") with { Time = new ShownTime(At(minutes)) }, Reporter, Noon).Value;
        var refusal = post.Publish(Editor, Noon, 1).Refusal;
        Assert.Equal(sentence, refusal?.Sentence);
        if (refusal is not null) Assert.Equal("publishedAt", Assert.Single(refusal.Problems).Path);
    }

    [Fact]
    public void Publishing_ends_filing_and_scheduling()
    {
        var filed = Filed().ScheduleFor(At(60), Editor, At(2)).Value.Publish(Editor, At(3), 1).Value;
        Assert.Equal((null, null, null), (filed.Filed, filed.SentBack, filed.Schedule));
    }

    [Fact]
    public void A_slip_of_the_keyboard_is_mended_silently()
    {
        var post = Edited(EditKind.Typo);
        Assert.Equal("Ferry refloated", post.Live!.Headline);
        Assert.Null(post.UpdatedAt);
        Assert.Empty(post.Corrections);
    }

    [Fact]
    public void An_update_tells_readers_when()
    {
        var post = Edited(EditKind.Update);
        Assert.Equal(At(20), post.UpdatedAt);
        Assert.Empty(post.Corrections);
    }

    [Fact]
    public void A_typo_mended_after_an_update_leaves_its_time() =>
        Assert.Equal(At(20), Edited(EditKind.Update).Save(Says("Ferry afloat")).Value.Publish(Editor, At(25), 1, EditKind.Typo).Value.UpdatedAt);

    [Fact]
    public void A_correction_tells_readers_what_was_wrong()
    {
        var post = Edited(EditKind.Correction, "An earlier version named another ship.");
        Assert.Equal(new Correction(At(20), "An earlier version named another ship."), Assert.Single(PublicPost.Of(post)!.Corrections));
        Assert.Equal(At(20), post.UpdatedAt);
    }

    [Fact]
    public void Corrections_add_up_oldest_first()
    {
        var post = Edited(EditKind.Correction, "It was another ship.").Publish(Editor, At(30), 1, EditKind.Correction, "And another port.").Value;
        Assert.Equal(["It was another ship.", "And another port."], post.Corrections.Select(correction => correction.Note));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_correction_needs_its_note(string? note)
    {
        var refusal = Published().Publish(Editor, At(20), 1, EditKind.Correction, note).Refused();
        Assert.Equal(new Problem("note", "A correction tells readers what was wrong; write it in the note."), Assert.Single(refusal.Problems));
    }

    [Fact]
    public void An_edit_keeps_first_publication_and_place_and_counts_what_readers_had()
    {
        Assert.Equal(new Publication(At(2), Editor, Ordinal: 7, Revision: 2), Edited(EditKind.Update).Publication);
        Assert.Equal(new ShownTime(At(2)), Edited(EditKind.Update).Live!.Time);
    }

    [Fact]
    public void Publishing_what_readers_have_already_changes_nothing()
    {
        var published = Published();
        Assert.Equal(published, published.Publish(Editor, At(20), 99).Value);
    }

    [Fact]
    public void What_was_taken_back_is_not_published_again()
    {
        Assert.Equal("This post was withdrawn; write a new one.", Withdrawn().Publish(Editor, At(40), 1).Refused().Sentence);
        Assert.Equal("This post was taken down; write a new one.", TakenDown().Publish(Editor, At(40), 1).Refused().Sentence);
    }
}
