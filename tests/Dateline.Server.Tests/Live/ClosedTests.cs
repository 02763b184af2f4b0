using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>A page that is over holds nobody's connection, and still tells of corrections.</summary>
public sealed class ClosedTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private Post _post = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(new TurnedClock());
        await _server.Begins("storm");
        _post = await _server.Publishes("storm", "The gates close");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_open_stream_ends_when_coverage_does()
    {
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=1");
        await _server.Turns("storm", CoverageStatus.Closed);
        Assert.Equal("closed", (await stream.Next("change")).Json.GetProperty("status").GetString());
        Assert.Equal(("end", 2), ((await stream.Next()) is { } end ? (end.Name, end.Seq) : default));
        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task Who_missed_the_end_is_told_all_that_was_missed_and_then_that_it_is_the_end()
    {
        await _server.Turns("storm", CoverageStatus.Closed);
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=0");
        Assert.Equal([1L, 2L], (await stream.ChangesTo(2)).Select(change => change.Seq));
        Assert.Equal("end", (await stream.Next())!.Name);
        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task A_stream_that_would_have_nothing_to_say_is_no_content()
    {
        await _server.Turns("storm", CoverageStatus.Closed);
        using var answer = await _server.Http.GetAsync("/live/storm/stream?after=2");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task A_correction_after_the_end_is_in_the_next_poll()
    {
        await _server.Turns("storm", CoverageStatus.Closed);
        await _server.Edits("storm", _post.Id, _post.Live! with { Headline = "The gates stay open" }, EditKind.Correction, "They never closed.");
        var batch = await _server.Http.GetFromJsonAsync<JsonElement>("/live/storm/changes?after=2");
        Assert.Contains("They never closed.", batch.GetProperty("changes")[0].GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_opened_again_streams_again()
    {
        await _server.Turns("storm", CoverageStatus.Closed);
        await _server.Turns("storm", CoverageStatus.Live);
        using var stream = await EventStream.Open(_server.Http, "/live/storm/stream?after=3");
        await _server.Publishes("storm", "It goes on");
        Assert.Equal(4, (await stream.Next("change")).Id);
    }
}
