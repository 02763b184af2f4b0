using System.Threading.Channels;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Browser.Desk;

/// <summary>Somebody of the newsroom at the desk, with a browser of their own.</summary>
internal sealed class AtTheDesk : IAsyncDisposable
{
    /// <summary>More than there are places to go to on any screen.</summary>
    private const int MostTabs = 60;

    private readonly Uri _address;

    // Listened for from the start: a browser that is told to when the key is pressed may be told too late.
    private readonly Channel<IFileChooser> _asked = Channel.CreateUnbounded<IFileChooser>();

    private AtTheDesk(Uri address, OpenPage open, string email)
    {
        (_address, Open, Email) = (address, open, email);
        Page.FileChooser += (_, chooser) => _asked.Writer.TryWrite(chooser);
    }

    public OpenPage Open { get; }

    public string Email { get; }

    public IPage Page => Open.Page;

    public IKeyboard Keys => Page.Keyboard;

    public IBrowserContext Browser => Page.Context;

    /// <summary>What stands in the post being written.</summary>
    public ILocator Headline => Page.GetByRole(AriaRole.Textbox, new() { Name = "Headline" });

    public ILocator Text => Page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the post" });

    public ILocator Stream => Page.GetByRole(AriaRole.Region, new() { Name = "Stream" });

    public ILocator Queue => Page.Locator("section.queue");

    /// <summary>Comes in by a one-time link, as on the first day.</summary>
    public static async Task<AtTheDesk> Comes(Chromium chromium, RunningServer server, string name, Role role, BrowserNewContextOptions? options = null)
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@courier.example";
        var newcomer = (await server.Services.GetRequiredService<MemberBook>().Add(name, email, role, new Hand("The tests"), CancellationToken.None)).Value;
        return await Follows(chromium, new Uri(server.Address, $"/desk/welcome#{newcomer.Link}"), email, options);
    }

    /// <summary>Opens the link that somebody was handed.</summary>
    public static async Task<AtTheDesk> Follows(Chromium chromium, Uri link, string email, BrowserNewContextOptions? options = null)
    {
        var open = await OpenPage.Open(chromium, link, options);
        var person = new AtTheDesk(new Uri(link.GetLeftPart(UriPartial.Authority)), open, email);
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Your account" }).WaitForAsync();
        return person;
    }

    public async Task OpensDesk(string slug)
    {
        await Goes($"/desk/pages/{slug}");
        await Stream.WaitForAsync();
        await Page.GetByText("Loading …").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public Task Goes(string path) => Page.GotoAsync(new Uri(_address, path).ToString());

    /// <summary>Goes to something by the Tab key alone, as whoever has no mouse must.</summary>
    public async Task TabsTo(ILocator aim, string key = "Tab")
    {
        await aim.WaitForAsync();
        for (var presses = 0; presses < MostTabs; presses++)
        {
            if (await aim.EvaluateAsync<bool>("aim => aim === document.activeElement")) return;
            await Keys.PressAsync(key);
        }
        throw new TimeoutException($"{MostTabs} presses of {key} do not lead to {aim}.");
    }

    /// <summary>Adds a block by its name, from an empty line; what is typed next goes into its form.</summary>
    public async Task Adds(string block)
    {
        // A space ends what is looked for: the first word finds it.
        await Keys.TypeAsync($"/{block.Split(' ')[0]}");
        await Page.GetByRole(AriaRole.Option, new() { Name = block, Exact = true, Selected = true }).WaitForAsync();
        await Keys.PressAsync("Enter");
        if (block != "Quote") await Page.Locator(".card-form :focus").WaitForAsync();
    }

    /// <summary>Gives a file, a picture when nothing else is said, to the browser's question for one.</summary>
    public async Task Chooses(byte[] file, string name = "picture.jpg", string type = "image/jpeg")
    {
        using var patience = new CancellationTokenSource(Bound.Patience);
        var chooser = await _asked.Reader.ReadAsync(patience.Token);
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = file });
    }

    /// <summary>Begins a post and writes it, by keyboard.</summary>
    public async Task Writes(string headline, string text)
    {
        await Keys.PressAsync("n");
        await Headline.WaitForAsync();
        await Keys.TypeAsync(headline);
        await Keys.PressAsync("Enter");
        await Keys.TypeAsync(text);
    }

    public Task Sees(string text) => Page.GetByText(text).First.WaitForAsync();

    public Task SeesNoMore(string text) => Page.GetByText(text).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
