using Xunit;

namespace Dateline.Desk.Tests;

public sealed class TakingBackTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Words = "The mayor has resigned";

    [Fact]
    public async Task A_post_withdrawn_leaves_its_notice_and_none_of_its_words()
    {
        var (posts, id) = await Published("withdrawn");
        (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"The mayor has resigned, they say"}""")).Is(200);
        (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"reason":"source"}""")).Refuses(422, "notice");
        var withdrawn = (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"We withdrew this post: it was not so.","reason":"The source was not who they said."}""")).Is(200);
        Assert.Equal("withdrawn", withdrawn["state"]);
        Assert.Equal("The source was not who they said.", (string?)withdrawn.Json["withdrawn"]!["reason"]);

        await Nowhere("withdrawn", id, Words);
        await Nowhere("withdrawn", id, "The source was not");
        Assert.Contains("We withdrew this post", (await newsroom.Anonymous.Get("/live/withdrawn")).Text);
        Assert.Contains("We withdrew this post", (await newsroom.Anonymous.Get($"/live/withdrawn/posts/{id}")).Is(410).Text);
        foreach (var verb in new[] { "publish", "flags", "restore" })
            (await newsroom.Editor.Post($"{posts}/{id}/{verb}", """{"notice":"x","breaking":true,"revision":2}""")).Refuses(409);
    }

    [Fact]
    public async Task A_post_taken_down_leaves_no_trace()
    {
        var (posts, id) = await Published("taken-down");
        var taken = (await newsroom.Editor.Post($"{posts}/{id}/take-down", """{"reason":"A court order"}""")).Is(200);
        Assert.Equal("taken-down", taken["state"]);
        await Nowhere("taken-down", id, Words);
        await Nowhere("taken-down", id, "court order");
        (await newsroom.Anonymous.Get($"/live/taken-down/posts/{id}")).Is(404);
        Assert.Single((await newsroom.Editor.Get($"{posts}?state=taken-down")).Json["posts"]!.AsArray());
        (await newsroom.Editor.Post($"{posts}/{id}/take-down")).Refuses(409);
    }

    [Fact]
    public async Task A_withdrawn_post_can_still_be_taken_down()
    {
        var (posts, id) = await Published("both");
        (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"Withdrawn for now."}""")).Is(200);
        (await newsroom.Editor.Post($"{posts}/{id}/take-down")).Is(200);
        await Nowhere("both", id, "Withdrawn for now.");
    }

    [Fact]
    public async Task A_notice_is_put_right_and_the_first_one_is_nowhere()
    {
        var (posts, id) = await Published("noticed");
        (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"Written in a hurry."}""")).Is(200);
        var righted = (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"The ship was another."}""")).Is(200);
        Assert.Equal("The ship was another.", (string)righted.Json["withdrawn"]!["notice"]!);
        await Nowhere("noticed", id, "Written in a hurry.");
        Assert.Contains("The ship was another.", (await newsroom.Anonymous.Get($"/live/noticed/posts/{id}")).Is(410).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_post_that_is_taken_back_is_no_longer_pinned()
    {
        var (posts, id) = await Published("pinned-back");
        (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"pinned":true}""")).Is(200);
        var withdrawn = (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"It was not so."}""")).Is(200);
        Assert.Equal("false", withdrawn["pinned"]);
        Assert.Null((await newsroom.Anonymous.Get("/live/pinned-back.json")).Json["coverage"]!["pinned"]);
    }

    [Fact]
    public async Task Only_what_readers_have_can_be_taken_back()
    {
        var posts = await newsroom.Begins("unseen");
        var id = (await newsroom.Reporter.Post(posts, """{"headline":"A draft"}""")).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"x"}""")).Refuses(409);
        (await newsroom.Editor.Post($"{posts}/{id}/take-down")).Refuses(409);
    }

    private async Task<(string, string)> Published(string slug)
    {
        var posts = await newsroom.Begins(slug);
        var id = (await newsroom.Editor.Post(posts, $$"""{"headline":"{{Words}}","keyEvent":true,"breaking":true,"publish":true}""")).Is(201).Id;
        Assert.Contains(Words, (await newsroom.Anonymous.Get($"/live/{slug}")).Text);
        Assert.Contains(Words, (await newsroom.Anonymous.Get($"/live/{slug}/posts/{id}")).Text);
        return (posts, id);
    }

    private async Task Nowhere(string slug, string id, string words)
    {
        foreach (var path in new[]
        {
            "/", $"/live/{slug}", $"/live/{slug}.json", $"/live/{slug}.json?page=1", $"/live/{slug}/page/1", $"/live/{slug}/changes?after=0", $"/live/{slug}/posts/{id}",
            $"/live/{slug}/feed.atom", $"/live/{slug}/feed.rss", $"/live/{slug}/feed.json",
        })
            Assert.DoesNotContain(words, (await newsroom.Anonymous.Get(path)).Text);
    }
}
