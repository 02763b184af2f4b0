using System.Globalization;
using Microsoft.Playwright;

namespace Dateline.Browser;

/// <summary>A live page open in a browser, and everything that the browser complained about or asked anybody for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _reader;

    private OpenPage(IBrowserContext reader, IPage page) => (_reader, Page) = (reader, page);

    public IPage Page { get; }

    /// <summary>Errors of scripts and breaches of the page's policy; a connection that broke is neither.</summary>
    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>The number of the last change on the page.</summary>
    public async Task<long> Seq() => long.Parse((await Page.Locator("main").GetAttributeAsync("data-seq"))!, CultureInfo.InvariantCulture);

    public async Task<double> Top(string selector) => await Page.EvaluateAsync<double>("selector => document.querySelector(selector).getBoundingClientRect().top", selector);

    public static async Task<OpenPage> Open(Chromium chromium, Uri address, BrowserNewContextOptions? options = null, DateTime? clock = null)
    {
        var reader = await chromium.Reader(options);
        if (clock is { } now) await reader.Clock.InstallAsync(new ClockInstallOptions { TimeDate = now });
        var opened = new OpenPage(reader, await reader.NewPageAsync());
        await opened.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        opened.Page.PageError += (_, error) => opened.Complaints.Add(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) opened.Complaints.Add(message.Text);
        };
        opened.Page.Request += (_, request) => opened.Requests.Add(request.Url);
        await opened.Page.GotoAsync(address.ToString());
        return opened;
    }

    /// <summary>Another page of the same reader.</summary>
    public async Task<IPage> Another(Uri address)
    {
        var page = await _reader.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    public Task Shows(string text) => Page.GetByText(text).First.WaitForAsync();

    public Task IsAt(long seq) => Page.Locator($"main[data-seq='{seq}']").WaitForAsync();

    /// <summary>Turns the page's own clock until it shows (or hides) something. A moment is left for the network at every turn, or the page would take its server for dead.</summary>
    public async Task Turns(ILocator until, WaitForSelectorState state = WaitForSelectorState.Visible)
    {
        for (var turns = 0; turns < 120; turns++)
        {
            await Page.Clock.RunForAsync(1_000);
            try
            {
                await until.WaitForAsync(new LocatorWaitForOptions { State = state, Timeout = 500 });
                return;
            }
            catch (TimeoutException)
            {
                // Not yet.
            }
        }
        throw new TimeoutException($"The page did not come to be so: {until}.");
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();
}
