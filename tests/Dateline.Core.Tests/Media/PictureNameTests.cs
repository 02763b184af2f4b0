using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Xunit;

namespace Dateline.Core.Tests.Media;

public sealed class PictureNameTests
{
    private const string Digits = "0123456789abcdef";

    private static readonly string Hash = new('a', 64);

    private static Gen<string> Hex(int length) => Gen.Char[Digits].Array[length].Select(chars => new string(chars));

    [Fact]
    public void A_name_is_read_as_it_was_written() =>
        Gen.Select(Hex(64), Gen.Int[1, PictureName.MostSide], Gen.Int[1, PictureName.MostSide], Hex(12), (hash, width, height, colours) => new PictureName(hash, width, height, colours)).Sample(name =>
        {
            Assert.True(PictureName.TryParse(name.ToString(), out var read));
            Assert.Equal(name, read);
        });

    [Theory]
    [InlineData("")]
    [InlineData("c0ffee")]
    [InlineData("{0}-900x600")]
    [InlineData("{0}-900x600-aabbccddeeff-")]
    [InlineData("{0}-0900x600-aabbccddeeff")]
    [InlineData("{0}-0x600-aabbccddeeff")]
    [InlineData("{0}-+9x600-aabbccddeeff")]
    [InlineData("{0}-900x30001-aabbccddeeff")]
    [InlineData("{0}-900x600-AABBCCDDEEFF")]
    [InlineData("{0}-900x600-\"><script>")]
    [InlineData("../{0}-900x600-aabbccddeeff")]
    public void Nothing_else_is_a_name(string text) => Assert.False(PictureName.TryParse(text.Replace("{0}", Hash, StringComparison.Ordinal), out _));

    [Fact]
    public void Its_quarters_have_colours_as_pages_write_them() =>
        Assert.Equal(["#aab", "#bcc", "#dde", "#eff"], Enumerable.Range(0, 4).Select(new PictureName(Hash, 9, 6, "aabbccddeeff").Colour));

    [Theory]
    [InlineData(200, new[] { 320 })]
    [InlineData(320, new[] { 320 })]
    [InlineData(321, new[] { 320, 480 })]
    [InlineData(9_000, new[] { 320, 480, 720, 960, 1440, 2160 })]
    public void The_widths_of_use_end_with_the_first_that_shows_all_of_it(int width, int[] widths) => Assert.Equal(widths, Rendition.WidthsFor(width));

    [Fact]
    public void There_are_eighteen_renditions_and_each_is_found_by_its_address()
    {
        var all = Rendition.Of(Hash).ToList();
        Assert.Equal(18, all.Count);
        Assert.All(all, rendition =>
        {
            Assert.True(Rendition.TryParse(Hash, rendition.File, out var read));
            Assert.Equal(rendition, read);
        });
        foreach (var file in new[] { "", "960", "960.png", "0960.webp", "960.webp.webp", "961.webp", "-960.webp", "960.Webp", "²" }) Assert.False(Rendition.TryParse(Hash, file, out _), file);
        Assert.False(Rendition.TryParse("..", "960.webp", out _));
    }

    [Fact]
    public void Every_picture_of_a_post_is_found_with_the_path_of_its_field()
    {
        var name = $"{Hash}-9x6-aabbccddeeff";
        Block[] blocks = [new Image { Media = name }, new Gallery { Items = [new Picture(), new Picture { Media = "unknown" }] }, new Video { Poster = name }, new Audio { Artwork = name }, new Image { Alt = "Described" }];
        Assert.Equal(["blocks[0].media", "blocks[1].items[1].media", "blocks[2].poster", "blocks[3].artwork"], PicturesIn.Blocks(blocks).Select(found => found.Path));
    }
}
