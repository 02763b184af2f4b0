using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Json;

/// <summary>What is not understood is refused, so that nothing a writer typed is silently lost.</summary>
public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"headlin":"Ferry"}""")]
    [InlineData("""{"Headline":"Ferry"}""")]
    [InlineData("""{"headline":"Ferry","headline":"Tug"}""")]
    [InlineData("""{"headline":7}""")]
    [InlineData("""{"blocks":null}""")]
    [InlineData("""{"blocks":[null]}""")]
    [InlineData("""{"blocks":[{"kind":"marquee"}]}""")]
    [InlineData("""{"blocks":[{"kind":"paragraph","html":"<b>x</b>"}]}""")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":[{"text":"x","style":"red"}]}]}""")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":[{"text":"x","marks":["blink"]}]}]}""")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":[{"href":"/"}]}]}""")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":{"text":"x"}}]}""")]
    [InlineData("""{"blocks":[{"kind":"image","focalPoint":{"x":0.5}}]}""")]
    [InlineData("""{"blocks":[{"kind":"image","creditKind":"Agency"}]}""")]
    [InlineData("""{"blocks":[{"kind":"chart","type":1}]}""")]
    [InlineData("""{"blocks":[{"kind":"chart","type":"donut,range"}]}""")]
    [InlineData("""{"blocks":[{"kind":"table","rows":[["a",true]]}]}""")]
    [InlineData("""{"blocks":[{"kind":"verification","items":[{"finding":3}]}]}""")]
    [InlineData("""{"blocks":[{"kind":"map","places":[{"latitude":1e999}]}]}""")]
    [InlineData("""{"publishedAt":"yesterday"}""")]
    [InlineData("""{"publishedAt":"2026-11-23T19:16:00"}""")]
    [InlineData("""{"publishedAt":"03/04/2026 10:00Z"}""")]
    public void A_post_with_something_not_understood_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void A_block_without_its_kind_is_refused() =>
        Assert.Throws<NotSupportedException>(() => Read("""{"blocks":[{"text":"Which kind am I?"}]}"""));

    [Fact]
    public void A_refusal_says_where_it_was_in_the_json() =>
        Assert.Equal("$.blocks[0].items[0].finding", Assert.Throws<JsonException>(() => Read("""{"blocks":[{"kind":"verification","items":[{"finding":"maybe"}]}]}""")).Path);

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        Assert.Equal(PostContent.Empty, Read("{}"));
        var post = JsonSerializer.Deserialize($$"""{"id":"{{Newsroom.Id}}","publishedAt":"2026-11-23"}""", DatelineJson.Default.PublicPost)!;
        Assert.Equal(new PublicPost { Id = Newsroom.Id, Time = new ShownTime(new DateTimeOffset(Newsroom.Noon.Date, TimeSpan.Zero), Known: false) }, post);
        Assert.Equal(1, post.Revision);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"publishedAt":"2026-11-23"}""")]
    [InlineData("""{"id":"0198c0de-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","publishedAt":"2026-11-23"}""")]
    public void A_public_post_has_an_id_and_a_time(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DatelineJson.Default.PublicPost));

    [Theory]
    [InlineData("""{"op":"upsert"}""")]
    [InlineData("""{"op":"upsert","post":null}""")]
    [InlineData("""{"op":"shout"}""")]
    public void A_change_that_lacks_its_post_or_is_not_known_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DatelineJson.Default.Change));

    [Fact]
    public void The_kind_of_a_block_may_stand_anywhere_among_its_fields()
    {
        var read = Read("""{"blocks":[{"text":"All safe.","id":"b1","kind":"paragraph"}]}""");
        Assert.Equal(new Paragraph { Id = "b1", Text = RichText.Plain("All safe.") }, Assert.Single(read.Blocks));
    }

    private static PostContent Read(string json) => JsonSerializer.Deserialize(json, DatelineJson.Default.PostContent)!;
}
