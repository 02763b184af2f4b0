using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A picture is shown for as long as it may be, and nobody has to remember when that ends.</summary>
public sealed class PictureRightsTests
{
    private static readonly DateTimeOffset End = TestNewsroom.Morning.AddMinutes(10);

    [Fact]
    public async Task A_picture_leaves_open_pages_within_a_second_of_the_end_of_its_rights_and_its_words_stay()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("rights-end");
        var (media, hash) = await Picture(newsroom, 71);
        var published = (await newsroom.Editor.Post(posts, Showing(media))).Is(201);
        await Ends(newsroom, hash, End);
        (await newsroom.Anonymous.Get($"/media/{hash}/320.webp")).Is(200);

        using var stream = await newsroom.Anonymous.Follows("rights-end");
        newsroom.Clock.SetUtcNow(End.AddSeconds(-1));
        Advance(newsroom, 750);
        Assert.Contains(media, (await newsroom.Anonymous.Get("/live/rights-end.json")).Text);
        Advance(newsroom, 1_250);

        var change = (await stream.ChangesTo(2))[^1].Data;
        Assert.DoesNotContain(hash, change);
        Assert.Contains("Gates at dusk", change);
        var page = (await newsroom.Anonymous.Get("/live/rights-end")).Is(200).Text;
        Assert.Contains("Gates at dusk", page);
        Assert.Contains("The right to show this picture has ended", page);
        Assert.DoesNotContain(hash, page);
        (await newsroom.Anonymous.Get($"/media/{hash}/320.webp")).Is(404);
        // The newsroom keeps what it wrote, so that nothing has to be put back by hand.
        var kept = (await newsroom.Editor.Get($"{posts}/{published.Id}")).Is(200);
        Assert.Equal((media, hash, published["revision"]), ((string)kept.Json["blocks"]![0]!["media"]!, (string)kept.Json["lapsed"]![0]!["hash"]!, kept["revision"]));
        Assert.Equal("kept to rights", (string)(await newsroom.Admin.Get($"/api/v1/audit?about=live/rights-end/posts/{published.Id}")).Json["entries"]![0]!["did"]!);
    }

    [Fact]
    public async Task Rights_that_are_renewed_bring_the_picture_back()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("rights-renewed");
        var (media, hash) = await Picture(newsroom, 72);
        (await newsroom.Editor.Post(posts, Showing(media))).Is(201);
        using var stream = await newsroom.Anonymous.Follows("rights-renewed");
        await Ends(newsroom, hash, newsroom.Clock.GetUtcNow());
        Advance(newsroom, 1_000);
        Assert.DoesNotContain(hash, (await stream.ChangesTo(2))[^1].Data);

        (await newsroom.Reporter.Patch($"/api/v1/media/{hash}", """{"notAfter":null}""")).Is(200);
        Advance(newsroom, 1_000);
        Assert.Contains(hash, (await stream.ChangesTo(3))[^1].Data);
        (await newsroom.Anonymous.Get($"/media/{hash}/320.webp")).Is(200);
    }

    [Fact]
    public async Task A_picture_at_the_top_of_the_page_leaves_too_and_comes_back()
    {
        await using var newsroom = await Open();
        await newsroom.Begins("rights-top");
        var (media, hash) = await Picture(newsroom, 73);
        (await newsroom.Editor.Patch("/api/v1/coverages/rights-top", Top(media), ("If-Match", "*"))).Is(200);
        using var stream = await newsroom.Anonymous.Follows("rights-top");
        await Ends(newsroom, hash, newsroom.Clock.GetUtcNow());
        Advance(newsroom, 1_000);
        Assert.DoesNotContain(hash, (await stream.ChangesTo(2))[^1].Data);
        // Whoever edits something else there does not bring it back by that.
        (await newsroom.Editor.Patch("/api/v1/coverages/rights-top", """{"standfirst":"Three gates of seven are shut."}""", ("If-Match", "*"))).Is(200);
        Assert.DoesNotContain(hash, (await newsroom.Anonymous.Get("/live/rights-top")).Text);

        await Ends(newsroom, hash, End);
        Advance(newsroom, 1_000);
        Assert.Contains(hash, (await stream.ChangesTo(4))[^1].Data);
    }

    [Fact]
    public async Task An_edit_of_a_post_whose_picture_lapsed_goes_out_without_it()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("rights-edit");
        var (media, hash) = await Picture(newsroom, 74);
        var id = (await newsroom.Editor.Post(posts, Showing(media))).Is(201).Id;
        await Ends(newsroom, hash, newsroom.Clock.GetUtcNow());
        // Even before the library came round to it.
        var edited = (await newsroom.Editor.Put($"{posts}/{id}", Showing(media).Replace("The gates close", "All gates are closed", StringComparison.Ordinal), ("If-Match", "*"))).Is(200);
        Assert.Equal(hash, (string)edited.Json["lapsed"]![0]!["hash"]!);
        var page = (await newsroom.Anonymous.Get("/live/rights-edit")).Text;
        Assert.Contains("All gates are closed", page);
        Assert.DoesNotContain(hash, page);
    }

    [Fact]
    public async Task A_picture_that_may_not_be_shown_any_more_is_refused_in_a_new_post_with_its_place()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("rights-new");
        var (media, hash) = await Picture(newsroom, 75);
        await Ends(newsroom, hash, End);
        var draft = (await newsroom.Editor.Post(posts, Showing(media).Replace("true", "false", StringComparison.Ordinal))).Is(201).Id;
        Assert.Contains("09:10 UTC on 23 November 2026", (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:10:00Z"}""")).Refuses(422, "blocks[0].media")["title"]);
        (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:09:59Z"}""")).Is(202);
        (await newsroom.Editor.Post($"{posts}/{draft}/unschedule")).Is(200);

        newsroom.Clock.SetUtcNow(End);
        (await newsroom.Editor.Post($"{posts}/{draft}/publish")).Refuses(422, "blocks[0].media");
        (await newsroom.Editor.Post(posts, Showing(media))).Refuses(422, "blocks[0].media");
        (await newsroom.Editor.Patch("/api/v1/coverages/rights-new", Top(media), ("If-Match", "*"))).Refuses(422, "lead.media");
        (await newsroom.Editor.Post("/api/v1/coverages", $$"""{"slug":"rights-newer","headline":"Gates",{{Top(media)[1..]}}""")).Refuses(422, "lead.media");
    }

    [Fact]
    public async Task A_scheduled_post_whose_picture_lapsed_meanwhile_goes_out_without_it()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("rights-scheduled");
        var (media, hash) = await Picture(newsroom, 76);
        var draft = (await newsroom.Editor.Post(posts, Showing(media).Replace("true", "false", StringComparison.Ordinal))).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:10:00Z"}""")).Is(202);
        await Ends(newsroom, hash, End.AddMinutes(-1));
        using var stream = await newsroom.Anonymous.Follows("rights-scheduled");
        newsroom.Clock.SetUtcNow(End);
        Advance(newsroom, 1_000);
        var change = (await stream.ChangesTo(1))[^1].Data;
        Assert.Contains("The gates close", change);
        Assert.DoesNotContain(hash, change);
    }

    [Fact]
    public async Task An_end_that_is_no_instant_is_refused()
    {
        await using var newsroom = await Open();
        var (_, hash) = await Picture(newsroom, 78);
        (await newsroom.Reporter.Patch($"/api/v1/media/{hash}", """{"notAfter":"Friday"}""")).Refuses(422, "notAfter");
        (await newsroom.Reporter.Patch($"/api/v1/media/{hash}", """{"notAfter":"2026-12-31"}""")).Refuses(422, "notAfter");
        Assert.Equal("2026-12-31T22:59:00Z", (string)(await newsroom.Reporter.Patch($"/api/v1/media/{hash}", """{"notAfter":"2026-12-31T23:59:00+01:00"}""")).Is(200).Json["details"]!["notAfter"]!);
    }

    private static string Showing(string media) => $$"""{"headline":"The gates close","blocks":[{"kind":"image","media":"{{media}}","alt":"Gates at dusk"}],"publish":true}""";

    private static string Top(string media) => $$$"""{"lead":{"kind":"image","media":"{{{media}}}","alt":"Gates at dusk"}}""";

    private static async Task<(string Media, string Hash)> Picture(NewsroomApi newsroom, int seed)
    {
        var sent = (await newsroom.Reporter.Sends(Pictures.Jpeg(64, 48, seed: seed))).Is(201);
        return (sent.Id, sent["hash"]!);
    }

    private static async Task Ends(NewsroomApi newsroom, string hash, DateTimeOffset end) => (await newsroom.Reporter.Patch($"/api/v1/media/{hash}", $$"""{"notAfter":"{{end:O}}"}""")).Is(200);

    // Step by step, so that every tick that is due in between is had.
    private static void Advance(NewsroomApi newsroom, int milliseconds)
    {
        for (var gone = 0; gone < milliseconds; gone += 250) newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));
    }

    private static async Task<NewsroomApi> Open()
    {
        var newsroom = new NewsroomApi();
        await newsroom.InitializeAsync();
        return newsroom;
    }
}
