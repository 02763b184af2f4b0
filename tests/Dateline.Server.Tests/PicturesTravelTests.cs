using System.Net;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>A live page that goes to another newsroom with its pictures.</summary>
public sealed class PicturesTravelTests : IAsyncLifetime
{
    private readonly TemporaryFolder _out = new();
    private RunningServer _here = null!;
    private RunningServer _there = null!;

    public async ValueTask InitializeAsync() => (_here, _there) = (await RunningServer.Start(new TurnedClock()), await RunningServer.Start(new TurnedClock()));

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _out.Dispose();
    }

    [Fact]
    public async Task The_other_newsroom_shows_the_same_pictures_and_its_export_is_the_same_file()
    {
        var (leading, posted) = (_here.Keeps(1), _here.Keeps(2));
        await Page(leading, posted);
        Assert.Empty((await Run(_here, "export", "storm", "--format", "json", "--out", _out.File("storm.json"), "--media", _out.File("pictures"))).Done());
        Assert.Equal([.. new[] { leading.Hash, posted.Hash }.Order()], Directory.EnumerateFiles(_out.File("pictures")).Select(file => Path.GetFileName(file)).Order());

        (await Run(_there, "import", _out.File("storm.json"), "--media", _out.File("pictures"))).Done();
        (await Run(_there, "export", "storm", "--format", "json", "--out", _out.File("again.json"))).Done();
        Assert.Equal(await File.ReadAllTextAsync(_out.File("storm.json")), await File.ReadAllTextAsync(_out.File("again.json")));
        foreach (var picture in new[] { leading, posted })
            Assert.Equal(await _here.Http.GetByteArrayAsync($"/media/{picture.Hash}/320.jpg"), await _there.Http.GetByteArrayAsync($"/media/{picture.Hash}/320.jpg"));
    }

    [Fact]
    public async Task A_file_that_is_another_picture_stops_the_import_before_anything_is_there()
    {
        var picture = _here.Keeps(3);
        await Page(picture, picture);
        (await Run(_here, "export", "storm", "--format", "json", "--out", _out.File("storm.json"), "--media", _out.File("pictures"))).Done();
        await File.WriteAllBytesAsync(Path.Combine(_out.File("pictures"), picture.Hash), Pictures.Jpeg(600, 400, 4));
        (await Run(_there, "import", _out.File("storm.json"), "--media", _out.File("pictures"))).Fails("not the file that its name says");
        Assert.Empty((await Run(_there, "coverage", "list")).Done());
    }

    [Fact]
    public async Task A_picture_that_did_not_come_along_is_told_and_the_page_comes_without_it()
    {
        var picture = _here.Keeps(5);
        await Page(picture, picture);
        (await Run(_here, "export", "storm", "--format", "json", "--out", _out.File("storm.json"))).Done();
        Directory.CreateDirectory(_out.File("nothing"));
        var said = await Run(_there, "import", _out.File("storm.json"), "--media", _out.File("nothing"));
        said.Done();
        Assert.Contains($"The file {picture.Hash} is neither in the library nor in", said.Errors, StringComparison.Ordinal);
        using var answer = await _there.Http.GetAsync($"/media/{picture.Hash}/320.jpg");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        (await Run(_there, "import", _out.File("storm.json"), "--media", _out.File("nowhere"))).Fails("There is no folder");
    }

    private async Task Page(PictureName leading, PictureName posted)
    {
        await _here.Begins("storm");
        await _here.Edits("storm", new CoverageEdit { Lead = new Image { Media = leading.ToString(), Alt = "The harbour" } });
        await _here.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Gallery { Items = [new Picture { Media = posted.ToString(), Alt = "The gates, closed" }] }] });
    }

    private static Task<Said> Run(RunningServer at, params string[] arguments) => Command.Run(Path.GetDirectoryName(at.DatabasePath)!, arguments);
}
