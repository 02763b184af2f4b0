using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Text;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Plain words,\n\ton two lines\r\n")]
    [InlineData("القاهرة 東京 👩‍🚒")]
    [InlineData("\u202bright to left\u202c")]
    [InlineData("soft\u00adhyphen and\u00a0space")]
    public void What_a_page_can_show_is_taken(string text) => Assert.False(Characters.Unprintable(text));

    // Not inline data: an attribute is stored as UTF-8, which has no half characters.
    [Fact]
    public void Half_a_character_and_what_is_none_are_not()
    {
        foreach (var text in new[] { "\ud83d", "\udf0d\ud83c", "end\ud83c", "\ud83cmiddle", "\ufffe", "\uffff" })
            Assert.True(Characters.Unprintable(text));
    }

    [Fact]
    public void Of_the_control_characters_only_tab_and_line_breaks_are()
    {
        for (var c = '\0'; c <= '\u009f'; c++)
            Assert.Equal(char.IsControl(c) && c is not ('\t' or '\n' or '\r'), Characters.Unprintable($"a{c}b"));
    }
}
