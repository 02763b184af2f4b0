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
    public async Task A_block_that_is_being_written_is_shown_as_readers_would_have_it_and_kept_nowhere()
    {
        await newsroom.Begins("charted");
        const string chart = """{"kind":"chart","type":"pie","title":"Who <paid>","unit":"%","columns":["Who","Share"],"rows":[["County",40],["State",60]]}""";
        var shown = (await newsroom.Reporter.Post("/desk/preview/charted/block", chart)).Is(200);
        Assert.Contains("Who &lt;paid&gt;", (string?)shown.Json["html"], StringComparison.Ordinal);
        Assert.Equal("State 60%, County 40%", (string?)shown.Json["summary"]);
        Assert.Contains("data-block", (await newsroom.Reporter.Get("/desk/preview/charted/block")).Is(200).Text, StringComparison.Ordinal);
        (await newsroom.Anonymous.Post("/desk/preview/charted/block", chart)).Is(401);
        (await newsroom.Anonymous.Get("/desk/preview/charted/block")).Is(401);
    }

    [Theory]
    [InlineData("charted-not", """{"kind":"chart"}""", 404)]
    [InlineData("charted-badly", """{"kind":"hologram"}""", 400)]
    [InlineData("charted-badly", """{"kind":""", 400)]
    [InlineData("charted-badly", "null", 400)]
    [InlineData("charted-badly", """{"kind":"chart","type":"line","columns":["x"],"rows":[[],["y",1,2]]}""", 200)]
    public async Task What_is_no_block_is_answered_in_a_sentence_and_what_is_half_a_block_is_shown(string slug, string block, int status)
    {
        if (status != 404) await newsroom.Begins($"{slug}-{status}-{block.Length}");
        (await newsroom.Reporter.Post($"/desk/preview/{(status == 404 ? slug : $"{slug}-{status}-{block.Length}")}/block", block)).Is(status);
    }

    [Theory]
    [InlineData("/desk/preview/none-such/01a20ad6-8a01-792e-ba4f-d7760e70848a")]
    [InlineData("/desk/preview/none-such/no-id")]
    public async Task Where_nothing_is_the_preview_says_so(string path) => (await newsroom.Editor.Get(path)).Is(404);
}
