using System.Net;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Media;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>A picture is public while something that readers have shows it, and not before or after.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(new TurnedClock());
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_published_picture_is_there_in_every_size_and_form_for_good()
    {
        var picture = _server.Keeps(1);
        await _server.Publishes("storm", Showing(picture));
        foreach (var rendition in Rendition.Of(picture.Hash))
        {
            using var answer = await _server.Http.GetAsync($"/media/{picture.Hash}/{rendition.File}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(rendition.ContentType, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal($"media-{picture.Hash}", answer.Headers.GetValues("Cache-Tag").Single());
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("333.webp")]
    [InlineData("960.svg")]
    [InlineData("0960.webp")]
    [InlineData("960.WEBP")]
    [InlineData("960")]
    [InlineData("..%2f960.webp")]
    public async Task No_other_size_or_form_exists(string file)
    {
        var picture = _server.Keeps(1);
        await _server.Publishes("storm", Showing(picture));
        Assert.Equal(HttpStatusCode.NotFound, await Status(picture, file));
    }

    [Fact]
    public async Task A_drafts_picture_does_not_exist_for_readers_until_it_is_published()
    {
        var picture = _server.Keeps(2);
        Assert.Equal(HttpStatusCode.NotFound, await Status(picture));
        var draft = await _server.Drafts("storm", Showing(picture));
        Assert.Equal(HttpStatusCode.NotFound, await Status(picture));
        await Releases("storm", draft.Id);
        Assert.Equal(HttpStatusCode.OK, await Status(picture));
    }

    [Fact]
    public async Task A_picture_of_a_working_copy_waits_for_its_release_and_the_one_it_replaces_goes_then()
    {
        var (old, next) = (_server.Keeps(3), _server.Keeps(4));
        var post = await _server.Publishes("storm", Showing(old));
        await _server.Does("storm", post.Id, (each, _) => each.Save(Showing(next)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await Status(old), await Status(next)));
        await Releases("storm", post.Id);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Status(old), await Status(next)));
    }

    [Fact]
    public async Task A_page_that_is_a_draft_shows_none_of_its_pictures()
    {
        var (posted, leading) = (_server.Keeps(5), _server.Keeps(6));
        await _server.Begins("obituary", CoverageStatus.Draft);
        await _server.Edits("obituary", new CoverageEdit { Lead = new Image { Media = leading.ToString(), Alt = "Her" } });
        await _server.Publishes("obituary", Showing(posted));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(posted), await Status(leading)));
        await _server.Turns("obituary", CoverageStatus.Live);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(posted), await Status(leading)));
    }

    [Fact]
    public async Task What_only_withdrawn_posts_showed_is_gone_and_what_only_posts_taken_down_showed_never_was()
    {
        var (withdrawn, down) = (_server.Keeps(7), _server.Keeps(8));
        var first = await _server.Publishes("storm", Showing(withdrawn));
        var second = await _server.Publishes("storm", Showing(down));
        await _server.Withdraws("storm", first.Id, "We were wrong.");
        await _server.TakesDown("storm", second.Id);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (await Status(withdrawn), await Status(down)));
        await _server.TakesDown("storm", first.Id);
        Assert.Equal(HttpStatusCode.NotFound, await Status(withdrawn));
    }

    [Fact]
    public async Task A_picture_that_another_post_still_shows_stays()
    {
        var picture = _server.Keeps(9);
        var first = await _server.Publishes("storm", Showing(picture));
        await _server.Publishes("storm", Showing(picture));
        await _server.Withdraws("storm", first.Id, "We were wrong.");
        Assert.Equal(HttpStatusCode.OK, await Status(picture));
    }

    [Fact]
    public async Task What_a_stopped_server_left_to_be_made_is_made_by_the_next()
    {
        var picture = _server.Keeps(12);
        Assert.True((await _server.Services.GetRequiredService<PictureBook>().Add(picture, "jpeg", 1_000, fileName: null, partOf: null, "Ana", CancellationToken.None)).Value);
        await _server.Restarts();
        using var patience = new CancellationTokenSource(Bound.Patience);
        while ((await _server.Services.GetRequiredService<PictureBook>().Due(1, patience.Token)).Count > 0) await Task.Yield();
        var folder = _server.Services.GetRequiredService<MediaFolder>();
        Assert.All(Rendition.Of(picture.Hash), rendition => Assert.True(File.Exists(folder.Rendition(rendition)), rendition.File));
    }

    [Fact]
    public async Task What_readers_are_refused_is_not_kept_by_caches()
    {
        var picture = _server.Keeps(10);
        using var answer = await _server.Http.GetAsync($"/media/{picture.Hash}/480.jpg");
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_holds_a_pictures_place_and_its_colours_before_it_is_there_and_asks_no_style_attribute_for_it()
    {
        var picture = _server.Keeps(11);
        await _server.Publishes("storm", Showing(picture));
        var page = await _server.Http.GetStringAsync("/live/storm");
        Assert.Contains("""width="600" height="400" """, page, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", page, StringComparison.Ordinal);
        Assert.Contains($"/media/{picture.Hash}/320.avif 320w, /media/{picture.Hash}/480.avif 480w, /media/{picture.Hash}/720.avif 600w\"", page, StringComparison.Ordinal);
        var colours = page[page.IndexOf("<svg role=\"none\"><rect", StringComparison.Ordinal)..];
        Assert.InRange(colours[..(colours.IndexOf("</svg>", StringComparison.Ordinal) + 6)].Length, 50, 99);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    private static PostContent Showing(PictureName picture) => new() { Headline = "The gates", Blocks = [new Image { Media = picture.ToString(), Alt = "The gates, closed" }] };

    private async Task Releases(string slug, PostId id) => Assert.Null((await _server.Does(slug, id, (post, at) => post.Publish("Ben", at, ordinal: 1_000))).Refusal);

    private async Task<HttpStatusCode> Status(PictureName picture, string file = "320.jpg")
    {
        using var answer = await _server.Http.GetAsync($"/media/{picture.Hash}/{file}");
        return answer.StatusCode;
    }
}
