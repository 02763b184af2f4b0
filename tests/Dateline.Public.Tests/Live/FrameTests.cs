using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dateline.Public.Live;
using Xunit;

namespace Dateline.Public.Tests.Live;

public sealed class FrameTests
{
    private static readonly Frame Upsert = new() { Seq = 42, Op = "upsert", Target = "a", Revision = 3, Sort = "1-1", Breaking = true, KeyEvent = false, Html = "<article>\n“Zürich”</article>" };

    [Fact]
    public void An_event_carries_its_number_and_its_frame_on_one_line()
    {
        var lines = Encoding.UTF8.GetString(Upsert.Event.Span).Split('\n');
        Assert.Equal(["id: 42", "event: change"], lines[..2]);
        Assert.Equal("<article>\n“Zürich”</article>", JsonElement.Parse(lines[2]["data: ".Length..]).GetProperty("html").GetString());
        Assert.Equal(["", ""], lines[3..]);
    }

    [Fact]
    public void What_a_change_does_not_have_is_not_there()
    {
        var names = JsonElement.Parse(new Frame { Seq = 1, Op = "pin" }.Json.Span).EnumerateObject().Select(property => property.Name);
        Assert.Equal(["seq", "op", "target"], names);
    }

    [Fact]
    public void Markup_is_not_made_longer_than_it_is() => Assert.Contains("<article>\\n“Zürich”</article>", Encoding.UTF8.GetString(Upsert.Json.Span), StringComparison.Ordinal);

    [Fact]
    public void A_change_that_was_replaced_keeps_its_number_and_what_others_owe_to_it()
    {
        var fill = new FillFrame("b", 1, "1-0", "<article>");
        var replaced = Upsert.WithFill(fill).With(Header("<h1>The storm</h1>")).Void();
        Assert.Equal((42, "void", "a", fill), (replaced.Seq, replaced.Op, replaced.Target, replaced.Fill));
        Assert.True(replaced.Sections.ContainsKey("header"));
        Assert.Null(replaced.Html);
    }

    [Fact]
    public void A_section_that_a_later_change_touched_goes()
    {
        var frame = Upsert.With(Header("<h1>The storm</h1>").Add("summary", "<p>"));
        Assert.Equal(["summary"], frame.Without(["header", "pinned"]).Sections.Keys);
    }

    private static ImmutableSortedDictionary<string, string> Header(string html) => ImmutableSortedDictionary<string, string>.Empty.Add("header", html);
}
