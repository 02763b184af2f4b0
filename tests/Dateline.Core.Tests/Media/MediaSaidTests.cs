using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Media;

/// <summary>What a post says of its files is what the library learns of them.</summary>
public sealed class MediaSaidTests
{
    [Fact]
    public void Each_kind_of_file_is_told_by_the_words_beside_it_and_stills_by_none()
    {
        Block[] blocks =
        [
            new Image { Media = Picture('1'), Alt = "Gates", Caption = RichText.Plain("Shut at nine"), Credit = "Ana", CreditKind = CreditKind.Pool },
            new Gallery { Items = [new Picture { Media = Picture('2'), Alt = "A boat" }, new Picture { Alt = "Only described" }] },
            new Video { Media = $"{Hash('3')}-640x360-5000.mp4", Poster = Picture('4'), Captions = $"{Hash('5')}.vtt", Caption = RichText.Plain("The gates close"), Credit = "Harbour camera" },
            new Audio { Media = $"{Hash('6')}-9000.mp3", Artwork = Picture('7'), Show = "Slack Water", Episode = "41" },
            new Document { Media = $"{Hash('8')}-3-900.pdf", FirstPage = Picture('9'), Title = "Gate 4", Source = "Harbour Board" },
            new LinkCard { Media = Picture('a'), Title = "Elsewhere" },
        ];
        Assert.Equal(
            new Dictionary<string, MediaDetails>
            {
                [Hash('1')] = new() { Alt = "Gates", Caption = "Shut at nine", Credit = "Ana", CreditKind = CreditKind.Pool },
                [Hash('2')] = new() { Alt = "A boat" },
                [Hash('3')] = new() { Caption = "The gates close", Credit = "Harbour camera" },
                [Hash('6')] = new() { Caption = "Slack Water · 41" },
                [Hash('8')] = new() { Caption = "Gate 4", Credit = "Harbour Board" },
            },
            MediaSaid.In(blocks));
    }

    [Fact]
    public void Of_a_file_that_is_shown_twice_the_first_that_is_said_counts()
    {
        Block[] blocks = [new Image { Media = Picture('1') }, new Image { Media = Picture('1'), Alt = "First" }, new Image { Media = Picture('1'), Alt = "Second" }];
        Assert.Equal("First", MediaSaid.In(blocks)[Hash('1')].Alt);
    }

    [Theory]
    [InlineData(999, 999)]
    [InlineData(1_000, 1_000)]
    public void A_caption_that_is_too_long_for_the_library_is_cut_and_never_within_a_character(int before, int kept)
    {
        var caption = new string('a', before) + "🌊🌊🌊";
        var learnt = MediaSaid.In([new Image { Media = Picture('1'), Caption = RichText.Plain(caption) }])[Hash('1')];
        Assert.Equal(caption[..kept], learnt.Caption);
        Assert.True(learnt.Checked().Try(out _, out _));
    }

    private static string Hash(char digit) => new(digit, 64);

    private static string Picture(char digit) => $"{Hash(digit)}-9x9-{new string('0', 12)}";
}
