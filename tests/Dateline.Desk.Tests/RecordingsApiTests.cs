using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dateline.Core.Media;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Videos, sounds and captions come in, are made ready, and are played by those who may.</summary>
public sealed class RecordingsApiTests : IClassFixture<NewsroomApi>
{
    private const string Library = "/api/v1/media";

    private readonly NewsroomApi _newsroom;

    public RecordingsApiTests(NewsroomApi newsroom)
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        _newsroom = newsroom;
    }

    [Fact]
    public async Task A_video_is_taken_with_a_still_and_is_ready_in_a_moment()
    {
        var sent = (await _newsroom.Reporter.Sends(Films.Film(), "gates.mp4")).Is(201);
        Assert.Equal(("video", "320", "180", "2"), (sent["kind"], sent["width"], sent["height"], sent["seconds"]));
        Assert.True(RecordingName.TryParse(sent.Id, out var name));
        Assert.IsType<VideoName>(name);
        Assert.True(PictureName.TryParse(sent["poster"], out var poster));
        (await _newsroom.Reporter.Get($"{Library}/{poster.Hash}/320.webp")).Is(200);
        await Ready(name.Hash);
        var again = (await _newsroom.Editor.Sends(Films.Film(), "again.mp4")).Is(200);
        Assert.Equal((sent.Id, "true"), (again.Id, again["ready"]));
        Assert.Equal("added a recording", (string)(await _newsroom.Admin.Get($"/api/v1/audit?about=media/{name.Hash}")).Json["entries"]!.AsArray().Single()!["did"]!);
    }

    [Fact]
    public async Task Readers_have_a_recording_while_something_published_shows_it_whole_or_in_parts()
    {
        var posts = await _newsroom.Begins("film-shown");
        var film = (await _newsroom.Reporter.Sends(Films.Film(seconds: 3))).Is(201);
        var captions = (await _newsroom.Reporter.Sends("WEBVTT\n\n00:00.500 --> 00:02.000\nThe gates close.\n"u8.ToArray(), "gates.vtt")).Is(201);
        Assert.Equal(("captions", "true"), (captions["kind"], captions["ready"]));
        await Ready(film["hash"]!);
        var (address, track) = ($"/media/{film["hash"]}/video.mp4", $"/media/{captions["hash"]}/captions.vtt");
        foreach (var each in new[] { address, track }) (await _newsroom.Anonymous.Get(each)).Is(404);

        var body = $$"""{"headline":"The gates close","blocks":[{"kind":"video","media":"{{film.Id}}","captions":"{{captions.Id}}","poster":"{{film["poster"]}}","caption":"Nine in the evening"}],"publish":true}""";
        var id = (await _newsroom.Editor.Post(posts, body)).Is(201).Id;
        var page = (await _newsroom.Anonymous.Get("/live/film-shown")).Is(200).Text;
        Assert.Contains($"src=\"{address}\"", page);
        Assert.Contains($"src=\"{track}\"", page);
        Assert.DoesNotContain("autoplay", page);

        using var whole = await Asked(address);
        Assert.Equal((HttpStatusCode.OK, "video/mp4", "bytes"), (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType, whole.Headers.AcceptRanges.Single()));
        Assert.Contains("immutable", whole.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(Films.Place, Encoding.Latin1.GetString(bytes));

        using var part = await Asked(address, new RangeHeaderValue(100, 199));
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 100-199/{bytes.Length}"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(bytes[100..200], await part.Content.ReadAsByteArrayAsync());
        using var beyond = await Asked(address, new RangeHeaderValue(bytes.Length + 1, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var text = await Asked(track);
        Assert.Equal("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nThe gates close.\n", await text.Content.ReadAsStringAsync());

        (await _newsroom.Editor.Post($"{posts}/{id}/withdraw", """{"notice":"It was another gate"}""", ("If-Match", "*"))).Is(200);
        foreach (var each in new[] { address, track }) (await _newsroom.Anonymous.Get(each)).Is(410);
        (await _newsroom.Editor.Post($"{posts}/{id}/take-down", """{"reason":"Another gate"}""", ("If-Match", "*"))).Is(200);
        foreach (var each in new[] { address, track }) (await _newsroom.Anonymous.Get(each)).Is(404);
    }

    [Fact]
    public async Task A_video_at_the_top_of_the_page_is_had_in_pieces_too()
    {
        await _newsroom.Begins("film-top");
        var film = (await _newsroom.Reporter.Sends(Films.Film(seconds: 21, size: "64x64"))).Is(201);
        await Ready(film["hash"]!);
        (await _newsroom.Editor.Patch("/api/v1/coverages/film-top", $$$"""{"lead":{"kind":"video","media":"{{{film.Id}}}"}}""", ("If-Match", "*"))).Is(200);
        var page = (await _newsroom.Anonymous.Get("/live/film-top")).Text;
        Assert.Contains($"src=\"/media/{film["hash"]}/hls/main.m3u8\" type=\"application/vnd.apple.mpegurl\"", page);
        foreach (var file in new[] { "main.m3u8", "low.m3u8", "low.mp4", "high.m3u8", "high.mp4" }) (await _newsroom.Anonymous.Get($"/media/{film["hash"]}/hls/{file}")).Is(200);
        (await _newsroom.Anonymous.Get($"/media/{film["hash"]}/hls/..%2fvideo.mp4")).Is(503);
    }

    [Fact]
    public async Task The_desk_plays_what_readers_cannot_have_yet()
    {
        var sound = (await _newsroom.Reporter.Sends(Films.Mp3(), "tide.mp3")).Is(201);
        Assert.Equal("audio", sound["kind"]);
        await Ready(sound["hash"]!);
        (await _newsroom.Reporter.Get($"{Library}/{sound["hash"]}/audio.mp3")).Is(200);
        (await _newsroom.Reporter.Get($"{Library}/{sound["hash"]}/video.mp4")).Refuses(404);
        (await _newsroom.Anonymous.Get($"{Library}/{sound["hash"]}/audio.mp3")).Is(401);
        (await _newsroom.Anonymous.Get($"/media/{sound["hash"]}/audio.mp3")).Is(404);
        var posts = await _newsroom.Begins("sound-preview");
        var id = (await _newsroom.Reporter.Post(posts, $$"""{"headline":"A draft","blocks":[{"kind":"audio","media":"{{sound.Id}}","show":"Tides"}]}""")).Is(201).Id;
        Assert.Contains($"{Library}/{sound["hash"]}/audio.mp3", (await _newsroom.Reporter.Get($"/desk/preview/sound-preview/{id}")).Is(200).Text);
    }

    [Fact]
    public async Task A_post_waits_for_its_recording_and_is_told_where_one_is_not_known()
    {
        var posts = await _newsroom.Begins("film-waits");
        // Entered in the book without anybody being told of it: still being made.
        var name = new VideoName(new string('9', 64), 640, 360, TimeSpan.FromSeconds(5));
        Assert.True((await _newsroom.Services.GetRequiredService<RecordingBook>().Add(name, 1_000, still: null, fileName: null, "Rita", CancellationToken.None)).Value);
        var body = $$"""{"headline":"The gates close","blocks":[{"kind":"paragraph","text":"Words"},{"kind":"video","media":"{{name}}"}]}""";
        var draft = (await _newsroom.Editor.Post(posts, body)).Is(201).Id;
        Assert.Contains("being made ready", (await _newsroom.Editor.Post($"{posts}/{draft}/publish")).Refuses(422, "blocks[1].media")["title"]);
        (await _newsroom.Editor.Post($"{posts}/{draft}/schedule", """{"at":"2026-11-24T09:00:00Z"}""")).Refuses(422, "blocks[1].media");
        Assert.Equal("false", (await _newsroom.Reporter.Get($"{Library}/{name.Hash}")).Is(200)["ready"]);

        (await _newsroom.Editor.Post(posts, body.Replace($"{name}", $"{name with { Hash = new string('8', 64) }}", StringComparison.Ordinal))).Refuses(422, "blocks[1].media");
        (await _newsroom.Editor.Post(posts, body.Replace($"{name}", "gates.mp4", StringComparison.Ordinal))).Refuses(422, "blocks[1].media");
        (await _newsroom.Reporter.Get($"{Library}/{new string('8', 64)}")).Refuses(404);
    }

    [Theory]
    [InlineData("#EXTM3U\nfile:///etc/passwd\n", "film.mp4")]
    [InlineData("WEBVTT\n\nnothing", "gates.vtt")]
    [InlineData("ID3 and no sound", "tide.mp3")]
    public async Task What_cannot_be_played_is_refused_with_a_sentence(string content, string file) => (await _newsroom.Reporter.Sends(Encoding.UTF8.GetBytes(content), file)).Refuses(422, "file");

    private async Task Ready(string hash) =>
        await Bound.Until(async () => (await _newsroom.Reporter.Get($"{Library}/{hash}")).Is(200)["ready"] == "true", "it is ready");

    private async Task<HttpResponseMessage> Asked(string address, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = range;
        return await _newsroom.Anonymous.Http.SendAsync(request);
    }
}
