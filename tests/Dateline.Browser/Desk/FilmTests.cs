using System.Diagnostics;
using System.Text;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>Films, sounds and captions on their way from the desk to readers.</summary>
public sealed class FilmTests(Chromium chromium) : IAsyncLifetime
{
    private const string Captions = "WEBVTT\n\n00:00.200 --> 00:03.800\nThe gates close.\n";

    private static readonly string Axe = Tree.At("web", "desk", "node_modules", "axe-core", "axe.min.js");

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_reporters_film_is_filed_published_once_it_is_ready_and_played_by_a_reader_with_captions_and_never_by_itself()
    {
        Tools.Need(Axe, "axe-core", "run npm ci in web/desk");
        await using var rita = await AtTheDesk.Comes(chromium, _server, "Rita Vale", Role.Reporter, new() { BypassCSP = true });
        await rita.OpensDesk("storm");
        var road = new TaskCompletionSource();
        await rita.Page.RouteAsync("**/api/v1/media", async route =>
        {
            await road.Task;
            await route.ContinueAsync();
        });
        await rita.Writes("The gates close", "");
        await rita.Adds("Video");
        await rita.Page.Locator(".field-media").First.GetByText("Choose a file").ClickAsync();
        await rita.Chooses(Films.Film(seconds: 4), "gates.mp4", "video/mp4");
        // Words go on while it is on its way.
        await rita.Page.Locator(".card-head .card-state", new() { HasTextRegex = new("Sending|being looked at") }).WaitForAsync();
        await rita.Page.GetByLabel("Credit").FillAsync("Rita Vale");
        road.SetResult();
        await rita.Page.Locator(".card-head .card-still").WaitForAsync();
        await rita.Page.Locator(".card-head .card-length", new() { HasText = "0:04" }).WaitForAsync();
        await rita.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await rita.Page.Locator(".field-media", new() { HasText = "Captions file" }).GetByText("Choose a file").ClickAsync();
        await rita.Chooses(Encoding.UTF8.GetBytes(Captions), "gates.vtt", "text/vtt");
        await rita.Page.Locator(".field-media", new() { HasText = "Captions file" }).GetByText("The file is in the library.").WaitForAsync();
        await rita.Page.Locator(".card-head .card-state", new() { HasTextRegex = new("^Ready$") }).WaitForAsync();
        await NothingShutsOut(rita.Page);
        await rita.Keys.PressAsync("Control+Enter");
        await rita.Page.GetByText("Filed: The gates close").WaitForAsync();

        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync("p");

        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"), new() { BypassCSP = true });
        await reader.Shows("The gates close");
        var film = reader.Page.Locator("article video");
        Assert.True(await film.EvaluateAsync<bool>("film => film.paused && !film.autoplay && film.readyState === 0"));
        Assert.DoesNotContain(reader.Requests, address => address.EndsWith("video.mp4", StringComparison.Ordinal));
        await NothingShutsOut(reader.Page);
        // Without a sound, and by the keyboard alone.
        await film.EvaluateAsync("film => { film.muted = true; film.textTracks[0].mode = 'showing'; film.focus(); }");
        await reader.Page.Keyboard.PressAsync("Space");
        await film.EvaluateAsync("film => new Promise((played) => film.currentTime > 0.5 ? played() : film.addEventListener('timeupdate', () => film.currentTime > 0.5 && played()))");
        Assert.Equal("The gates close.", await film.EvaluateAsync<string>("film => film.textTracks[0].activeCues[0].text"));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(390, "en", "Being made ready for readers …", "Ready")]
    [InlineData(390, "ar", "يُجهَّز للقراء …", "جاهز")]
    [InlineData(1280, "ar", "يُجهَّز للقراء …", "جاهز")]
    public async Task A_card_says_in_the_desks_language_that_its_film_is_being_made_ready_and_then_that_it_is(int width, string language, string making, string ready)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The encoder is held up by a pipe with a name, which is of Linux.");
        using var folder = new TemporaryFolder();
        var goOn = await HoldsTheEncoder(folder);
        await using var server = await RunningServer.Start(settings: each => each with { Programs = $"{folder.Path}:{each.Programs}" });
        await server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, server, "Ana Reis", Role.Editor, new() { ViewportSize = new() { Width = width, Height = 844 } });
        await ana.OpensDesk("storm");
        await ana.Writes("The gates close", "");
        await ana.Adds("Video");
        await ana.Page.Locator(".field-media").First.GetByText("Choose a file").ClickAsync();
        await ana.Chooses(Films.Film(), "gates.mp4", "video/mp4");
        await ana.Page.Locator(".card-head .card-still").WaitForAsync();
        await ana.Page.GetByText("Saved", new() { Exact = true }).WaitForAsync();
        await ana.Page.EvaluateAsync("language => localStorage.setItem('desk.language', language)", language);
        await ana.Page.ReloadAsync();
        var card = ana.Page.Locator(".card[data-kind=video] .card-head");
        // On a phone another part of the desk is in sight now; the card is there behind it.
        await card.Locator(".card-state", new() { HasText = making }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // The story is English, and the cards of its text stand as it does; what the desk says runs as its own language does.
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await card.Locator(".card-state").EvaluateAsync<string>("state => getComputedStyle(state).direction"));
        Assert.True(await card.EvaluateAsync<bool>("head => [...head.children].every(each => each.scrollWidth <= each.clientWidth + 1 || getComputedStyle(each).display === 'inline')"));
        // The pipe is opened by whoever writes when somebody reads.
        await using (var pipe = new FileStream(goOn, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) await pipe.WriteAsync("go on\n"u8.ToArray());
        await card.Locator(".card-state", new() { HasTextRegex = new($"^{ready}$") }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Theory]
    [InlineData("en", "Rights …", "May be shown until", "Save", "No longer to be shown", "May be shown until")]
    [InlineData("ar", "الحقوق …", "يجوز عرضه حتى", "حفظ", "لم يعد عرضه جائزًا", "يجوز عرضه حتى")]
    public async Task Until_when_a_film_may_be_shown_is_set_at_its_card_and_readers_have_the_post_without_it(string language, string rights, string label, string save, string ended, string until)
    {
        var film = await _server.KeepsFilm(Films.Film());
        await _server.IsReady(film);
        await _server.Publishes("storm", new PostContent { Headline = "The gates close", Blocks = [new Video { Id = "film", Media = film.ToString(), Caption = RichText.Plain("Nine in the evening") }] });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor, new() { BypassCSP = true });
        await ana.OpensDesk("storm");
        await ana.Writes("More of it", "");
        await ana.Adds("Video");
        await ana.Page.Locator(".field-media").First.GetByText("Choose a file").ClickAsync();
        await ana.Chooses(Films.Film(), "gates.mp4", "video/mp4");
        await ana.Page.Locator(".card-head .card-state", new() { HasTextRegex = new("^Ready$") }).WaitForAsync();
        await ana.Page.GetByText("Saved", new() { Exact = true }).WaitForAsync();
        await ana.Page.EvaluateAsync("language => localStorage.setItem('desk.language', language)", language);
        await ana.Page.ReloadAsync();

        await using var reader = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        var player = reader.Page.Locator("video");
        await player.EvaluateAsync("film => { film.muted = film.loop = true; return film.play(); }");

        var card = ana.Page.Locator(".card[data-kind=video] .card-head");
        await Sets("2026-01-01T12:00");
        await card.GetByText(ended).WaitForAsync();
        // Whoever is watching it too.
        await reader.Shows("The right to show this video has ended.");
        await Assertions.Expect(player).ToHaveCountAsync(0);
        await Reads(page => page.Contains("The right to show this video has ended", StringComparison.Ordinal) && page.Contains("Nine in the evening", StringComparison.Ordinal) && !page.Contains(film.Hash, StringComparison.Ordinal));
        await Sets("2099-01-01T12:00");
        await card.GetByText(until).WaitForAsync();
        await player.WaitForAsync();
        await Reads(page => page.Contains(film.Hash, StringComparison.Ordinal));

        async Task Sets(string wall)
        {
            await card.GetByText(rights, new() { Exact = true }).ClickAsync();
            await NothingShutsOut(ana.Page);
            await ana.Page.GetByRole(AriaRole.Dialog).GetByLabel(label).FillAsync(wall);
            await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
            await ana.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        Task Reads(Func<string, bool> holds) => Bound.Until(async () => holds(await _server.Http.GetStringAsync("/live/storm")), "readers have it so");
    }

    [Fact]
    public async Task What_is_refused_is_told_at_its_field_and_the_words_stay()
    {
        await using var ana = await Comes();
        await ana.Writes("The gates close", "");
        await ana.Adds("Video");
        await ana.Page.GetByLabel("Credit").FillAsync("Ana Reis");
        var field = ana.Page.Locator(".field-media").First;
        await field.GetByText("Choose a file").ClickAsync();
        await ana.Chooses(Films.Film()[..3_000], "gates.mp4", "video/mp4");
        await field.GetByText("This file is no video or sound that can be played.").WaitForAsync();
        await field.GetByText("Choose a file").ClickAsync();
        await ana.Chooses(Films.Mp3(), "tide.mp3", "audio/mpeg");
        await field.GetByText("There is no moving picture in this file.").WaitForAsync();
        Assert.Equal("Ana Reis", await ana.Page.GetByLabel("Credit").InputValueAsync());
    }

    [Fact]
    public async Task A_dropped_film_is_a_video_a_sound_is_audio_and_captions_are_no_card()
    {
        await using var ana = await Comes();
        await ana.Writes("The gates close", "They went down at nine.");
        await Drops(ana, Encoding.UTF8.GetBytes(Captions), "gates.vtt", "");
        await ana.Sees("Captions belong to a video");
        Assert.Equal(0, await ana.Page.Locator(".card").CountAsync());
        await Drops(ana, Films.Film(), "gates.mp4", "video/mp4");
        await ana.Page.Locator(".card[data-kind=video] .card-still").WaitForAsync();
        await Drops(ana, Films.Mp3(), "tide.mp3", "audio/mpeg");
        await ana.Page.Locator(".card[data-kind=audio] .card-length").WaitForAsync();
        await Bound.Until(async () => (await Content()) is { Blocks: [Paragraph, Video { Media: not null, Poster: not null }, Audio { Media: not null }] }, "both are in the draft");
    }

    [Fact]
    public async Task A_film_without_a_road_waits_on_the_device_over_a_reload_and_finds_the_post_that_went_out_without_it()
    {
        await using var ana = await Comes();
        await ana.Page.RouteAsync("**/api/v1/media", route => route.AbortAsync());
        await ana.Writes("The gates close", "They went down at nine.");
        await Drops(ana, Films.Film(), "gates.mp4", "video/mp4");
        await ana.Sees("the file is kept on this device");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Stream.GetByText("The gates close").First.WaitForAsync();
        await ana.Page.UnrouteAsync("**/api/v1/media");
        await ana.Page.ReloadAsync();
        await Bound.Until(async () => (await Content()) is { Blocks: [Paragraph, Video { Media: not null, Poster: not null }] }, "the film is in its post");
        await ana.Sees("“gates.mp4” is in “The gates close” now, and readers do not have it yet");
    }

    /// <summary>Puts an ffmpeg into a folder that waits, before it makes what readers get, for a line from a pipe.</summary>
    private static async Task<string> HoldsTheEncoder(TemporaryFolder folder)
    {
        var (pipe, program) = (folder.File("go-on"), folder.File("ffmpeg"));
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync();
        var real = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(each => Path.Combine(each, "ffmpeg")).First(File.Exists);
        await File.WriteAllTextAsync(program, $"""
            #!/bin/sh
            case "$*" in *faststart*) read line < '{pipe}';; esac
            exec '{real}' "$@"
            """);
        using (var runs = Process.Start("chmod", ["u+x", program])) await runs.WaitForExitAsync();
        return pipe;
    }

    private async Task<AtTheDesk> Comes()
    {
        var person = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await person.OpensDesk("storm");
        return person;
    }

    private static async Task NothingShutsOut(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = Axe });
        Assert.Empty(await page.EvaluateAsync<string[]>("async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160))}`)"));
    }

    private static async Task Drops(AtTheDesk person, byte[] file, string name, string type) => await person.Text.EvaluateAsync("""
        (text, [bytes, name, type]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], name, { type }));
          text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { Convert.ToBase64String(file), name, type });

    /// <summary>What the only post says now.</summary>
    private async Task<PostContent?> Content()
    {
        await using var newsroom = _server.Newsroom.Read();
        var (posts, _) = await newsroom.Posts("storm", null, null, null, 10, CancellationToken.None);
        return posts is [var post, ..] ? post.Post.Latest : null;
    }
}
