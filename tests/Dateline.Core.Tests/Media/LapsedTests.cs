using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Media;

public sealed class LapsedTests
{
    private static readonly string Ended = new('a', 64);
    private static readonly string Good = new('b', 64);
    private static readonly Lapsed Lapsed = new([new Lapse(Ended, Noon)]);

    [Fact]
    public void The_place_of_a_picture_that_lapsed_keeps_its_words()
    {
        var shown = (Image)Lapsed.Without(new Image { Id = "gates", Media = Name(Ended), Alt = "Gates", Credit = "Ana Ruiz" });
        Assert.Equal(new Image { Id = "gates", Alt = "Gates", Credit = "Ana Ruiz", Lapsed = true }, shown);
    }

    [Fact]
    public void In_a_gallery_the_others_stay_where_they_are()
    {
        var shown = (Gallery)Lapsed.Without(new Gallery { Items = [new Picture { Media = Name(Good) }, new Picture { Media = Name(Ended) }, new Picture { Alt = "Told of" }] });
        Assert.Equal([new Picture { Media = Name(Good) }, new Picture { Lapsed = true }, new Picture { Alt = "Told of" }], shown.Items!);
    }

    [Fact]
    public void What_stands_beside_something_else_is_left_out_and_that_goes_on()
    {
        Assert.Equal(new Video { Media = "film" }, Lapsed.Without(new Video { Media = "film", Poster = Name(Ended) }));
        Assert.Equal(new Audio { Show = "Tides" }, Lapsed.Without(new Audio { Show = "Tides", Artwork = Name(Ended) }));
        Assert.Equal(new Embed { Url = "https://example.com/1" }, Lapsed.Without(new Embed { Url = "https://example.com/1", Media = Name(Ended), Alt = "Gates" }));
        Assert.Equal(new Document { Title = "Gate 4" }, Lapsed.Without(new Document { Title = "Gate 4", FirstPage = Name(Ended) }));
        Assert.Equal(new LinkCard { Title = "Gates" }, Lapsed.Without(new LinkCard { Title = "Gates", Media = Name(Ended) }));
    }

    [Fact]
    public void Nothing_that_names_a_lapsed_picture_reaches_readers_whatever_the_block()
    {
        Block[] blocks =
        [
            new Image { Media = Name(Ended) }, new Gallery { Items = [new Picture { Media = Name(Ended) }] }, new Video { Poster = Name(Ended) }, new Audio { Artwork = Name(Ended) },
            new Embed { Media = Name(Ended) }, new LinkCard { Media = Name(Ended) }, new Document { FirstPage = Name(Ended) },
        ];
        Assert.Equal([Ended], PicturesIn.Hashes(blocks));
        Assert.Empty(PicturesIn.Hashes(Lapsed.Without([.. blocks])));
    }

    [Fact]
    public void The_newsroom_keeps_the_picture_so_that_a_renewed_right_brings_it_back()
    {
        var post = Post.Begin(new PostId(Guid.CreateVersion7()), new PostContent { Blocks = [new Image { Id = "b1", Media = Name(Ended), Alt = "Gates" }] }, Editor, Noon).Value.Publish(Editor, Noon, 1).Value;
        var lapsed = post with { Lapsed = Lapsed };
        Assert.Empty(PicturesIn.Hashes(PublicPost.Of(lapsed)!.Blocks));
        Assert.Equal(PublicPost.Of(post), PublicPost.Of(lapsed with { Lapsed = null }));
        Assert.Equal(post.Latest, lapsed.Latest);
    }

    private static string Name(string hash) => $"{hash}-900x600-{new string('0', 12)}";
}
