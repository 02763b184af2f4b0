using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>Whatever becomes of the network, the session, the server or the tab: the words are there.</summary>
public sealed class NothingIsLostTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "four unrelated plain words";

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<AtTheDesk> Comes(string name)
    {
        var person = await AtTheDesk.Comes(chromium, _server, name, Role.Editor);
        await person.OpensDesk("storm");
        return person;
    }

    private Task<OpenPage> Reader() => OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));

    [Fact]
    public async Task What_is_published_without_a_network_goes_out_once_when_it_is_back()
    {
        await using var ana = await Comes("Ana Reis");
        await ana.Browser.SetOfflineAsync(true);
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await ana.Sees("Offline: kept on this device");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Offline: 1 post waits on this device and goes out by itself.");
        await ana.Browser.SetOfflineAsync(false);
        await ana.SeesNoMore("Offline: 1 post waits");
        await using var reader = await Reader();
        await reader.Shows("Gate four is shut");
        Assert.Equal(1, await reader.Page.Locator("#posts article").CountAsync());
    }

    [Fact]
    public async Task A_server_that_goes_away_in_the_middle_gets_the_post_when_it_is_back()
    {
        await using var ana = await Comes("Ana Reis");
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await _server.Stops();
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Offline: 1 post waits on this device");
        await _server.Restarts();
        await ana.SeesNoMore("Offline: 1 post waits");
        await using var reader = await Reader();
        await reader.Shows("Gate four is shut");
        Assert.Equal(1, await reader.Page.Locator("#posts article").CountAsync());
    }

    [Fact]
    public async Task A_reload_brings_the_draft_back()
    {
        await using var ana = await Comes("Ana Reis");
        // Without a network, so that only this device can have it.
        await ana.Browser.SetOfflineAsync(true);
        await ana.Writes("Half a headline", "Half a sentence");
        await ana.Sees("Offline: kept on this device");
        await ana.Browser.SetOfflineAsync(false);
        await ana.Page.ReloadAsync();
        await ana.Headline.WaitForAsync();
        Assert.Equal("Half a headline", await ana.Headline.InputValueAsync());
        Assert.Equal("Half a sentence", (await ana.Text.TextContentAsync())!.Trim());
    }

    [Fact]
    public async Task What_waits_in_a_tab_that_was_closed_goes_out_from_the_next_one()
    {
        await using var ana = await Comes("Ana Reis");
        await ana.Browser.SetOfflineAsync(true);
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Offline: 1 post waits on this device");
        await ana.Page.CloseAsync();
        await ana.Browser.SetOfflineAsync(false);
        var next = await ana.Open.Another(new Uri(_server.Address, "/desk/pages/storm"));
        await next.GetByRole(AriaRole.Region, new() { Name = "Stream" }).GetByText("Gate four is shut").WaitForAsync();
    }

    [Fact]
    public async Task A_session_that_ends_takes_nothing_off_the_screen_and_signing_in_again_sends_what_waits()
    {
        await using var ana = await Comes("Ana Reis");
        await ana.Page.EvaluateAsync("password => fetch('/api/v1/account/password', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ password }) })", Password);
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await ana.Sees("Saved");
        await ana.Browser.ClearCookiesAsync();
        await ana.Keys.PressAsync("Control+Enter");
        var ended = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Your session has ended" });
        await ended.WaitForAsync();
        await ended.GetByLabel("Password").FillAsync(Password);
        await ana.Keys.PressAsync("Enter");
        await ended.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Stream.GetByText("Gate four is shut").WaitForAsync();
    }

    [Fact]
    public async Task Two_editors_on_one_post_see_each_other_and_no_word_is_overwritten()
    {
        await using var ana = await Comes("Ana Reis");
        await using var ben = await Comes("Ben Otieno");
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await ana.Sees("Saved");
        await ben.Page.GetByText("Drafts (1)").ClickAsync();
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Gate four is shut" }).ClickAsync();
        await ben.Sees("Ana Reis is writing this");

        await ben.Browser.SetOfflineAsync(true);
        await ben.Headline.FillAsync("Gate four is down");
        await ben.Sees("Offline: kept on this device");
        await ana.Headline.FillAsync("Gate four has closed");
        await ana.Page.GetByText("Saved").WaitForAsync();
        await ben.Browser.SetOfflineAsync(false);
        await ben.Page.GetByRole(AriaRole.Heading, new() { Name = "Somebody else changed this post" }).WaitForAsync();
        await ben.Page.GetByText("Gate four has closed").First.WaitForAsync();
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Theirs" }).ClickAsync();
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with this" }).ClickAsync();
        await ben.Headline.WaitForAsync();
        Assert.Equal("Gate four has closed", await ben.Headline.InputValueAsync());
        Assert.Contains("It went down at nine.", await ben.Text.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_finds_nothing_that_keeps_the_desk_from_being_installed_as_an_app()
    {
        await using var ana = await Comes("Ana Reis");
        var browser = await ana.Browser.NewCDPSessionAsync(ana.Page);
        var found = (await browser.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(each => each.GetProperty("errorId").GetString());
        // A test's browser keeps nothing, which is the one thing it may have against it.
        Assert.Equal(["in-incognito"], found);
        Assert.Equal(0, (await browser.SendAsync("Page.getAppManifest"))!.Value.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task The_desk_opens_without_a_network_and_what_is_written_then_goes_out_later()
    {
        await using var ana = await Comes("Ana Reis");
        await ana.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ? null : new Promise(taken => navigator.serviceWorker.addEventListener('controllerchange', () => taken(null))))");
        await ana.Browser.SetOfflineAsync(true);
        await ana.Page.ReloadAsync();
        await ana.Stream.WaitForAsync();
        await ana.Writes("Gate four is shut", "It went down at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Offline: 1 post waits on this device");
        await ana.Browser.SetOfflineAsync(false);
        await ana.Stream.GetByText("Gate four is shut").WaitForAsync();
    }
}
