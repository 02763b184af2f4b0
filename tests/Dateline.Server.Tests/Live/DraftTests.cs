using System.Net;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>A page that is being prepared, and a post that is being written, are nobody's business yet.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private const string Secret = "zq-secret";

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start(new TurnedClock());

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_address_that_is_looked_at_answers_when_there_is_something_to_see()
    {
        await _server.Begins("storm");
        var posts = new List<Post>();
        for (var i = 0; i < 25; i++) posts.Add(await _server.Publishes("storm", $"Post {i}"));
        var answers = await new PublicAnswers(_server, "storm", posts[0].Id).OfThePage();
        Assert.All(answers.Where(answer => !answer.Address.EndsWith("/elsewhere", StringComparison.Ordinal)), answer => Assert.True(answer.Status == HttpStatusCode.OK, answer.ToString()));
    }

    [Theory]
    [InlineData("/favicon.ico")]
    [InlineData("/live/storm.xml")]
    [InlineData("/nowhere")]
    public async Task Where_nothing_is_nobody_is_asked_to_sign_in(string address)
    {
        using var answer = await _server.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Every_route_that_asks_for_no_sign_in_is_looked_at() => Assert.Empty(PublicAnswers.NotAskedFor(_server));

    [Fact]
    public async Task A_draft_page_is_not_found_at_any_public_address_and_nor_are_its_posts()
    {
        await _server.Begins("budget", CoverageStatus.Draft);
        await _server.Edits("budget", new CoverageEdit { Headline = $"Budget {Secret}", Summary = [RichText.Plain(Secret)] });
        var post = await _server.Publishes("budget", Secret);
        await _server.Flags("budget", post.Id, breaking: true, keyEvent: true);
        await _server.Pins("budget", post.Id);
        var answers = new PublicAnswers(_server, "budget", post.Id);

        Assert.All(await answers.OfThePage(), answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        var index = await answers.Index();
        Assert.DoesNotContain("budget", index.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, index.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_page_is_there_for_everyone_at_the_moment_it_goes_live()
    {
        await _server.Begins("budget", CoverageStatus.Draft);
        var post = await _server.Publishes("budget", "Written before");
        var answers = new PublicAnswers(_server, "budget", post.Id);
        await answers.OfThePage();
        await _server.Turns("budget", CoverageStatus.Live);
        Assert.Contains("Written before", await _server.Http.GetStringAsync("/live/budget"), StringComparison.Ordinal);
        Assert.Contains("/live/budget", (await answers.Index()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_and_edits_that_are_not_published_are_in_no_public_answer()
    {
        await _server.Begins("storm");
        var open = await _server.Publishes("storm", "The gates close");
        var draft = await _server.Drafts("storm", new PostContent { Headline = Secret });
        var filed = await _server.Drafts("storm", new PostContent { Headline = Secret });
        await _server.Does("storm", filed.Id, (post, at) => post.File("Ana", at, Secret));
        var scheduled = await _server.Drafts("storm", new PostContent { Headline = Secret });
        await _server.Does("storm", scheduled.Id, (post, at) => post.ScheduleFor(at.AddHours(1), "Ana", at));
        await _server.Does("storm", open.Id, (post, _) => post.Save(new PostContent { Headline = Secret, Blocks = [NewsroomVerbs.Paragraph(Secret)] }));

        var answers = new PublicAnswers(_server, "storm", open.Id, draft.Id, filed.Id, scheduled.Id);
        var found = await answers.OfThePage();
        Assert.Equal(3, found.Count(answer => answer.Address.Contains("/posts/", StringComparison.Ordinal) && answer.Status == HttpStatusCode.NotFound));
        Assert.All([.. found, await answers.Index()], answer => Assert.False(answer.Text.Contains(Secret, StringComparison.Ordinal), answer.ToString()));
    }
}
