using Dateline.Core.Media;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A film or a sound is shown for as long as it may be, like a picture.</summary>
public sealed class RecordingRightsTests
{
    private const string Library = "/api/v1/media";

    private static readonly DateTimeOffset End = TestNewsroom.Morning.AddMinutes(10);

    [Fact]
    public async Task A_film_leaves_open_pages_within_a_second_of_the_end_of_its_rights_with_all_that_was_made_of_it()
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("film-ends");
        var sent = (await newsroom.Reporter.Sends(Films.Film(seconds: 21, size: "64x64"))).Is(201);
        var (hash, still) = (sent["hash"]!, sent["poster"]!);
        await Bound.Until(async () => (await newsroom.Reporter.Get($"{Library}/{hash}")).Is(200)["ready"] == "true", "the film is ready");
        var body = $$"""{"headline":"The gates close","blocks":[{"kind":"video","media":"{{sent.Id}}","poster":"{{still}}","caption":"Nine in the evening","transcript":"Stand clear."}],"publish":true}""";
        var published = (await newsroom.Editor.Post(posts, body)).Is(201);
        await Ends(newsroom, hash, End);
        string[] addresses = [$"/media/{hash}/video.mp4", $"/media/{hash}/hls/main.m3u8", $"/media/{hash}/hls/low.mp4", $"/media/{still.Split('-')[0]}/320.webp"];
        foreach (var address in addresses) (await newsroom.Anonymous.Get(address)).Is(200);

        using var stream = await newsroom.Anonymous.Follows("film-ends");
        newsroom.Clock.SetUtcNow(End.AddSeconds(-1));
        Advance(newsroom, 750);
        Assert.Contains(hash, (await newsroom.Anonymous.Get("/live/film-ends.json")).Text);
        Advance(newsroom, 1_250);

        var change = (await stream.ChangesTo(2))[^1].Data;
        var page = (await newsroom.Anonymous.Get("/live/film-ends")).Is(200).Text;
        foreach (var text in new[] { change, page })
        {
            Assert.Contains("The right to show this video has ended", text);
            Assert.Contains("Nine in the evening", text);
            Assert.Contains("Stand clear.", text);
            Assert.DoesNotContain(hash, text);
            Assert.DoesNotContain(still, text);
        }
        foreach (var address in addresses) (await newsroom.Anonymous.Get(address)).Is(404);
        // The newsroom keeps what it wrote, so that nothing has to be put back by hand.
        var kept = (await newsroom.Editor.Get($"{posts}/{published.Id}")).Is(200);
        Assert.Equal((sent.Id, hash, published["revision"]), ((string)kept.Json["blocks"]![0]!["media"]!, (string)kept.Json["lapsed"]![0]!["hash"]!, kept["revision"]));
        Assert.Equal("kept to rights", (string)(await newsroom.Admin.Get($"/api/v1/audit?about=live/film-ends/posts/{published.Id}")).Json["entries"]![0]!["did"]!);

