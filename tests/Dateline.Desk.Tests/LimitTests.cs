using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A script that runs away slows itself.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_burst_is_taken_then_writes_are_refused_for_a_while_and_reading_is_not()
    {
        await using var newsroom = new NewsroomApi(settings => settings with { Writes = new WriteLimits(WritesPerMinute: 60, Burst: 20) });
        await newsroom.InitializeAsync();
        var posts = await newsroom.Begins("burst");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => newsroom.Reporter.Post(posts, $$"""{"headline":"Number {{n}}"}""")));

        // The burst, and what the seconds that it took gave back.
        var taken = answers.Count(answer => answer.Status == 201);
        Assert.InRange(taken, 20, 50);
        Assert.All(answers.Where(answer => answer.Status != 201), refused =>
        {
            Assert.Equal("1", refused.Refuses(429).RetryAfter);
            Assert.Contains("60 writes a minute", refused["title"]);
        });
        for (var n = 0; n < 100; n++) (await newsroom.Reporter.Get(posts)).Is(200);
        (await newsroom.OtherReporter.Post(posts, """{"headline":"Somebody else"}""")).Is(201);
    }
}
