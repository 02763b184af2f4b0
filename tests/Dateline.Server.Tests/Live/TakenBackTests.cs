using System.Net;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>What a newsroom takes back is searched for, word by word, in every answer that anybody can get.</summary>
public sealed class TakenBackTests : IAsyncLifetime
{
    /// <summary>Stands in everything that is to be gone, and in nothing else.</summary>
    private const string Gone = "zq-gone";

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(new TurnedClock());
        await _server.Begins("storm");
        for (var i = 0; i < 25; i++) await _server.Publishes("storm", $"Post {i}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_withdrawn_post_leaves_its_notice_and_nothing_of_its_words()
    {
        var post = await Regretted();
        await AssertIsGoneAfter(() => _server.Withdraws("storm", post.Id, "We were wrong."), post.Id);
        using var alone = await _server.Http.GetAsync($"/live/storm/posts/{post.Id}");
        Assert.Equal(HttpStatusCode.Gone, alone.StatusCode);
        Assert.Contains("We were wrong.", await alone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_taken_down_leaves_nothing()
    {
        var post = await Regretted();
        await AssertIsGoneAfter(() => _server.TakesDown("storm", post.Id), post.Id);
        using var alone = await _server.Http.GetAsync($"/live/storm/posts/{post.Id}");
        Assert.Equal(HttpStatusCode.NotFound, alone.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_post_that_is_then_taken_down_leaves_not_even_its_notice()
    {
        var post = await _server.Publishes("storm", "Fine words");
        await _server.Withdraws("storm", post.Id, $"The notice {Gone}");
        await AssertIsGoneAfter(() => _server.TakesDown("storm", post.Id), post.Id);
    }

    [Fact]
    public async Task What_an_edit_replaced_is_gone()
    {
        var post = await Regretted();
        await AssertIsGoneAfter(() => _server.Edits("storm", post.Id, new PostContent { Headline = "Better words" }, EditKind.Typo), post.Id);
    }

    [Fact]
    public async Task Headers_summaries_and_notes_that_were_replaced_are_gone()
    {
        await _server.Edits("storm", new CoverageEdit
        {
            Headline = $"Headline {Gone}",
            Standfirst = Gone,
            Contributors = RichText.Plain(Gone),
            Lead = new Image { Alt = Gone, Caption = RichText.Plain(Gone) },
            Summary = [RichText.Plain(Gone)],
            Status = CoverageStatus.Paused,
            StatusNote = Gone,
        });
        await AssertIsGoneAfter(() => _server.Edits("storm", new CoverageEdit
        {
            Headline = "The storm",
            Standfirst = "It came at night.",
            Contributors = RichText.Plain("Ana"),
            Lead = new Image { Alt = "The harbour", Caption = RichText.Plain("At night") },
            Summary = [RichText.Plain("It came at night")],
            Status = CoverageStatus.Live,
        }));
    }

    /// <summary>A post in as many places as a post can be: pinned, a key event, breaking, edited, corrected, and among the newest.</summary>
    private async Task<Post> Regretted()
    {
        var post = await _server.Publishes("storm", Words("first"));
        await _server.Edits("storm", post.Id, Words("second"));
        await _server.Flags("storm", post.Id, breaking: true, keyEvent: true);
        await _server.Pins("storm", post.Id);
        await _server.Does("storm", post.Id, (live, _) => live.Save(Words("working copy")));
        await _server.Publishes("storm", "The newest");
        return post;
    }

    private static PostContent Words(string version) => new()
    {
        Headline = $"Headline {Gone} {version}",
        Label = Label.Of(Gone),
        Bylines = [new Byline { Name = Gone, Role = Gone, Organisation = Gone, Location = Gone }],
        Blocks =
        [
            new Paragraph { Text = RichText.Plain($"Body {Gone} {version}") },
            new Image { Alt = Gone, Caption = RichText.Plain(Gone), Credit = Gone, SourceUrl = $"https://pictures.example/{Gone}.jpg" },
            new Quote { Text = RichText.Plain(Gone), Attribution = Gone },
        ],
    };

    /// <summary>It is there before, or not finding it would mean nothing; afterwards it is nowhere, neither in what this server keeps nor in what one that has just started reads.</summary>
    private async Task AssertIsGoneAfter(Func<Task> takeBack, params PostId[] posts)
    {
        var answers = new PublicAnswers(_server, "storm", posts);
        Assert.Contains(await answers.OfThePage(), answer => answer.Text.Contains(Gone, StringComparison.Ordinal));
        await answers.Index();
        await takeBack();
        await AssertIsNowhere(answers);
        await _server.Restarts();
        await AssertIsNowhere(answers);
    }

    private static async Task AssertIsNowhere(PublicAnswers answers) =>
        Assert.All([.. await answers.OfThePage(), await answers.Index()], answer => Assert.False(answer.Text.Contains(Gone, StringComparison.Ordinal), answer.ToString()));
}