        await Ends(newsroom, hash, null);
        Advance(newsroom, 1_000);
        Assert.Contains(hash, (await stream.ChangesTo(3))[^1].Data);
        foreach (var address in addresses) (await newsroom.Anonymous.Get(address)).Is(200);
    }

    [Fact]
    public async Task A_sound_leaves_and_comes_back_and_the_name_of_its_show_stays()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("sound-ends");
        (await newsroom.Editor.Patch("/api/v1/coverages/sound-ends", """{"language":"ar"}""", ("If-Match", "*"))).Is(200);
        var sound = await Kept(newsroom, new SoundName(new string('1', 64), TimeSpan.FromSeconds(9), IsMp3: true));
        (await newsroom.Editor.Post(posts, Showing($$"""{"kind":"audio","media":"{{sound}}","show":"Tidelines"}"""))).Is(201);
        await Ends(newsroom, sound.Hash, newsroom.Clock.GetUtcNow());
        Advance(newsroom, 1_000);
        await Bound.Until(async () => !(await Page()).Contains(sound.Hash, StringComparison.Ordinal), "it left");
        Assert.Contains("انتهى حق بث هذا التسجيل", await Page());
        Assert.Contains("Tidelines", await Page());

        await Ends(newsroom, sound.Hash, End);
        Advance(newsroom, 1_000);
        await Bound.Until(async () => (await Page()).Contains(sound.Hash, StringComparison.Ordinal), "it is back");
        Assert.DoesNotContain("انتهى حق", await Page());

        async Task<string> Page() => (await newsroom.Anonymous.Get("/live/sound-ends")).Is(200).Text;
    }

    [Fact]
    public async Task A_film_at_the_top_of_the_page_leaves_too_and_comes_back()
    {
        await using var newsroom = await Open();
        await newsroom.Begins("film-tops");
        var film = await Kept(newsroom, Film('2'));
        (await newsroom.Editor.Patch("/api/v1/coverages/film-tops", Top(film), ("If-Match", "*"))).Is(200);
        using var stream = await newsroom.Anonymous.Follows("film-tops");
        await Ends(newsroom, film.Hash, newsroom.Clock.GetUtcNow());
        Advance(newsroom, 1_000);
        var change = (await stream.ChangesTo(2))[^1].Data;
        Assert.DoesNotContain(film.Hash, change);
        Assert.Contains("The right to show this video has ended", (await newsroom.Anonymous.Get("/live/film-tops")).Text);
        // Whoever edits something else there does not bring it back by that.
        (await newsroom.Editor.Patch("/api/v1/coverages/film-tops", """{"standfirst":"Three gates of seven are shut."}""", ("If-Match", "*"))).Is(200);
        Assert.DoesNotContain(film.Hash, (await newsroom.Anonymous.Get("/live/film-tops")).Text);

        await Ends(newsroom, film.Hash, End);
        Advance(newsroom, 1_000);
        Assert.Contains(film.Hash, (await stream.ChangesTo(4))[^1].Data);
    }

    [Fact]
    public async Task An_edit_of_a_post_whose_film_lapsed_goes_out_without_it()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("film-edit");
        var film = await Kept(newsroom, Film('3'));
        var id = (await newsroom.Editor.Post(posts, Showing(Of(film)))).Is(201).Id;
        await Ends(newsroom, film.Hash, newsroom.Clock.GetUtcNow());
        // Even before the library came round to it.
        var edited = (await newsroom.Editor.Put($"{posts}/{id}", Showing(Of(film)).Replace("The gates close", "All gates are closed", StringComparison.Ordinal), ("If-Match", "*"))).Is(200);
        Assert.Equal(film.Hash, (string)edited.Json["lapsed"]![0]!["hash"]!);
        var page = (await newsroom.Anonymous.Get("/live/film-edit")).Text;
        Assert.Contains("All gates are closed", page);
        Assert.DoesNotContain(film.Hash, page);
    }

    [Fact]
    public async Task A_film_that_may_not_be_shown_any_more_is_refused_in_a_new_post_with_its_place()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("film-new");
        var film = await Kept(newsroom, Film('4'));
        var captions = await Kept(newsroom, new CaptionsName(new string('5', 64)));
        await Ends(newsroom, film.Hash, End);
        await Ends(newsroom, captions.Hash, End.AddDays(1));
        var body = Showing("""{"kind":"paragraph","text":"Words"},""" + Of(film, captions));
        var draft = (await newsroom.Editor.Post(posts, body.Replace("true", "false", StringComparison.Ordinal))).Is(201).Id;
        Assert.Contains("this recording ends at 09:10 UTC on 23 November 2026", (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:10:00Z"}""")).Refuses(422, "blocks[1].media")["title"]);
        (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:09:59Z"}""")).Is(202);
        (await newsroom.Editor.Post($"{posts}/{draft}/unschedule")).Is(200);

        newsroom.Clock.SetUtcNow(End);
        (await newsroom.Editor.Post($"{posts}/{draft}/publish")).Refuses(422, "blocks[1].media");
        (await newsroom.Editor.Post(posts, body)).Refuses(422, "blocks[1].media");
        (await newsroom.Editor.Patch("/api/v1/coverages/film-new", Top(film), ("If-Match", "*"))).Refuses(422, "lead.media");
        (await newsroom.Editor.Post("/api/v1/coverages", $$"""{"slug":"film-newer","headline":"Gates",{{Top(film)[1..]}}""")).Refuses(422, "lead.media");
        await Ends(newsroom, captions.Hash, End);
        await Ends(newsroom, film.Hash, End.AddDays(1));
        (await newsroom.Editor.Post(posts, body)).Refuses(422, "blocks[1].captions");
    }

    [Fact]
    public async Task A_scheduled_post_whose_film_lapsed_meanwhile_goes_out_without_it()
    {
        await using var newsroom = await Open();
        var posts = await newsroom.Begins("film-scheduled");
        var film = await Kept(newsroom, Film('6'));
        var draft = (await newsroom.Editor.Post(posts, Showing(Of(film)).Replace("true", "false", StringComparison.Ordinal))).Is(201).Id;
        (await newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-23T09:10:00Z"}""")).Is(202);
        await Ends(newsroom, film.Hash, End.AddMinutes(-1));
        using var stream = await newsroom.Anonymous.Follows("film-scheduled");
        newsroom.Clock.SetUtcNow(End);
        Advance(newsroom, 1_000);
        var change = (await stream.ChangesTo(1))[^1].Data;
        Assert.Contains("The gates close", change);
        Assert.DoesNotContain(film.Hash, change);
    }

    [Fact]
    public async Task An_end_is_set_shown_and_cleared_and_the_log_says_by_whom()
    {
        await using var newsroom = await Open();
        var film = await Kept(newsroom, Film('7'));
        var at = $"{Library}/{film.Hash}";
        Assert.Equal("2026-12-31T22:59:00Z", EndIn((await newsroom.Reporter.Patch(at, """{"notAfter":"2026-12-31T23:59:00+01:00"}""")).Is(200)));
        Assert.Equal("2026-12-31T22:59:00Z", EndIn((await newsroom.OtherReporter.Patch(at, "{}")).Is(200)));
        Assert.Equal("2026-12-31T22:59:00Z", EndIn((await newsroom.Editor.Get(at)).Is(200)));
        Assert.Null((await newsroom.Editor.Patch(at, """{"notAfter":""}""")).Is(200).Json["details"]!["notAfter"]);
        var log = (await newsroom.Admin.Get($"/api/v1/audit?about=media/{film.Hash}&did=set an end of rights")).Is(200).Json["entries"]!.AsArray();
        Assert.Equal([("Edith", null), ("Rita", "2026-12-31T22:59:00Z")], log.Select(entry => ((string)entry!["by"]!, (string?)entry["detail"])));

        (await newsroom.Reporter.Patch(at, """{"notAfter":"Friday"}""")).Refuses(422, "notAfter");
        (await newsroom.Reporter.Patch(at, """{"notAfter":"2026-12-31"}""")).Refuses(422, "notAfter");
        (await newsroom.Reporter.Patch(at, """{"until":"2026-12-31T22:59:00Z"}""")).Refuses(422, "until");
        (await newsroom.Reporter.Patch($"{Library}/{new string('8', 64)}", """{"notAfter":null}""")).Refuses(404);
    }

    private static string? EndIn(Answered answer) => (string?)answer.Json["details"]!["notAfter"];

    private static string Showing(string blocks) => $$"""{"headline":"The gates close","blocks":[{{blocks}}],"publish":true}""";

    private static string Of(RecordingName film, RecordingName? captions = null) =>
        $$"""{"kind":"video","media":"{{film}}","caption":"Nine in the evening"{{(captions is null ? "" : $",\"captions\":\"{captions}\"")}}}""";

    private static string Top(RecordingName film) => $$"""{"lead":{{Of(film)}}}""";

    private static VideoName Film(char digit) => new(new string(digit, 64), 640, 360, TimeSpan.FromSeconds(5));

    // In the book as one that is ready; what is asked of it here needs no file.
    private static async Task<RecordingName> Kept(NewsroomApi newsroom, RecordingName name)
    {
        var book = newsroom.Services.GetRequiredService<RecordingBook>();
        Assert.True((await book.Add(name, 1_000, still: null, fileName: null, "Rita", CancellationToken.None)).Value);
        Assert.Null((await book.Note(name.Hash, trouble: null, CancellationToken.None)).Refusal);
        return name;
    }

    private static async Task Ends(NewsroomApi newsroom, string hash, DateTimeOffset? end) => (await newsroom.Reporter.Patch($"{Library}/{hash}", $$"""{"notAfter":"{{end:O}}"}""")).Is(200);

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
