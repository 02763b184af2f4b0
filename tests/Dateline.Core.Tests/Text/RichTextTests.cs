using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Text;

public sealed class RichTextTests
{
    [Fact]
    public void A_plain_string_is_taken_for_rich_text()
    {
        Assert.Equal(RichText.Plain("All safe."), Read("\"All safe.\""));
        Assert.Equal(RichText.Plain("All safe."), Read("""["All safe."]"""));
        Assert.Equal(RichText.Empty, Read("\"\""));
    }

    [Fact]
    public void Runs_carry_marks_and_links() =>
        Assert.Equal(
            new RichText([new Run("All "), new Run("safe", [Mark.Strong], "/live/port-ellis")]),
            Read("""[{"text":"All "},{"text":"safe","marks":["strong"],"href":"/live/port-ellis"}]"""));

    [Fact]
    public void There_is_one_way_to_say_that_a_run_has_no_marks()
    {
        Assert.Equal(new Run("All safe."), new Run("All safe.", []));
        Assert.Equal(new Run("All safe."), new Run("All safe.", [Mark.Code]) with { Marks = [] });
    }

    [Fact]
    public void Markup_that_somebody_typed_is_text()
    {
        var text = RichText.Plain("<b>Ferry</b> & tug");
        Assert.Equal("<b>Ferry</b> & tug", text.PlainText);
        Assert.Equal(text, Read(JsonSerializer.Serialize("<b>Ferry</b> & tug")));
    }

    [Fact]
    public void Text_of_blanks_alone_is_blank()
    {
        Assert.True(RichText.Empty.IsBlank);
        Assert.True(new RichText([new Run(" "), new Run("\n")]).IsBlank);
        Assert.False(new RichText([new Run(" "), new Run("a")]).IsBlank);
    }

    [Fact]
    public void A_link_or_character_that_cannot_be_used_is_named_by_its_run()
    {
        var problems = new Problems();
        new RichText([new Run("Fine"), new Run("a\0b"), new Run("here", Href: "javascript:x")]).Check("text", problems);
        Assert.Equal(["text[1].text", "text[2].href"], problems.Found.Select(problem => problem.Path));
    }

    private static RichText? Read(string text) =>
        ((Paragraph)JsonSerializer.Deserialize($$"""{"kind":"paragraph","text":{{text}}}""", DatelineJson.Default.Block)!).Text;
}
