using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>Pictures on their way from the desk to readers.</summary>
public sealed class PictureTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_pasted_picture_shows_on_its_card_and_is_seen_by_readers_once_it_is_published()
    {
        await using var ana = await Comes();
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await Pastes(ana, Pictures.Jpeg(900, 600), "gate.jpg");
        await Loaded(ana.Page.Locator(".card-still"));
        await ana.Keys.PressAsync("Control+Enter");

        await using var reader = await Reader();
        await reader.Shows("Gate four is shut");
        var picture = reader.Page.Locator("article .shot img");
        await Loaded(picture);
        Assert.EndsWith(".avif", await picture.EvaluateAsync<string>("image => image.currentSrc"), StringComparison.Ordinal);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_with_a_sentence_and_the_text_stays()
    {
        await using var ana = await Comes();
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await Pastes(ana, "No picture at all"u8.ToArray(), "gate.jpg");
        await ana.Sees("This file is no picture that can be read.");
        Assert.Equal("It went down at nine.", (await ana.Text.InnerTextAsync()).Trim());
        Assert.Equal(0, await ana.Page.Locator(".card").CountAsync());
    }

    [Fact]
    public async Task Words_go_out_before_their_picture_which_waits_on_the_device_over_a_reload_and_finds_its_post()
    {
        await using var ana = await Comes();
        await ana.Page.RouteAsync("**/api/v1/media", route => route.AbortAsync());
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await Pastes(ana, Pictures.Jpeg(800, 600), "gate.jpg");
        await ana.Sees("the file is kept on this device");
        await ana.Keys.PressAsync("Control+Enter");
        await using var reader = await Reader();
        await reader.Shows("Gate four is shut");
        Assert.Equal(0, await reader.Page.Locator("article .picture").CountAsync());

        await ana.Page.UnrouteAsync("**/api/v1/media");
        await ana.Page.ReloadAsync();
        var post = await WithPicture();
        Assert.Equal(["Paragraph", "Image"], post.Select(block => block.GetType().Name));
        Assert.NotNull(((Image)post[1]).Media);
    }

    [Fact]
    public async Task What_is_typed_about_a_picture_on_its_way_stays_when_it_arrives()
    {
        await using var ana = await Comes();
        var road = new TaskCompletionSource();
        await ana.Page.RouteAsync("**/api/v1/media", async route =>
        {
            await road.Task;
            await route.ContinueAsync();
        });
        await ana.Writes("Gate four is shut", "");
        await ana.Adds("Picture");
        await Chooses(ana);
        await ana.Page.GetByLabel("Alt text: what it shows").FillAsync("The gate at nine");
        await ana.Page.GetByLabel("Credit").FillAsync("Ana Reis");
        road.SetResult();
        await Loaded(ana.Page.Locator(".card-still"));
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Stream.GetByText("Gate four is shut").First.WaitForAsync();
        var picture = Assert.IsType<Image>((await Content()).Blocks[0]);
        Assert.Equal(("The gate at nine", "Ana Reis"), (picture.Alt, picture.Credit));
        Assert.NotNull(picture.Media);
    }

    [Fact]
    public async Task A_picture_chosen_for_a_gallery_without_a_road_finds_its_place_when_its_post_has_gone_out()
    {
        await using var ana = await Comes();
        await ana.Page.RouteAsync("**/api/v1/media", route => route.AbortAsync());
        await ana.Writes("Gate four is shut", "");
        await ana.Adds("Gallery");
        await ana.Page.GetByLabel("Alt text: what it shows").FillAsync("The gate at nine");
        await Chooses(ana);
        await ana.Sees("the file is kept on this device");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Stream.GetByText("Gate four is shut").First.WaitForAsync();
        await ana.Page.UnrouteAsync("**/api/v1/media");
        await ana.Page.ReloadAsync();
        await Bound.Until(async () => (await Content()).Blocks[0] is Gallery { Items: [{ Media: not null, Alt: "The gate at nine" }] }, "the picture is in its gallery");
    }

    private static async Task Chooses(AtTheDesk person)
    {
        await person.Page.GetByText("Choose a file").Last.ClickAsync();
        await person.Chooses(Pictures.Jpeg(800, 600));
    }

    /// <summary>What the only post says now.</summary>
    private async Task<PostContent> Content()
    {
        await using var newsroom = _server.Newsroom.Read();
        return (await newsroom.Posts("storm", null, null, null, 10, CancellationToken.None)).Posts[0].Post.Latest;
    }

    private async Task<AtTheDesk> Comes()
    {
        var person = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await person.OpensDesk("storm");
        return person;
    }

    private Task<OpenPage> Reader() => OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));

    private static async Task Pastes(AtTheDesk person, byte[] file, string name) => await person.Text.EvaluateAsync("""
        (text, [bytes, name]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], name, { type: "image/jpeg" }));
          text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { Convert.ToBase64String(file), name });

    private static async Task Loaded(ILocator picture)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await picture.EvaluateAsync("image => image.complete && image.naturalWidth > 0 || new Promise((loaded, failed) => { image.onload = loaded; image.onerror = () => failed(new Error('The picture did not load.')); })");
    }

    /// <summary>The working copy of the only post, once its picture is there.</summary>
    private async Task<IReadOnlyList<Block>> WithPicture()
    {
        using var patience = new CancellationTokenSource(Bound.Patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await using var newsroom = _server.Newsroom.Read();
            var (posts, _) = await newsroom.Posts("storm", null, null, null, 10, patience.Token);
            if (posts[0].Post.Draft is { } draft && draft.Blocks.Any(block => block is Image)) return [.. draft.Blocks];
            await Task.Yield();
        }
    }
}
