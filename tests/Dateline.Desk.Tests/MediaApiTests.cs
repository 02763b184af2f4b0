using System.Text;
using Dateline.Core.Media;
using Dateline.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Pictures come in, and are looked at from the desk.</summary>
public sealed class MediaApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Library = "/api/v1/media";

    [Fact]
    public async Task A_picture_is_kept_under_a_name_that_says_its_size_and_hash()
    {
        var sent = (await newsroom.Reporter.Sends(Pictures.Jpeg(900, 600, seed: 11))).Is(201);
        Assert.True(PictureName.TryParse(sent.Id, out var name));
        Assert.Equal((900, 600), (name.Width, name.Height));
        Assert.Equal(("900", "600", "jpeg", name.Hash), (sent["width"], sent["height"], sent["kind"], sent["hash"]));
        Assert.Equal(Pictures.Jpeg(900, 600, seed: 11), File.ReadAllBytes(Folder.Original(name.Hash)));
    }

    [Fact]
    public async Task The_same_picture_sent_twice_is_one_picture_and_one_line_in_the_log()
    {
        var first = (await newsroom.Reporter.Sends(Pictures.Jpeg(500, 400, seed: 12))).Is(201);
        var again = (await newsroom.Editor.Sends(Pictures.Jpeg(500, 400, seed: 12), "another-name.jpg")).Is(200);
        Assert.Equal(first.Id, again.Id);
        var log = (await newsroom.Admin.Get($"/api/v1/audit?about=media/{first["hash"]}")).Is(200).Json["entries"]!.AsArray();
        Assert.Equal(("Rita", "added a picture"), ((string)log.Single()!["by"]!, (string)log.Single()!["did"]!));
    }

    [Fact]
    public async Task A_hundred_pictures_at_once_are_all_taken_and_a_post_goes_out_meanwhile()
    {
        var posts = await newsroom.Begins("many-pictures");
        var sending = Enumerable.Range(0, 100).Select(i => newsroom.Reporter.Sends(Pictures.Jpeg(64, 48, seed: 100 + i))).ToList();
        (await newsroom.Editor.Post(posts, """{"headline":"The gates are closing","publish":true}""")).Is(201);
        var answers = await Task.WhenAll(sending);
        Assert.Equal(100, answers.Select(answer => answer.Is(201).Id).Distinct().Count());
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("Words, and no picture", "no picture")]
    public async Task What_is_no_picture_is_refused_with_a_sentence_and_leaves_nothing(string content, string word)
    {
        var refused = (await newsroom.Reporter.Sends(Encoding.UTF8.GetBytes(content), "photo.jpg")).Refuses(422, "file");
        Assert.Contains(word, refused["title"]);
        // Pictures of other tests may be in the making there; what was refused would stay.
        await Bound.Until(() => !Directory.EnumerateFiles(Path.Combine(newsroom.Folder, "media", "arriving")).Any(), "nothing is left on its way");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_while_it_comes()
    {
        var refused = await newsroom.Reporter.Sends(new byte[(40 * 1024 * 1024) + 1]);
        Assert.Contains("40 MB", refused.Refuses(422, "file")["title"]);
    }

    [Fact]
    public async Task What_is_sent_otherwise_than_as_a_file_is_refused_with_a_sentence()
    {
        Assert.Contains("multipart", (await newsroom.Reporter.Post(Library, "{}")).Refuses(415)["title"]);
        Assert.Contains("“file”", (await newsroom.Reporter.Sends(Pictures.Jpeg(10, 10), part: "picture")).Refuses(422, "file")["title"]);
        (await newsroom.Reporter.SendBytes(HttpMethod.Post, Library, "--x\r\n"u8.ToArray(), ("Content-Type", "multipart/form-data; boundary=x"))).Refuses(422, "file");
        (await newsroom.Reporter.SendBytes(HttpMethod.Post, Library, [], ("Content-Type", "multipart/form-data"))).Refuses(415);
    }

    [Fact]
    public async Task The_desk_sees_a_picture_that_readers_cannot_have_yet()
    {
        var sent = (await newsroom.Reporter.Sends(Pictures.Png(700, 500, seed: 13))).Is(201);
        using var seen = await newsroom.Reporter.Http.GetAsync($"{Library}/{sent["hash"]}/320.webp");
        Assert.Equal(200, (int)seen.StatusCode);
        Assert.Equal("image/webp", seen.Content.Headers.ContentType!.MediaType);
        Assert.True(seen.Headers.CacheControl!.Private);
        Assert.Equal("nosniff", seen.Headers.GetValues("X-Content-Type-Options").Single());
        (await newsroom.Reporter.Get($"{Library}/{sent["hash"]}/333.webp")).Refuses(404);
        (await newsroom.Reporter.Get($"{Library}/{new string('0', 64)}/320.webp")).Refuses(404);
        (await newsroom.Reporter.Get($"{Library}/..%2f..%2fdateline.db/320.webp")).Refuses(404);
        (await newsroom.Anonymous.Get($"/media/{sent["hash"]}/320.webp")).Is(404);
    }

    [Fact]
    public async Task A_preview_shows_a_drafts_picture_by_the_desks_own_address()
    {
        var posts = await newsroom.Begins("picture-preview");
        var sent = (await newsroom.Reporter.Sends(Pictures.Jpeg(700, 500, seed: 14))).Is(201);
        var id = (await newsroom.Reporter.Post(posts, $$"""{"headline":"A draft","blocks":[{"kind":"image","media":"{{sent.Id}}","alt":"Gates"}]}""")).Is(201).Id;
        var preview = (await newsroom.Reporter.Get($"/desk/preview/picture-preview/{id}")).Is(200).Text;
        Assert.Contains($"/api/v1/media/{sent["hash"]}/720.webp", preview);
        Assert.DoesNotContain($"\"/media/{sent["hash"]}", preview);
    }

    [Fact]
    public async Task A_post_that_names_a_picture_the_library_does_not_have_is_told_where()
    {
        var posts = await newsroom.Begins("unknown-picture");
        var made = $"{new string('d', 64)}-900x600-{new string('0', 12)}";
        var body = $$"""{"headline":"Gates","blocks":[{"kind":"paragraph","text":"Words"},{"kind":"gallery","items":[{"alt":"Described"},{"media":"{{made}}","alt":"Gates"}]}]}""";
        (await newsroom.Reporter.Post(posts, body)).Refuses(422, "blocks[1].items[1].media");
        (await newsroom.Reporter.Put($"{posts}/{Guid.CreateVersion7()}/draft", body)).Refuses(422, "blocks[1].items[1].media");
        (await newsroom.Editor.Patch("/api/v1/coverages/unknown-picture", """{"lead":{"kind":"image","media":"nonsense","alt":"Gates"}}""", ("If-Match", "*"))).Refuses(422, "lead.media");
    }

    private MediaFolder Folder => newsroom.Services.GetRequiredService<MediaFolder>();
}
