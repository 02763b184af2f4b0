using Dateline.Core.Blocks;
using Dateline.Core.Embeds;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>What lives elsewhere is shown from here until a reader asks for it there.</summary>
public sealed class PlayersTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly Embed Video = new() { Url = "https://youtu.be/aB3_dEf-9hI", Provider = "YouTube", Author = "Carren Barrier", Title = "The gates close, in one minute" };

    private RunningServer _server = null!;
    private Post _post = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
        _post = await _server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [Video, .. Others] });
    }

    // Every provider with a player.
    private static IEnumerable<Block> Others =>
    [
        new Embed { Url = "https://vimeo.com/820103711" }, new Embed { Url = "https://x.com/kittiwake_ferry/status/1861118200000000000", Text = RichText.Plain("Found them") },
        new Embed { Url = "https://bsky.app/profile/kittiwake.example.com/post/3lbq7ra2k2s2x" }, new Embed { Url = "https://www.instagram.com/p/C8a_bC-dEfG/" }, new Embed { Url = "https://www.tiktok.com/@kittiwake.ferry/video/7440000000000000001" },
        new Embed { Url = "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk" }, new Embed { Url = "https://soundcloud.com/kittiwake/foghorn-at-dawn" }, new Embed { Url = "https://datawrapper.dwcdn.net/aB3dE/2/" },
        new Embed { Url = "https://public.flourish.studio/visualisation/16400001/" }, new Embed { Url = "https://social.example.org/@kittiwake/113530000000000001", Text = RichText.Plain("Home again") },
    ];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_else_is_asked_for_anything_until_a_reader_presses()
    {
        await using var open = await Open();
        await open.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await open.Page.EvaluateAsync("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        Assert.All(open.Requests, address => Assert.Equal(_server.Address.Authority, new Uri(address).Authority));
        await open.Page.Locator(".load").First.ClickAsync();
        await open.Page.FrameLocator(".embed iframe").Locator("body", new() { HasText = "a player" }).WaitForAsync();
        Assert.Equal(["https://www.youtube-nocookie.com/embed/aB3_dEf-9hI?autoplay=1"], open.Requests.Where(address => new Uri(address).Authority != _server.Address.Authority));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Every_providers_player_is_let_in_by_the_pages_policy_and_shut_in_a_sandbox()
    {
        await using var open = await Open();
        var loads = await open.Page.Locator(".load").AllAsync();
        Assert.Equal(1 + Others.Count() - 1, loads.Count);
        foreach (var load in loads) await load.PressAsync("Enter");
        var frames = open.Page.Locator(".embed iframe");
        await Bound.Until(async () => (await open.Page.Locator(".embed iframe").CountAsync()) == loads.Count && open.Page.Frames.Count(frame => Providers.Frames.Any(origin => frame.Url.StartsWith(origin, StringComparison.Ordinal))) == loads.Count, "every player is there");
        foreach (var frame in await frames.AllAsync())
        {
            var sandbox = (await frame.GetAttributeAsync("sandbox"))!.Split(' ');
            Assert.Contains("allow-scripts", sandbox);
            Assert.DoesNotContain(sandbox, each => each.StartsWith("allow-top-navigation", StringComparison.Ordinal));
            Assert.NotEqual("", await frame.GetAttributeAsync("title"));
        }
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_player_from_anywhere_else_is_kept_out_by_the_policy()
    {
        await using var open = await Open();
        await open.Page.EvaluateAsync("document.querySelector('.load').dataset.player = 'https://elsewhere.example/player'");
        await open.Page.Locator(".load").First.ClickAsync();
        await Bound.Until(() => open.Complaints.Any(complaint => complaint.Contains("frame-src", StringComparison.Ordinal)), "the policy says no");
        Assert.DoesNotContain(open.Requests, address => address.StartsWith("https://elsewhere.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_player_goes_on_while_the_post_around_it_changes()
    {
        await using var open = await Open();
        await open.Page.Locator(".load").First.ClickAsync();
        var player = open.Page.FrameLocator(".embed iframe");
        await player.Locator("body", new() { HasText = "a player" }).WaitForAsync();
        await player.Locator("body").EvaluateAsync("body => body.textContent = 'half way through'");

        await _server.Edits("storm", _post.Id, new PostContent { Headline = "The gates are shut", Blocks = [NewsroomVerbs.Paragraph("They closed at nine."), .. _post.Live!.Blocks] });
        await open.Shows("They closed at nine.");
        Assert.Equal("half way through", await player.Locator("body").TextContentAsync());
        await _server.Edits("storm", _post.Id, new PostContent { Headline = "The gates are shut", Blocks = [NewsroomVerbs.Paragraph("They closed at ten."), .. _post.Live.Blocks.Select(block => block is Embed { Title: not null } embed ? embed with { Title = "The gates close" } : block)] });
        await open.Shows("They closed at ten.");
        await open.Page.Locator(".embed .title", new() { HasTextRegex = new("^The gates close$") }).WaitForAsync();
        Assert.Equal("half way through", await player.Locator("body").TextContentAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Without_a_script_it_is_a_link_to_where_it_lives()
    {
        await using var open = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"), new BrowserNewContextOptions { JavaScriptEnabled = false });
        Assert.Equal(Video.Url, await open.Page.Locator(".load").First.GetAttributeAsync("href"));
        Assert.Equal(0, await open.Page.Locator("iframe").CountAsync());
        Assert.All(open.Requests, address => Assert.Equal(_server.Address.Authority, new Uri(address).Authority));
    }

    private async Task<OpenPage> Open()
    {
        var open = await OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));
        // The providers, as far as this test needs them.
        foreach (var origin in Providers.Frames)
            await open.Page.RouteAsync($"{origin}/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>x</title><body>a player</body>" }));
        return open;
    }
}
