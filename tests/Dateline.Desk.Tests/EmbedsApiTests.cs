using System.Net;
using Dateline.Outside.Fetching;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A pasted address is looked up by the server, once, and what comes back is ours.</summary>
public sealed class EmbedsApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Route = "/api/v1/embeds";

    private static readonly IPAddress Public = IPAddress.Parse("198.51.100.7");

    [Fact]
    public async Task A_look_up_answers_with_a_block_whose_picture_is_in_the_library_and_which_can_be_published()
    {
        await using var site = await Site(context => context.Request.Path.Value!.EndsWith(".jpg", StringComparison.Ordinal) ? Picture(context) : OtherSite.Says("""
            {"title":"The gates close, in one minute","author_name":"Carren Barrier","thumbnail_url":"https://i.ytimg.com/vi/x/hqdefault.jpg"}
            """, "application/json")(context));
        var answer = (await newsroom.Reporter.Post(Route, """{"url":" https://youtu.be/aB3_dEf-9hI "}""")).Is(200);
        var block = answer.Json["block"]!;
        Assert.Equal(("embed", "YouTube", "Carren Barrier"), ((string)block["kind"]!, (string)block["provider"]!, (string)block["author"]!));
        Assert.True(Core.Media.PictureName.TryParse((string)block["media"]!, out var name));
        Assert.Equal((480, 360), (name!.Width, name.Height));
        var posts = await newsroom.Begins("looked-up");
        var post = (await newsroom.Editor.Post(posts, $$"""{"headline":"The gates","blocks":[{{block.ToJsonString()}}],"publish":true}""")).Is(201);
        var page = (await newsroom.Anonymous.Get($"/live/looked-up/posts/{post.Id}")).Is(200).Text;
        Assert.Contains($"/media/{name.Hash}/480.webp", page);
        Assert.DoesNotContain("ytimg.com", page);
        // Readers may have the picture as soon as they have the post, and it goes with it.
        (await newsroom.Anonymous.Get($"/media/{name.Hash}/320.jpg")).Is(200);
        (await newsroom.Editor.Post($"{posts}/{post.Id}/take-down", """{"reason":"Not theirs"}""")).Is(200);
        (await newsroom.Anonymous.Get($"/media/{name.Hash}/320.jpg")).Is(404);
        // The log says who brought it in.
        Assert.Equal("youtu.be", (await newsroom.Reporter.Get($"/api/v1/media/{name.Hash}")).Is(200)["fileName"]);
        Assert.Equal("Rita", (string)(await newsroom.Admin.Get($"/api/v1/audit?about=media/{name.Hash}")).Is(200).Json["entries"]![0]!["by"]!);
    }

    [Fact]
    public async Task A_page_becomes_a_link_card_also_when_its_picture_is_none()
    {
        await using var site = await Site(context => context.Request.Path == "/a.svg"
            ? OtherSite.Says("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png")(context)
            : OtherSite.Says("""<meta property="og:title" content="Find your street"><meta property="og:image" content="/a.svg">""")(context));
        var block = (await newsroom.Reporter.Post(Route, """{"url":"https://council.example.org/streets"}""")).Is(200).Json["block"]!;
        Assert.Equal(("linkCard", "Find your street", null), ((string)block["kind"]!, (string)block["title"]!, (string?)block["media"]));
        Assert.Equal("linkCard", (string)(await newsroom.Reporter.Post(Route, """{"url":"https://youtu.be/aB3_dEf-9hI","as":"card"}""")).Is(200).Json["block"]!["kind"]!);
    }

    [Fact]
    public async Task What_a_site_keeps_to_itself_is_said_and_the_address_is_kept()
    {
        await using var site = await Site(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        var answer = (await newsroom.Reporter.Post(Route, """{"url":"https://www.instagram.com/p/C8a_bC-dEfG/"}""")).Is(200);
        Assert.Contains("Type in", (string)answer.Json["missing"]!);
        Assert.Equal("https://www.instagram.com/p/C8a_bC-dEfG/", (string)answer.Json["block"]!["url"]!);
    }

    [Theory]
    [InlineData("""{"url":"http://127.0.0.1/"}""", "url", "public internet"), InlineData("""{"url":"http://169.254.169.254/latest/meta-data/"}""", "url", "public internet")]
    [InlineData("""{"url":"file:///etc/passwd"}""", "url", "https://"), InlineData("""{"url":"gates"}""", "url", "no address"), InlineData("""{}""", "url", "must stand here")]
    [InlineData("""{"url":"https://news.example/","as":"video"}""", "as", "card"), InlineData("""{"url":"https://news.example/","more":1}""", "more", "not a field")]
    public async Task What_cannot_be_looked_up_is_refused_with_a_sentence(string body, string path, string word) =>
        Assert.Contains(word, (await newsroom.Reporter.Post(Route, body)).Refuses(422, path)["title"]);

    [Fact]
    public async Task Nobody_has_the_newsroom_ask_other_servers_on_and_on()
    {
        using var hasty = await newsroom.Member("Hasty", Storage.Role.Reporter);
        for (var i = 0; i < 20; i++) (await hasty.Post(Route, """{"url":"http://10.0.0.1/"}""")).Refuses(422, "url");
        Assert.Contains("a minute", (await hasty.Post(Route, """{"url":"http://10.0.0.1/"}""")).Refuses(503)["title"]);
        (await newsroom.Reporter.Post(Route, """{"url":"http://10.0.0.1/"}""")).Refuses(422, "url");
    }

    private static Task Picture(HttpContext context)
    {
        context.Response.ContentType = "image/jpeg";
        return context.Response.Body.WriteAsync(Pictures.Jpeg(480, 360, seed: 77)).AsTask();
    }

    private async Task<OtherSite> Site(RequestDelegate answer)
    {
        var site = await OtherSite.Start(answer, tls: true);
        newsroom.Services.GetRequiredService<Fetcher>().Open(new Door(Public, site.EndPoint, site.Certificate, (_, _) => Task.FromResult<IPAddress[]>([Public])));
        return site;
    }
}
