using System.Text.Json;
using Dateline.Desk.Live;
using Dateline.Storage;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Who is at the desk, and what they do, as it happens.</summary>
public sealed class DeskStreamTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task Everybody_at_the_desk_sees_drafts_filings_and_the_page_change()
    {
        var posts = await newsroom.Begins("desk-events");
        using var ed = await newsroom.Person("Ed Stream", Role.Editor);
        using var stream = await Open(ed, "desk-events");
        Assert.Equal(0, (await stream.Next("state")).Json.GetProperty("head").GetInt64());
        Assert.Equal(("text/event-stream", "no-store, no-transform"), (stream.Answer.Content.Headers.ContentType!.MediaType, stream.Answer.Headers.CacheControl!.ToString()));

        var post = (await newsroom.Reporter.Post(posts, """{"headline":"A draft"}""")).Is(201);
        var event1 = await stream.Next("post");
        // As the API answers it, to the letter.
        Assert.Equal(post.Text, event1.Data);
        (await newsroom.Reporter.Put($"{posts}/{post.Id}/draft", """{"headline":"A better draft"}""", ("If-Match", "\"1\""))).Is(200);
        Assert.Equal("A better draft", (await stream.Next("post")).Json.GetProperty("headline").GetString());
        (await newsroom.Reporter.Post($"{posts}/{post.Id}/file")).Is(200);
        Assert.Equal("filed", (await stream.Next("post")).Json.GetProperty("state").GetString());
        (await newsroom.Editor.Post($"{posts}/{post.Id}/publish")).Is(200);
        Assert.Equal("published", (await stream.Next("post")).Json.GetProperty("state").GetString());
        (await newsroom.Editor.Patch("/api/v1/coverages/desk-events", """{"headline":"Renamed"}""")).Is(200);
        Assert.Equal("Renamed", (await stream.Next("coverage")).Json.GetProperty("headline").GetString());
        // What was refused is nobody's news.
        (await newsroom.Editor.Post($"{posts}/{post.Id}/flags", """{"breaking":1}""")).Refuses(422);
        (await newsroom.Editor.Post($"{posts}/{post.Id}/take-down", """{"reason":"wrong page"}""")).Is(200);
        Assert.Equal("taken-down", (await stream.Next("post")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_scheduled_post_that_goes_out_is_seen_at_the_desk()
    {
        var posts = await newsroom.Begins("desk-schedule");
        var post = (await newsroom.Editor.Post(posts, """{"headline":"At nine"}""")).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{post}/schedule", $$"""{"at":"{{newsroom.Clock.GetUtcNow().AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}}"}""")).Is(202);
        using var stream = await Open(newsroom.Editor, "desk-schedule");
        await stream.Next("state");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("published", (await stream.Next("post")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Who_is_here_and_who_is_writing_what_is_told_and_forgotten_after_a_minute()
    {
        var posts = await newsroom.Begins("presence");
        var post = (await newsroom.Editor.Post(posts, """{"headline":"Shared"}""")).Is(201).Id;
        using var wes = await newsroom.Person("Wes Writer", Role.Reporter);
        using var stream = await Open(newsroom.Editor, "presence");
        Assert.Empty(Here(await stream.Next("state")));

        (await wes.Post("/api/v1/coverages/presence/desk/presence", $$"""{"post":"{{post}}","doing":"writing"}""")).Is(204);
        Assert.Equal([("Wes Writer", post, "writing")], Here(await stream.Next("state")));
        var since = newsroom.Clock.GetUtcNow();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(40));
        (await wes.Post("/api/v1/coverages/presence/desk/presence", $$"""{"post":"{{post}}","doing":"writing"}""")).Is(204);
        (await wes.Post("/api/v1/coverages/presence/desk/presence", $$"""{"post":null,"doing":"reading","tab":"other"}""")).Is(204);
        // Saying the same again is no news; another tab is.
        var two = await stream.Next("state");
        Assert.Equal([("Wes Writer", post, "writing"), ("Wes Writer", null, "reading")], Here(two));
        Assert.Equal(since.ToUnixTimeSeconds(), two.Json.GetProperty("here")[0].GetProperty("since").GetDateTimeOffset().ToUnixTimeSeconds());
        newsroom.Clock.Advance(TimeSpan.FromSeconds(59));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(Here(await stream.Next("state")));
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive()
    {
        await newsroom.Begins("quiet-desk");
        using var stream = await Open(newsroom.Editor, "quiet-desk");
        await stream.Next("state");
        for (var second = 0; second < 15; second++) newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("keep-alive", (await stream.Next())!.Data);
    }

    [Theory]
    [InlineData("""{"doing":"sleeping"}""", "doing")]
    [InlineData("""{"post":null}""", "doing")]
    [InlineData("""{"doing":"reading","post":"x"}""", "post")]
    [InlineData("""{"doing":"reading","where":"x"}""", "where")]
    public async Task What_says_nothing_of_presence_is_refused(string body, string path)
    {
        (await newsroom.Editor.Post("/api/v1/coverages/odd/desk/presence", body)).Refuses(422, path);
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("disabled")]
    [InlineData("signed out")]
    public async Task Whose_right_ends_sees_nothing_more(string how)
    {
        var slug = $"right-{how.Replace(' ', '-')}";
        var posts = await newsroom.Begins(slug);
        using var leaving = await newsroom.Person($"Leaving {how}", Role.Editor);
        using var stream = await Open(leaving, slug);
        await stream.Next("state");
        (await leaving.Post($"/api/v1/coverages/{slug}/desk/presence", """{"doing":"reading"}""")).Is(204);
        await stream.Next("state");
        var session = (await leaving.Get("/api/v1/account/sessions")).Json["sessions"]![0]!["id"];
        if (how == "ended") (await leaving.Delete($"/api/v1/account/sessions/{session}")).Is(204);
        else if (how == "disabled") (await newsroom.Admin.Patch($"/api/v1/users/{leaving.Who.Id}", """{"disabled":true}""")).Is(200);
        else (await leaving.Delete("/api/v1/session")).Is(204);
        // The clock stands: it was sent away by that very request.
        (await newsroom.Editor.Post(posts, """{"headline":"Not for their eyes"}""")).Is(201);
        Assert.Null(await stream.Next());
        using var staying = await Open(newsroom.Editor, slug);
        Assert.Empty(Here(await staying.Next("state")));
    }

    [Fact]
    public async Task A_token_revoked_or_a_person_disabled_in_another_process_is_noticed_within_a_second()
    {
        await newsroom.Begins("elsewhere");
        using var feed = await newsroom.Member("Feed to revoke", Role.Editor);
        using var away = await newsroom.Person("Away Elsewhere", Role.Editor);
        using var one = await Open(feed, "elsewhere");
        using var two = await Open(away, "elsewhere");
        await one.Next("state");
        await two.Next("state");
        await newsroom.Services.GetRequiredService<TokenBook>().Revoke("Feed to revoke", "somebody else", default);
        await newsroom.Services.GetRequiredService<MemberBook>().Change(away.Who.Id, new MemberEdit(Disabled: true), "somebody else", default);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await one.Next());
        Assert.Null(await two.Next());
    }

    [Fact]
    public async Task One_person_holds_a_dozen_streams_and_gets_one_back_for_one_let_go()
    {
        await newsroom.Begins("dozen");
        using var many = await newsroom.Person("Mia Many", Role.Reporter);
        var streams = new List<EventStream>();
        for (var n = 0; n < Newsdesk.MostStreams; n++)
        {
            streams.Add(await Open(many, "dozen"));
            await streams[^1].Next("state");
        }
        (await many.Get("/api/v1/coverages/dozen/desk/stream")).Refuses(429);
        streams[0].Dispose();
        await Bound.Until(async () =>
        {
            using var again = await EventStream.Open(many.Http, "/api/v1/coverages/dozen/desk/stream");
            return again.Answer.IsSuccessStatusCode;
        }, "a stream let go makes room for another");
        foreach (var stream in streams) stream.Dispose();
    }

    private static async Task<EventStream> Open(Visitor visitor, string slug)
    {
        var stream = await EventStream.Open(visitor.Http, $"/api/v1/coverages/{slug}/desk/stream");
        Assert.Equal(200, (int)stream.Answer.StatusCode);
        return stream;
    }

    private static IReadOnlyList<(string, string?, string)> Here(StreamEvent state) =>
        [.. state.Json.GetProperty("here").EnumerateArray().Select(each => (each.GetProperty("member").GetProperty("name").GetString()!, each.GetProperty("post").ValueKind == JsonValueKind.Null ? null : each.GetProperty("post").GetString(), each.GetProperty("doing").GetString()!))];
}
