using Dateline.Storage;
using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A filed post that an editor took over is in one pair of hands, and never for longer than those are there.</summary>
public sealed class HoldTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private async Task<string> Filed(string slug)
    {
        var posts = await newsroom.Begins(slug);
        var post = (await newsroom.Reporter.Post(posts, """{"headline":"Power is back"}""")).Is(201).Id;
        (await newsroom.Reporter.Post($"{posts}/{post}/file", """{"urgent":true}""")).Is(200);
        return $"{posts}/{post}";
    }

    [Fact]
    public async Task While_somebody_holds_a_post_everybody_else_is_told_who_and_since_when()
    {
        var post = await Filed("held");
        using var dana = await newsroom.Person("Dana Held", Role.Editor);
        var held = (await dana.Post($"{post}/take-over")).Is(200);
        Assert.Equal("Dana Held", (string?)held.Json["held"]!["by"]);
        const string Sentence = "Being edited by Dana Held since ";
        foreach (var refused in new[]
        {
            await newsroom.Reporter.Put($"{post}/draft", """{"headline":"Power is back, again"}""", ("If-Match", "*")),
            await newsroom.Editor.Put(post, """{"headline":"Power is back, again"}""", ("If-Match", "*")),
            await newsroom.Editor.Post($"{post}/publish"),
            await newsroom.Editor.Post($"{post}/send-back", """{"note":"Who says so?"}"""),
            await newsroom.Editor.Post($"{post}/schedule", """{"at":"2026-12-24T12:00:00Z"}"""),
            await newsroom.Editor.Post($"{post}/let-go"),
            await newsroom.Editor.Post($"{post}/take-over"),
            await newsroom.Editor.Post($"{post}/take-over", """{"from":"Somebody else"}"""),
        })
        {
            Assert.StartsWith(Sentence, refused.Refuses(423)["title"], StringComparison.Ordinal);
            Assert.Equal("Dana Held", (string?)refused.Json["post"]!["held"]!["by"]);
        }
        (await dana.Put($"{post}/draft", """{"headline":"Power is back in Port Ellis"}""", ("If-Match", held.ETag!))).Is(200);
        Assert.Equal("published", (await dana.Post($"{post}/publish")).Is(200)["state"]);
        Assert.Null((await dana.Get(post)).Json["held"]);
    }

    [Fact]
    public async Task A_hold_ends_when_its_holder_lets_go_or_another_editor_takes_it_in_their_name()
    {
        var post = await Filed("handed-on");
        using var dana = await newsroom.Person("Dana Handing", Role.Editor);
        (await dana.Post($"{post}/take-over")).Is(200);
        (await dana.Post($"{post}/let-go")).Is(200);
        Assert.Null((await newsroom.Editor.Post($"{post}/let-go")).Is(200).Json["held"]);
        (await dana.Post($"{post}/take-over")).Is(200);
        Assert.Equal("Edith", (string?)(await newsroom.Editor.Post($"{post}/take-over", """{"from":"Dana Handing"}""")).Is(200).Json["held"]!["by"]);
        (await dana.Post($"{post}/publish")).Refuses(423);
        (await newsroom.Reporter.Post($"{post}/take-over", """{"from":"Edith"}""")).Refuses(403);
    }

    [Fact]
    public async Task A_hold_ends_two_minutes_after_its_holder_was_last_heard_of()
    {
        var post = await Filed("left");
        using var dana = await newsroom.Person("Dana Leaving", Role.Editor);
        (await dana.Post($"{post}/take-over")).Is(200);
        for (var beats = 0; beats < 3; beats++)
        {
            (await dana.Post("/api/v1/coverages/left/desk/presence", """{"post":null,"doing":"reading"}""")).Is(204);
            Passes(40);
            Assert.Equal("Dana Leaving", (string?)(await newsroom.Editor.Get(post)).Json["held"]!["by"]);
        }
        // A browser lets a page in the background speak once a minute, and a little late.
        Passes(119 - 40);
        Assert.Equal("Dana Leaving", (string?)(await newsroom.Editor.Get(post)).Json["held"]!["by"]);
        await Bound.Until(async () => { Passes(1); return (await newsroom.Editor.Get(post)).Json["held"] is null; }, "the hold has ended");
        (await newsroom.Editor.Post($"{post}/publish")).Is(200);
    }

    private void Passes(int seconds)
    {
        for (var second = 0; second < seconds; second++) newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
