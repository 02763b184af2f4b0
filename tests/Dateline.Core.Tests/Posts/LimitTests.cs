using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>What is too much: the last that is taken, and the first that is not.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_headline_has_at_most_300_characters()
    {
        Assert.Empty(Says(new string('a', 300)).Check(toPublish: true));
        Assert.Equal(new Problem("headline", "This headline has 301 characters; shorten it to at most 300."), Assert.Single(Says(new string('a', 301)).Check(toPublish: false)));
    }

    [Fact]
    public void A_headline_holds_no_control_characters() =>
        Assert.Equal("headline", Assert.Single(Says("Ferry\0aground").Check(toPublish: false)).Path);

    [Fact]
    public void A_post_has_at_most_200_blocks()
    {
        Assert.Empty(new PostContent { Blocks = Paragraphs(200, "a") }.Check(toPublish: true));
        Assert.Equal(new Problem("blocks", "This post has 201 blocks; split it into posts of at most 200."), Assert.Single(new PostContent { Blocks = Paragraphs(201, "a") }.Check(toPublish: false)));
    }

    [Fact]
    public void A_post_has_at_most_20_bylines()
    {
        Assert.Empty(WithBylines(20).Check(toPublish: true));
        Assert.Equal(new Problem("bylines", "There are 21 bylines; keep to at most 20."), Assert.Single(WithBylines(21).Check(toPublish: false)));

        static PostContent WithBylines(int n) => Says("Ferry") with { Bylines = [.. Enumerable.Repeat(new Byline { Name = Reporter }, n)] };
    }

    [Fact]
    public void A_post_has_at_most_256_KB_and_the_sentence_says_how_many_it_has()
    {
        Assert.Empty(new PostContent { Blocks = Paragraphs(13, new string('a', 20_000)) }.Check(toPublish: true));
        var problem = Assert.Single(new PostContent { Blocks = Paragraphs(14, new string('a', 20_000)) }.Check(toPublish: false));
        Assert.Equal(new Problem("", "This post has 274 KB; split it into posts of at most 256 KB."), problem);
    }

    [Fact]
    public void Arabic_is_measured_as_it_is_stored_not_as_it_could_be_escaped() =>
        Assert.Empty(new PostContent { Blocks = Paragraphs(6, new string('ع', 20_000)) }.Check(toPublish: true));

    [Fact]
    public void A_paragraph_has_at_most_20_000_characters()
    {
        Assert.Empty(new PostContent { Blocks = Paragraphs(1, new string('a', 20_000)) }.Check(toPublish: true));
        Assert.Equal("blocks[0].text", Assert.Single(new PostContent { Blocks = Paragraphs(1, new string('a', 20_001)) }.Check(toPublish: true)).Path);
    }

    [Fact]
    public void Lists_stand_at_most_4_deep_in_each_other()
    {
        Assert.Empty(new PostContent { Blocks = [Nested(4)] }.Check(toPublish: true));
        var problem = Assert.Single(new PostContent { Blocks = [Nested(5)] }.Check(toPublish: true));
        Assert.Equal(new Problem("blocks[0].items[0].items[0].items[0].items[0].items", "Lists may stand 4 deep in each other; move these items up."), problem);
    }

    [Fact]
    public void Lists_nested_without_end_are_refused_in_a_draft_too() =>
        Assert.Single(new PostContent { Blocks = [Nested(10_000)] }.Check(toPublish: false));

    [Fact]
    public void A_post_with_very_much_wrong_names_the_first_50_problems() =>
        Assert.Equal(Problems.Most, new PostContent { Blocks = Paragraphs(200, "") }.Check(toPublish: true).Count);

    private static ValueList<Block> Paragraphs(int n, string text) => [.. Enumerable.Repeat(Paragraph(text), n)];

    private static ListBlock Nested(int depth)
    {
        ValueList<ListItem>? items = null;
        for (var i = 0; i < depth; i++) items = [new ListItem { Text = RichText.Plain("Item"), Items = items }];
        return new ListBlock { Items = items };
    }
}
