using Microsoft.Extensions.Time.Testing;
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

        Assert.Equal(20, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), refused =>
        {
            Assert.Equal("1", refused.Refuses(429).RetryAfter);
            Assert.Contains("60 writes a minute", refused["title"]);
        });
        for (var n = 0; n < 100; n++) (await newsroom.Reporter.Get(posts)).Is(200);
        (await newsroom.OtherReporter.Post(posts, """{"headline":"Somebody else"}""")).Is(201);

        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        for (var n = 0; n < 3; n++) (await newsroom.Reporter.Post(posts, $$"""{"headline":"Later {{n}}"}""")).Is(201);
        (await newsroom.Reporter.Post(posts, """{"headline":"Too soon"}""")).Refuses(429);
    }

    [Fact]
    public void An_allowance_gives_a_burst_and_then_its_rate_and_never_more_than_the_burst_at_once()
    {
        var clock = new FakeTimeProvider();
        var allowance = new Allowance(burst: 5, perMinute: 120, clock);
        Assert.Equal(5, Taken(allowance, "one", 20));
        clock.Advance(TimeSpan.FromMilliseconds(1_600));
        Assert.Equal(3, Taken(allowance, "one", 20));
        clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(5, Taken(allowance, "one", 20));
        Assert.Equal(5, Taken(allowance, "two", 20));
    }

    [Fact]
    public void However_many_strangers_come_no_more_are_remembered_than_there_is_room_for()
    {
        var clock = new FakeTimeProvider();
        var allowance = new Allowance(burst: 2, perMinute: 60, clock);
        for (var n = 0; n < Allowance.MostKeys; n++) Assert.True(allowance.Takes($"stranger {n}"));
        Assert.False(allowance.Takes("one more"));
        Assert.True(allowance.Takes("stranger 7"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(allowance.Takes("one more"));
        Assert.True(allowance.Takes("stranger 7"));
        Assert.False(allowance.Takes("stranger 7"));
    }

    private static int Taken(Allowance allowance, string key, int tries) => Enumerable.Range(0, tries).Count(_ => allowance.Takes(key));
}
