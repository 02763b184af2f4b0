using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Core.Text;
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
    public void The_place_of_a_film_that_lapsed_keeps_its_words_and_nothing_made_of_it()
    {
        var film = new Video { Id = "gates", Media = Film(Ended), Poster = Name(Good), Captions = $"{Good}.vtt", Caption = RichText.Plain("The gates"), Credit = "Ana Ruiz", Transcript = RichText.Plain("Stand clear.") };
        Assert.Equal(film with { Media = null, Poster = null, Captions = null, Lapsed = true }, Lapsed.Without(film));
    }

    [Fact]
    public void The_place_of_a_sound_that_lapsed_keeps_its_words_and_the_artwork_of_its_show()
    {
        var sound = new Audio { Media = $"{Ended}-1000.m4a", Show = "Tides", Episode = "12", Artwork = Name(Good) };
        Assert.Equal(sound with { Media = null, Lapsed = true }, Lapsed.Without(sound));
    }

    [Fact]
    public void A_film_whose_captions_lapsed_goes_on_without_them() =>
        Assert.Equal(new Video { Media = Film(Good), Poster = Name(Good) }, Lapsed.Without(new Video { Media = Film(Good), Poster = Name(Good), Captions = $"{Ended}.vtt" }));

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
        Assert.Equal([Ended], MediaIn.Hashes(blocks));
        Assert.Empty(MediaIn.Hashes(Lapsed.Without([.. blocks])));
    }

    [Fact]
    public void Nothing_that_names_a_lapsed_recording_reaches_readers_whatever_the_block()
    {
        Block[] blocks = [new Video { Media = Film(Ended) }, new Video { Captions = $"{Ended}.vtt" }, new Audio { Media = $"{Ended}-1000.m4a" }, new Audio { Media = $"{Ended}-1000.mp3" }];
        Assert.Equal([Ended], MediaIn.Hashes(blocks));
        Assert.Empty(MediaIn.Hashes(Lapsed.Without([.. blocks])));
    }

    [Fact]
    public void A_lapsed_document_leaves_its_title_and_a_word_and_takes_its_first_page_along()
    {
        var document = new Document { Title = "Gate 4", Source = "Harbour Board", Media = $"{Ended}-3-900.pdf", FirstPage = Name("b".PadLeft(64, 'b')) };
        Assert.Equal(new Document { Title = "Gate 4", Source = "Harbour Board", Lapsed = true }, Lapsed.Without(document));
        Assert.Empty(MediaIn.Hashes([Lapsed.Without(document)]));
    }

    [Fact]
    public void What_lapsed_before_there_were_ends_for_recordings_is_still_read()
    {
        var kept = $$"""{"pictures":[{"hash":"{{Ended}}","at":"{{Instants.Write(Noon)}}"}]}""";
        Assert.Equal(Lapsed, JsonSerializer.Deserialize(kept, DatelineJson.Default.Lapsed));
    }

    [Fact]
    public void The_newsroom_keeps_the_picture_so_that_a_renewed_right_brings_it_back()
    {
        var post = Post.Begin(new PostId(Guid.CreateVersion7()), new PostContent { Blocks = [new Image { Id = "b1", Media = Name(Ended), Alt = "Gates" }] }, Editor, Noon).Value.Publish(Editor, Noon, 1).Value;
        var lapsed = post with { Lapsed = Lapsed };
        Assert.Empty(MediaIn.Hashes(PublicPost.Of(lapsed)!.Blocks));
        Assert.Equal(PublicPost.Of(post), PublicPost.Of(lapsed with { Lapsed = null }));
        Assert.Equal(post.Latest, lapsed.Latest);
    }

    private static string Film(string hash) => $"{hash}-1280x720-9000.mp4";

    private static string Name(string hash) => $"{hash}-900x600-{new string('0', 12)}";
}
