using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Chromium))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dateline.Browser;

/// <summary>The machine's own Chromium, one for all tests; every page of a test is a new reader to it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A reader with a browser of their own: nothing stored, nothing cached.</summary>
    public async Task<IBrowserContext> Reader(BrowserNewContextOptions? options = null)
    {
        Tools.Need(Path, "Chromium", "install the package chromium, or name the program in CHROMIUM");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        options ??= new BrowserNewContextOptions();
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)Bound.Patience.TotalMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
