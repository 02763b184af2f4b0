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
    private readonly RunningServer _server;

    private AtTheDesk(RunningServer server, OpenPage open, string email) => (_server, Open, Email) = (server, open, email);

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
        var open = await OpenPage.Open(chromium, new Uri(server.Address, $"/desk/welcome#{newcomer.Link}"), options);
        var person = new AtTheDesk(server, open, email);
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Your account" }).WaitForAsync();
        return person;
    }

    public async Task OpensDesk(string slug)
    {
        await Goes($"/desk/pages/{slug}");
        await Stream.WaitForAsync();
        await Page.GetByText("Loading …").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public Task Goes(string path) => Page.GotoAsync(new Uri(_server.Address, path).ToString());

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
