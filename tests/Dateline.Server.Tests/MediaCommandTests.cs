using System.Net;
using System.Text.Json.Nodes;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary><c>dateline media add</c>, beside the server that shows what was added.</summary>
public sealed class MediaCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _files = new();
    private readonly TurnedClock _clock = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start(_clock);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task Pictures_are_in_the_library_by_the_ids_that_are_printed_and_one_that_cannot_be_taken_is_named()
    {
        var (good, broken) = (Put("gates.jpg", Pictures.Jpeg(640, 480)), Put("notes.jpg", "no picture"u8.ToArray()));
        var said = await Add(good, broken, _files.File("gone.png"));
        Assert.Equal(1, said.Code);
        Assert.Contains(broken, said.Errors, StringComparison.Ordinal);
        Assert.Contains("gone.png: There is no such file.", said.Errors, StringComparison.Ordinal);
        Assert.True(PictureName.TryParse(said.Output.Trim(), out var picture));

        await _server.Begins("storm");
        await _server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Image { Media = picture.ToString(), Alt = "Two gates" }] });
        Assert.Equal(HttpStatusCode.OK, (await _server.Http.GetAsync($"/media/{picture.Hash}/320.webp")).StatusCode);
        Assert.Equal(said.Output, (await Add(good)).Done());
    }

    [Fact]
    public async Task A_film_is_made_ready_by_the_server_that_runs_beside_the_command()
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        var told = JsonNode.Parse((await Add("--json", Put("gates.mp4", Films.Film()))).Done())!.AsArray().Single()!;
        Assert.Equal(("video", false), ((string)told["kind"]!, (bool)told["ready"]!));
        Assert.True(RecordingName.TryParse((string)told["id"]!, out var film));
        Assert.True(PictureName.TryParse((string)told["poster"]!, out _));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _server.IsReady(film);
    }

    private string Put(string name, byte[] bytes)
    {
        File.WriteAllBytes(_files.File(name), bytes);
        return _files.File(name);
    }

    private Task<Said> Add(params string[] arguments) => Command.Run(Path.GetDirectoryName(_server.DatabasePath)!, ["media", "add", .. arguments]);
}
