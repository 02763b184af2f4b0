using System.Text.Json.Nodes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Posts that are released later.</summary>
public sealed class ReleaseTests
{
    private static readonly DateTimeOffset Due = TestNewsroom.Morning.AddMinutes(10);

    [Fact]
    public async Task A_scheduled_post_appears_within_a_second_of_its_instant_and_not_before()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("embargo");
        var id = (await newsroom.Editor.Post(posts, """{"headline":"Under embargo until ten past"}""")).Is(201).Id;
        var scheduled = (await newsroom.Editor.Post($"{posts}/{id}/schedule", """{"at":"2026-11-23T10:10:00+01:00"}""")).Is(202);
        Assert.Equal("scheduled", scheduled["state"]);
        Assert.Equal("2026-11-23T09:10:00Z", scheduled["scheduledFor"]);
        Assert.DoesNotContain("embargo until", (await newsroom.Anonymous.Get("/live/embargo")).Text);

        using var stream = await newsroom.Anonymous.Follows("embargo");
        newsroom.Clock.SetUtcNow(Due.AddSeconds(-1));
        for (var tick = 0; tick < 8; tick++) newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Contains("Under embargo until ten past", (await stream.ChangesTo(1))[^1].Data);
        var released = (await newsroom.Editor.Get($"{posts}/{id}")).Is(200);
        Assert.Equal("published", released["state"]);
        Assert.InRange(DateTimeOffset.Parse(released["firstPublishedAt"]!, null), Due, Due.AddSeconds(1));
        Assert.Contains("Under embargo until ten past", (await newsroom.Anonymous.Get("/live/embargo")).Text);
    }

    [Fact]
    public async Task One_that_is_unscheduled_stays_at_the_desk()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("not-after-all");
        var (kept, released) = (await Scheduled(newsroom, posts, "Not after all"), await Scheduled(newsroom, posts, "As planned"));
        Assert.Equal("draft", (await newsroom.Editor.Post($"{posts}/{kept}/unschedule")).Is(200)["state"]);
        (await newsroom.Editor.Post($"{posts}/{kept}/unschedule")).Refuses(409);

        using var stream = await newsroom.Anonymous.Follows("not-after-all");
        newsroom.Clock.SetUtcNow(Due);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(released, (await stream.ChangesTo(1))[^1].Data);
        Assert.Equal("draft", (await newsroom.Editor.Get($"{posts}/{kept}"))["state"]);
    }

    [Fact]
    public async Task One_that_is_published_by_hand_first_is_not_released_twice()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("by-hand");
        var (byHand, planned) = (await Scheduled(newsroom, posts, "By hand"), await Scheduled(newsroom, posts, "As planned"));
        (await newsroom.Editor.Post($"{posts}/{byHand}/publish")).Is(200);

        using var stream = await newsroom.Anonymous.Follows("by-hand");
        newsroom.Clock.SetUtcNow(Due);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(planned, (await stream.ChangesTo(2))[^1].Data);
        Assert.Equal(2, (long)(await newsroom.Anonymous.Get("/live/by-hand.json")).Json["seq"]!);
        Assert.Equal("2026-11-23T09:00:00Z", (await newsroom.Editor.Get($"{posts}/{byHand}"))["firstPublishedAt"]);
    }

    [Fact]
    public async Task Fifty_that_are_due_together_all_appear()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("results");
        for (var n = 0; n < 50; n++) await Scheduled(newsroom, posts, $"Result {n}");
        using var stream = await newsroom.Anonymous.Follows("results");
        newsroom.Clock.SetUtcNow(Due);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await stream.ChangesTo(50);
        Assert.Empty((await newsroom.Editor.Get($"{posts}?state=scheduled")).Json["posts"]!.AsArray());
    }

    private static async Task<NewsroomApi> Open()
    {
        var newsroom = new NewsroomApi();
        await newsroom.InitializeAsync();
        return newsroom;
    }

    private static async Task<string> Scheduled(NewsroomApi newsroom, string posts, string headline)
    {
        var id = (await newsroom.Editor.Post(posts, new JsonObject { ["headline"] = headline }.ToJsonString())).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{id}/schedule", """{"at":"2026-11-23T09:10:00Z"}""")).Is(202);
        return id;
    }
}
