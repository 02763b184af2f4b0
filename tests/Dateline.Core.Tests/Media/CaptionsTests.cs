using Dateline.Core.Media;
using Xunit;

namespace Dateline.Core.Tests.Media;

public sealed class CaptionsTests
{
    [Fact]
    public void Captions_are_written_anew_with_what_is_said_and_when()
    {
        const string Brought = "\ufeffWEBVTT - Gates\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE by hand\r\n\r\n1\r\n00:01.000 --> 00:02.500 line:80% align:start onload:alert(1)\r\n<v Anna>The gates</v>\r\nare <i>closing</i>.\r\n\r\n01:00:03.000-->01:00:04.000\r\nAll of them.";
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.500 line:80% align:start\n<v Anna>The gates</v>\nare <i>closing</i>.\n\n01:00:03.000 --> 01:00:04.000\nAll of them.\n", Captions.Read(Brought).Value);
    }

    [Fact]
    public void What_was_written_reads_as_the_same()
    {
        var written = Captions.Read("1\n00:00:01,000 --> 00:00:02,000\nThe gates\n\n2\n00:00:02,000 --> 00:00:03,500\nare closing.\n").Value;
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nThe gates\n\n00:00:02.000 --> 00:00:03.500\nare closing.\n", written);
        Assert.Equal(written, Captions.Read(written).Value);
    }

    [Theory]
    [InlineData("WEBVTT\n\n1 --> 2\nGates", "Line 3")]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:01.000\nGates", "ends before it begins")]
    [InlineData("WEBVTT\n\n00:05.000 --> 00:06.000\nOne\n\n00:01.000 --> 00:02.000\nTwo", "Line 6")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo", "empty line")]
    [InlineData("WEBVTT\n\nNOTE nothing", "no caption")]
    public void What_is_wrong_is_said_with_its_line(string brought, string told) => Assert.Contains(told, Captions.Read(brought).Refusal!.Sentence);

    [Theory]
    [InlineData("WEBVTT", true)]
    [InlineData("1\r\n00:00:01,000 --> 00:00:02,000\r\nGates", true)]
    [InlineData("Gates and nothing else", false)]
    public void Captions_are_known_by_their_beginning(string opening, bool isCaptions) => Assert.Equal(isCaptions, Captions.Opens(opening.ReplaceLineEndings("\n")));
}
