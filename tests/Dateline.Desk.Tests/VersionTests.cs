using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Two people with the same post open: nobody's work is overwritten.</summary>
public sealed class VersionTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Live = """{"headline":"As it stands","publish":true}""";

    [Fact]
    public async Task An_edit_without_a_version_is_taken_only_when_it_changes_nothing()
    {
        var (posts, id) = await Post("no-version");
        Assert.Equal("\"2\"", (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"As it stands"}""")).Is(200).ETag);
        Assert.Contains("If-Match", (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Otherwise"}""")).Refuses(428)["title"]);
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"As it stands","breaking":true}""")).Refuses(428);
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"As it stands","pinned":true}""")).Refuses(428);
        Assert.Equal("As it stands", (await newsroom.Editor.Get($"{posts}/{id}"))["headline"]);
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_shows_the_post_that_stands()
    {
        var (posts, id) = await Post("stale");
        var hers = (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"Hers"}""", ("If-Match", "\"2\""))).Is(200);
        var refused = (await newsroom.Admin.Put($"{posts}/{id}", """{"headline":"His"}""", ("If-Match", "\"2\""))).Refuses(409);
        Assert.Equal("Hers", (string?)refused.Json["post"]!["headline"]);
        Assert.Equal(hers["revision"], refused.Json["post"]!["revision"]!.ToString());
        Assert.Equal(2, (long)refused.Json["post"]!["seq"]!);
    }

    [Theory]
    [InlineData("publish", "{}")]
    [InlineData("withdraw", """{"notice":"It was not so."}""")]
    [InlineData("take-down", "{}")]
    [InlineData("flags", """{"breaking":true}""")]
    [InlineData("restore", """{"revision":2}""")]
    public async Task A_verb_honours_the_version_when_it_is_sent(string verb, string body)
    {
        var (posts, id) = await Post($"verb-{verb}");
        (await newsroom.Editor.Post($"{posts}/{id}/{verb}", body, ("If-Match", "\"1\""))).Refuses(409);
        Assert.Equal("published", (await newsroom.Editor.Get($"{posts}/{id}"))["state"]);
        (await newsroom.Editor.Post($"{posts}/{id}/{verb}", body, ("If-Match", "\"2\""))).Is(200);
    }

    [Fact]
    public async Task A_verb_without_a_version_is_done()
    {
        var (posts, id) = await Post("verb-bare");
        (await newsroom.Editor.Post($"{posts}/{id}/flags", """{"keyEvent":true}""")).Is(200);
    }

    [Fact]
    public async Task Saving_over_a_working_copy_needs_its_version_and_beginning_one_does_not()
    {
        var (posts, id) = await Post("autosave");
        var first = (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"Longer"}""")).Is(200);
        (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"Longer"}""")).Is(200);
        (await newsroom.Admin.Put($"{posts}/{id}/draft", """{"headline":"Mine"}""")).Refuses(428);
        (await newsroom.Admin.Put($"{posts}/{id}/draft", """{"headline":"Mine"}""", ("If-Match", "\"2\""))).Refuses(409);
        (await newsroom.Editor.Put($"{posts}/{id}/draft", """{"headline":"Longer still"}""", ("If-Match", first.ETag!))).Is(200);
    }

    [Fact]
    public async Task An_editor_of_two_wins_once()
    {
        var (posts, id) = await Post("race");
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => newsroom.Editor.Put($"{posts}/{id}", $$"""{"headline":"Editor {{n}}"}""", ("If-Match", "\"2\""))));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 409));
        Assert.Equal(answers.Single(answer => answer.Status == 200)["headline"], (await newsroom.Editor.Get($"{posts}/{id}"))["headline"]);
    }

    private async Task<(string Posts, string Id)> Post(string slug)
    {
        var posts = await newsroom.Begins(slug);
        return (posts, (await newsroom.Editor.Post(posts, Live)).Is(201).Id);
    }
}
