using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

/// <summary>Every block has a name within its post, so that two people's edits can be merged and a page updated in place.</summary>
public sealed class BlockIdTests
{
    [Fact]
    public void A_block_without_an_id_is_named_for_its_place() =>
        Assert.Equal(["b1", "b2"], Ids(new PostContent { Blocks = [Paragraph("One"), Paragraph("Two")] }.WithBlockIds()));

    [Fact]
    public void A_name_already_given_is_not_given_again() =>
        Assert.Equal(["b2", "b5", "mine"], Ids(new PostContent { Blocks = [Paragraph("One") with { Id = "b2" }, Paragraph("Two"), Paragraph("Three") with { Id = "mine" }] }.WithBlockIds()));

    [Fact]
    public void Content_sent_twice_gets_the_same_ids() =>
        Any.PostContent.Sample(content => Assert.Equal(content.WithBlockIds(), content.WithBlockIds()));

    [Fact]
    public void Ids_once_given_stay_and_no_two_given_are_the_same() =>
        Any.PostContent.Sample(content =>
        {
            var named = content.WithBlockIds();
            Assert.Equal(named, named.WithBlockIds());
            foreach (var (before, after) in content.Blocks.Zip(named.Blocks)) Assert.Equal(before with { Id = before.Id ?? after.Id }, after);
            var given = content.Blocks.Zip(named.Blocks).Where(pair => pair.First.Id is null).Select(pair => pair.Second.Id).ToList();
            Assert.Distinct(given);
            Assert.Empty(given.Intersect(content.Blocks.Select(block => block.Id)));
        });

    [Theory]
    [InlineData("b1", "b1", "blocks[1].id")]
    [InlineData("b1", "", "blocks[1].id")]
    [InlineData("<b>", "b2", "blocks[0].id")]
    [InlineData("b1", "b 2", "blocks[1].id")]
    public void An_id_is_its_blocks_own_and_plain(string first, string second, string path)
    {
        var content = new PostContent { Blocks = [Paragraph("One") with { Id = first }, Paragraph("Two") with { Id = second }] };
        Assert.Equal(path, Assert.Single(content.Check(toPublish: false)).Path);
    }

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.Empty(new PostContent { Blocks = [Paragraph("One") with { Id = new string('b', 64) }] }.Check(toPublish: true));
        Assert.Single(new PostContent { Blocks = [Paragraph("One") with { Id = new string('b', 65) }] }.Check(toPublish: true));
    }

    private static IEnumerable<string?> Ids(PostContent content) => content.Blocks.Select((Block block) => block.Id);
}
