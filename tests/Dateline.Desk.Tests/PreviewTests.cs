using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A draft in the reader's own rendering: for the newsroom, and for nobody else.</summary>
public sealed class PreviewTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task The_newsroom_sees_a_draft_as_readers_would_and_readers_see_nothing_of_it()
    {
        var posts = await newsroom.Begins("previewed");
        var id = (await newsroom.Reporter.Post(posts, """{"headline":"The gates close","blocks":[{"kind":"paragraph","text":"At <nine>."}]}""")).Is(201).Id;
        var shown = (await newsroom.Editor.Get($"/desk/preview/previewed/{id}")).Is(200);
        Assert.Equal("text/html", shown.Type);
        Assert.Contains("<article", shown.Text, StringComparison.Ordinal);
        Assert.Contains("At &lt;nine&gt;.", shown.Text, StringComparison.Ordinal);
        (await newsroom.Anonymous.Get($"/desk/preview/previewed/{id}")).Is(401);
        (await newsroom.Anonymous.Get($"/live/previewed/posts/{id}")).Is(404);
    }

    [Fact]
    public async Task An_edit_is_shown_in_place_of_what_readers_have()
    {
        var posts = await newsroom.Begins("edited");
        var id = (await newsroom.Editor.Post(posts, """{"headline":"The gates close","publish":true}""")).Is(201).Id;
        (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"The gates have closed"}""")).Is(200);
        Assert.Contains("The gates have closed", (await newsroom.Reporter.Get($"/desk/preview/edited/{id}")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("have closed", (await newsroom.Anonymous.Get($"/live/edited/posts/{id}")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_shown_while_it_is_being_written_and_nothing_of_it_is_kept()
    {
        await newsroom.Begins("one-block");
        var map = Uri.EscapeDataString("""{"kind":"map","title":"Where <it> is","places":[{"name":"Carrenmouth","latitude":55.338,"longitude":-1.6}]}""");
        var shown = (await newsroom.Reporter.Get($"/desk/preview/one-block/block?block={map}")).Is(200);
        Assert.Contains("<path class=\"land\"", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Where &lt;it&gt; is", shown.Text, StringComparison.Ordinal);
        (await newsroom.Anonymous.Get($"/desk/preview/one-block/block?block={map}")).Is(401);
        foreach (var wrong in new[] { "", "{}", "[]", "null", "{\"kind\":\"hologram\"}", $"{{\"kind\":\"map\",\"title\":\"{new string('a', 6_000)}\"}}" })
            (await newsroom.Reporter.Get($"/desk/preview/one-block/block?block={Uri.EscapeDataString(wrong)}")).Is(404);
    }

    [Theory]
    [InlineData("/desk/preview/none-such/01a20ad6-8a01-792e-ba4f-d7760e70848a")]
    [InlineData("/desk/preview/none-such/no-id")]
    public async Task Where_nothing_is_the_preview_says_so(string path) => (await newsroom.Editor.Get(path)).Is(404);
}
