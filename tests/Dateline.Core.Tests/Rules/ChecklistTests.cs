using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Rules;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Rules;

/// <summary>What the newsroom insists on, and what it never lets stand in the way of words.</summary>
public sealed class ChecklistTests
{
    private static readonly Checklist All = new() { Alt = Ask.Must, Credit = Ask.Must, Byline = Ask.Must, Source = Ask.Must, Links = Ask.Must };
    private static readonly Image Picture = new() { Id = "i", Media = "0198" };
    private static readonly PostContent Words = new() { Headline = "Ferry aground", Bylines = [new Byline { Name = Reporter }], Blocks = [Paragraph("More soon.") with { Id = "p" }] };

    private static Post Begun(PostContent content) => Post.Begin(Id, content, Reporter, Noon).Value;

    private static Result<Post> Published(PostContent content, Checklist asks) => Begun(content).Publish(Editor, At(1), 1, asks: asks);

    [Fact]
    public void A_newsroom_that_agreed_on_nothing_yet_is_warned_and_never_stopped()
    {
        Assert.All(Enum.GetValues<Item>(), item => Assert.Equal(Ask.Warn, new Checklist()[item]));
        var content = new PostContent { Headline = "Ferry", Blocks = [Picture, new Quote { Text = Core.Text.RichText.Plain("Lights.") }] };
        Assert.Equal(2, PublicPost.Of(Published(content, new Checklist()).Value)!.Blocks.Count);
    }

    [Fact]
    public void What_the_newsroom_insists_on_stops_a_post_with_a_sentence_for_every_field()
    {
        var content = new PostContent { Headline = "Ferry", Blocks = [new Quote { Text = Core.Text.RichText.Plain("Lights.") }] };
        Assert.Equal(["bylines", "blocks[0].attribution"], Published(content, All).Refused().Problems.Select(problem => problem.Path));
        Assert.Equal(["bylines", "blocks[0].attribution"], Begun(content).ScheduleFor(At(60), Editor, At(1), All).Refused().Problems.Select(problem => problem.Path));
        Assert.Null(Published(content, All with { Byline = Ask.Off, Source = Ask.Warn }).Refusal);
    }

    [Fact]
    public void Nothing_stands_in_the_way_of_a_flash()
    {
        var flash = Begun(Says("The gate is shut")).Flag(Editor, Noon, breaking: true, null).Value;
        Assert.Equal(PostState.Published, flash.Publish(Editor, At(1), 1, asks: All).Value.State);
        // Breaking news at length is no flash, and neither is one line that breaks nothing.
        Assert.NotNull(Begun(Words with { Bylines = [] }).Flag(Editor, Noon, breaking: true, null).Value.Publish(Editor, At(1), 1, asks: All).Refusal);
        Assert.NotNull(Published(Says("The gate is shut"), All).Refusal);
    }

    [Fact]
    public void Nothing_stands_in_the_way_of_a_correction()
    {
        var live = Published(Words with { Bylines = [] }, new Checklist()).Value.Save(Words with { Bylines = [], Headline = "Ferry afloat" }).Value;
        Assert.Equal("bylines", Assert.Single(live.Publish(Editor, At(5), 0, EditKind.Update, asks: All).Refused().Problems).Path);
        Assert.Null(live.Publish(Editor, At(5), 0, EditKind.Correction, "It floats.", All).Refusal);
    }

    [Fact]
    public void Missing_alt_text_never_blocks_words_and_the_picture_waits()
    {
        var post = Published(Words with { Blocks = [.. Words.Blocks, Picture] }, All).Value;
        Assert.Equal(["p"], PublicPost.Of(post)!.Blocks.Select(block => block.Id));
        Assert.Equal([new WaitingPiece("i")], post.Waiting!.Pieces);
        // What waits stays in the post at the desk.
        Assert.Equal(2, post.Live!.Blocks.Count);
    }

    [Fact]
    public void A_picture_comes_as_soon_as_its_alt_text_and_credit_are_paid()
    {
        var owing = Published(Words with { Blocks = [.. Words.Blocks, Picture] }, All).Value;
        var half = owing.Save(owing.Live! with { Blocks = [Words.Blocks[0], Picture with { Alt = "A ferry" }] }).Value.Publish(Editor, At(2), 0, EditKind.Typo, asks: All).Value;
        Assert.Single(PublicPost.Of(half)!.Blocks);
        var paid = half.Save(half.Live! with { Blocks = [Words.Blocks[0], Picture with { Alt = "A ferry", Credit = "Courier" }] }).Value.Publish(Editor, At(3), 0, EditKind.Typo, asks: All).Value;
        Assert.Null(paid.Waiting);
        Assert.Equal(["p", "i"], PublicPost.Of(paid)!.Blocks.Select(block => block.Id));
    }

    [Fact]
    public void A_picture_that_waited_goes_out_unchanged_when_the_newsroom_asks_less()
    {
        var owing = Published(Words with { Blocks = [.. Words.Blocks, Picture] }, All).Value;
        var shown = owing.Publish(Editor, At(9), 0, EditKind.Typo, asks: new Checklist()).Value;
        Assert.Equal(2, PublicPost.Of(shown)!.Blocks.Count);
        Assert.Equal(owing.Publication!.Revision + 1, shown.Publication!.Revision);
    }

    [Fact]
    public void Of_a_gallery_only_the_pictures_that_owe_something_wait()
    {
        var gallery = new Gallery { Id = "g", Items = [new Picture { Media = "1", Alt = "One", Credit = "A" }, new Picture { Media = "2", Alt = "Two" }, new Picture { Media = "3", Alt = "Three", Credit = "C" }] };
        var shown = Assert.IsType<Gallery>(PublicPost.Of(Published(Words with { Blocks = [gallery] }, All).Value)!.Blocks[0]);
        Assert.Equal(["1", "3"], shown.Items!.Select(picture => picture.Media));
        var none = gallery with { Items = [new Picture { Media = "2", Alt = "Two" }] };
        Assert.Empty(PublicPost.Of(Published(Words with { Blocks = [none] }, All).Value)!.Blocks);
    }

    [Fact]
    public void A_post_of_which_readers_would_see_nothing_says_so()
    {
        var problem = Assert.Single(Published(Words with { Headline = null, Blocks = [Picture] }, All).Refused().Problems);
        Assert.Equal("headline", problem.Path);
        Assert.Equal("Readers would see nothing yet: the pictures wait for their alt text and credit. Add those, or write a headline.", problem.Sentence);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(HouseRules.MostSendDelay + 1)]
    public void A_send_delay_is_at_most_a_minute(int seconds)
    {
        var problems = new Problems();
        new HouseRules { SendDelay = seconds }.Check(problems);
        Assert.Equal("sendDelay", Assert.Single(problems.Found).Path);
    }
}
