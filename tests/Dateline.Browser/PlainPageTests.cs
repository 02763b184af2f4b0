using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>What a page is without its script, and what it never does with it.</summary>
[Collection(typeof(OnTheSampleDay))]
public sealed class PlainPageTests(Chromium chromium, SampleDay day)
{
    [Fact]
    public async Task Without_a_script_the_page_is_whole_and_leads_to_its_older_posts_and_to_each_post_alone()
    {
        await using var open = await OpenPage.Open(chromium, day.Address("live"), new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = open.Page;
        Assert.Equal(20, await page.Locator("#posts article").CountAsync());
        foreach (var section in new[] { "header", "status", "summary", "keyEvents" })
            Assert.NotEqual("", (await page.Locator($"[data-section={section}]").TextContentAsync())!.Trim());
        Assert.True(await page.Locator("[data-new]").IsHiddenAsync());

        var headline = await page.Locator("#posts article h2").First.TextContentAsync();
        await page.Locator("#posts article a.time").First.ClickAsync();
        Assert.Equal(headline, await page.Locator("article h2").TextContentAsync());
        await page.GoBackAsync();
        var oldest = await page.Locator("#posts article").Last.GetAttributeAsync("data-sort");
        await page.Locator("a[rel=next]").Last.ClickAsync();
        Assert.True(string.CompareOrdinal(await page.Locator("#posts article").Last.GetAttributeAsync("data-sort"), oldest) < 0);
    }

    [Theory]
    [MemberData(nameof(SampleDay.PageNames), MemberType = typeof(SampleDay))]
    public async Task A_page_asks_nobody_but_its_own_server_and_keeps_to_its_policy(string page)
    {
        await using var open = await OpenPage.Open(chromium, day.Address(page));
        await open.Page.EvaluateAsync("document.fonts.ready");
        await open.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        foreach (var details in await open.Page.Locator("details").AllAsync()) await details.EvaluateAsync("details => details.open = true");
        await open.Page.EvaluateAsync("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        Assert.All(open.Requests, address => Assert.Equal(day.Server.Address.Authority, new Uri(address).Authority));
        Assert.Empty(open.Complaints);
    }
}
