using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A script that did not hear the answer sends its request again, and nothing happens twice.</summary>
public sealed class RetryTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Body = """{"headline":"Once","publish":true}""";

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_one_post()
    {
        var posts = await newsroom.Begins("retried");
        var first = (await newsroom.Editor.Post(posts, Body, Key("a"))).Is(201);
        Assert.Equal(first, (await newsroom.Editor.Post(posts, Body, Key("a"))).Is(201));
        Assert.Equal(1, await Published("retried"));
        (await newsroom.Editor.Post(posts, """{"headline":"Something else","publish":true}""", Key("a"))).Refuses(422);
        Assert.Equal(1, await Published("retried"));
    }

    [Fact]
    public async Task A_key_is_one_sender_on_one_route()
    {
        var (posts, others) = (await newsroom.Begins("keys"), await newsroom.Begins("other-keys"));
        var first = (await newsroom.Editor.Post(posts, Body, Key("a"))).Is(201).Id;
        Assert.NotEqual(first, (await newsroom.Admin.Post(posts, Body, Key("a"))).Is(201).Id);
        Assert.NotEqual(first, (await newsroom.Editor.Post(others, Body, Key("a"))).Is(201).Id);
        Assert.NotEqual(first, (await newsroom.Editor.Post(posts, Body, Key("b"))).Is(201).Id);
    }

    [Fact]
    public async Task A_key_of_any_length_counts()
    {
        var posts = await newsroom.Begins("long-keys");
        var first = (await newsroom.Editor.Post(posts, Body, Key(new string('k', 2_000)))).Is(201);
        Assert.Equal(first, await newsroom.Editor.Post(posts, Body, Key(new string('k', 2_000))));
        Assert.NotEqual(first.Id, (await newsroom.Editor.Post(posts, Body, Key(new string('k', 2_001)))).Is(201).Id);
    }

    [Fact]
    public async Task Twenty_of_the_same_at_once_make_one_post()
    {
        var posts = await newsroom.Begins("at-once-retried");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => newsroom.Editor.Post(posts, Body, Key("a"))));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer.Is(201)));
        Assert.Equal(1, await Published("at-once-retried"));
    }

    [Fact]
    public async Task A_verb_sent_again_is_answered_again_though_it_could_not_be_done_twice()
    {
        var posts = await newsroom.Begins("verb-retried");
        var id = (await newsroom.Editor.Post(posts, Body)).Is(201).Id;
        var taken = (await newsroom.Editor.Post($"{posts}/{id}/take-down", """{"reason":"It was not so."}""", Key("w"))).Is(200);
        Assert.Equal(taken, await newsroom.Editor.Post($"{posts}/{id}/take-down", """{"reason":"It was not so."}""", Key("w")));
        (await newsroom.Editor.Post($"{posts}/{id}/take-down", """{"reason":"It was not so."}""", Key("x"))).Refuses(409);
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_mended_and_sent_under_the_same_key()
    {
        var posts = await newsroom.Begins("mended");
        (await newsroom.Editor.Post(posts, """{"publish":true}""", Key("a"))).Refuses(422, "headline");
        (await newsroom.Editor.Post(posts, Body, Key("a"))).Is(201);
    }

    private static (string, string) Key(string key) => ("Idempotency-Key", key);

    private async Task<int> Published(string slug) => (await newsroom.Anonymous.Get($"/live/{slug}.json")).Json["posts"]!.AsArray().Count;
}
