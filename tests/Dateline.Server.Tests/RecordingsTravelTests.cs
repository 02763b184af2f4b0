using System.Net;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>Films and documents go where their page goes.</summary>
public sealed class RecordingsTravelTests : IAsyncLifetime
{
    private readonly TemporaryFolder _out = new();
    private readonly TurnedClock _clock = new();
    private RunningServer _here = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        _here = await RunningServer.Start(new TurnedClock());
        await _here.Begins("storm");
    }

    public async ValueTask DisposeAsync()
    {
        if (_here is not null) await _here.DisposeAsync();
        _out.Dispose();
    }

    [Fact]
    public async Task The_other_newsroom_plays_the_same_film_once_its_server_has_made_it_ready()
    {
        var film = await _here.KeepsFilm(Films.Film());
        await _here.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Video { Media = film.ToString() }] });
        (await Run(_here, "export", "storm", "--format", "json", "--out", _out.File("storm.json"), "--media", _out.File("files"))).Done();
        Assert.Equal([film.Hash], Directory.EnumerateFiles(_out.File("files")).Select(file => Path.GetFileName(file)));

        await using var there = await RunningServer.Start(_clock);
        (await Run(there, "import", _out.File("storm.json"), "--media", _out.File("files"))).Done();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await there.IsReady(film);
        using var answer = await there.Http.GetAsync($"/media/{film.Hash}/video.mp4");
        Assert.Equal((HttpStatusCode.OK, "video/mp4"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_other_newsroom_offers_the_same_document_and_finds_both_by_what_the_page_says_of_them()
    {
        Assert.SkipUnless(Papers.AreHere, Papers.NotHere);
        await File.WriteAllBytesAsync(_out.File("report.pdf"), Papers.Pdf(2, "/Title (gate4_v7_final)"));
        Assert.True(DocumentName.TryParse((await Run(_here, "media", "add", _out.File("report.pdf"))).Done().Trim(), out var report));
        var film = await _here.KeepsFilm(Films.Film());
        await _here.Publishes("storm", new PostContent
        {
            Headline = "The gates",
            Blocks = [new Video { Media = film.ToString(), Caption = RichText.Plain("The gates close"), Credit = "Harbour camera" }, new Document { Media = report.ToString(), Title = "Why gate 4 stuck" }],
        });
        (await Run(_here, "export", "storm", "--format", "json", "--out", _out.File("storm.json"), "--media", _out.File("files"))).Done();
        Assert.Equal([.. new[] { film.Hash, report.Hash }.Order()], Directory.EnumerateFiles(_out.File("files")).Select(file => Path.GetFileName(file)).Order());

        await using var there = await RunningServer.Start(_clock);
        (await Run(there, "import", _out.File("storm.json"), "--media", _out.File("files"))).Done();
        using var answer = await there.Http.GetAsync($"/media/{report.Hash}/document.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var library = there.Services.GetRequiredService<Library>();
        Assert.Equal([report.Hash], await Found("STUCK"));
        Assert.Equal([report.Hash], await Found("gate4_v7"));
        Assert.Equal([film.Hash], await Found("harbour"));
        // In the folder it was called by its hash, which is no name for anybody.
        Assert.Null((await library.Find(report.Hash, CancellationToken.None))!.Facts.FileName);

        async Task<IEnumerable<string>> Found(string word) => (await library.Find(new LibraryQuestion([word]), CancellationToken.None)).Files.Select(file => file switch
        {
            LibraryDocument document => document.Name.Hash,
            LibraryRecording recording => recording.Name.Hash,
            _ => "a picture",
        });
    }

    [Fact]
    public async Task A_site_of_files_has_the_film_beside_its_pages()
    {
        var film = await _here.KeepsFilm(Films.Film(seconds: 21, size: "64x64"));
        await _here.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Video { Media = film.ToString() }] });
        Assert.Contains("1 recordings", (await Run(_here, "export", "storm", "--format", "site", "--out", _out.File("site"), "--url", "https://archive.example.org")).Done(), StringComparison.Ordinal);
        var front = await File.ReadAllTextAsync(Path.Combine(_out.File("site"), "live/storm/index.html"));
        Assert.Contains($"src=\"../../media/{film.Hash}/video.mp4\"", front, StringComparison.Ordinal);
        Assert.DoesNotContain("m3u8", front, StringComparison.Ordinal);
        Assert.Equal(await _here.Http.GetByteArrayAsync($"/media/{film.Hash}/video.mp4"), await File.ReadAllBytesAsync(Path.Combine(_out.File("site"), "media", film.Hash, "video.mp4")));
    }

    private static Task<Said> Run(RunningServer at, params string[] arguments) => Command.Run(Path.GetDirectoryName(at.DatabasePath)!, arguments);
}
