using System.Net;
using Dateline.Public.Pages.Looks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What a request says about addresses is believed only from those who may say it.</summary>
public sealed class AddressTests
{
    [Fact]
    public async Task A_forwarded_address_counts_only_when_it_comes_from_a_proxy_that_was_named()
    {
        Assert.Equal("127.0.0.1", await AddressSeen(proxies: null));
        Assert.Equal("127.0.0.1", await AddressSeen(proxies: "10.0.0.0/8"));
        Assert.Equal("203.0.113.9", await AddressSeen(proxies: "127.0.0.0/8"));
    }

    [Fact]
    public async Task The_name_in_a_request_never_becomes_part_of_a_link()
    {
        await using var newsroom = new NewsroomApi(settings => settings with { Style = new NewsroomStyle { PublicUrl = new Uri("https://news.example.org") } });
        await newsroom.InitializeAsync();
        var posts = await newsroom.Begins("links");
        var id = (await newsroom.Editor.Post(posts, """{"headline":"Linked","publish":true}""")).Is(201).Id;
        using var liar = newsroom.Saying("Host", "evil.example");
        foreach (var path in new[] { "/", "/live/links", $"/live/links/posts/{id}", "/live/links.json", "/live/links/changes?after=0", "/live/links/feed.rss", "/live/links/feed.atom", "/live/links/feed.json", "/openapi/v1.json" })
            Assert.DoesNotContain("evil.example", (await liar.Get(path)).Is(200).Text);
        Assert.Contains("https://news.example.org/live/links", (await liar.Get("/live/links")).Text);
        Assert.Contains("https://news.example.org/live/links", (await liar.Get("/live/links/feed.atom")).Text);
    }

    private static async Task<string> AddressSeen(string? proxies)
    {
        await using var newsroom = new NewsroomApi(
            settings => settings with { Door = new DoorSettings { Proxies = proxies is null ? [] : [IPNetwork.Parse(proxies)] } },
            server => server.MapGet("/whoami", (HttpContext context) => context.Connection.RemoteIpAddress!.ToString()).AllowAnonymous());
        await newsroom.InitializeAsync();
        using var visitor = newsroom.Saying("X-Forwarded-For", "203.0.113.9");
        return (await visitor.Get("/whoami")).Is(200).Text;
    }
}
