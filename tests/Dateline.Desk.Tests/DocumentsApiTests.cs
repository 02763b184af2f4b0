using System.Net.Http.Headers;
using Dateline.Core.Media;
using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Documents: what comes in, what is told of it, and who may have it.</summary>
public sealed class DocumentsApiTests : IClassFixture<NewsroomApi>
{
    private static readonly byte[] Pdf = Papers.Pdf(3, "/Title (Gate 4) /Author (Ana Sorrel) /Creator (Writer)", seed: 21);

    private readonly NewsroomApi _newsroom;

    public DocumentsApiTests(NewsroomApi newsroom)
    {
        Assert.SkipUnless(Papers.AreHere, Papers.NotHere);
        _newsroom = newsroom;
    }

    [Fact]
    public async Task A_document_is_kept_under_a_name_that_says_its_pages_and_size_and_its_first_page_is_a_picture_of_the_library()
    {
        var pdf = Papers.Pdf(3, seed: 22);
        var sent = (await _newsroom.Reporter.Sends(pdf, "gate-4.pdf")).Is(201);
        Assert.True(DocumentName.TryParse(sent.Id, out var name));
        Assert.Equal((3, pdf.Length), (name.Pages, name.Bytes));
        Assert.Equal(("pdf", "3", name.Hash), (sent["kind"], sent["pages"], sent["hash"]));
        Assert.True(PictureName.TryParse(sent["firstPage"], out var page));
        Assert.Equal(name.Hash, (await _newsroom.Reporter.Get($"/api/v1/media/{page.Hash}")).Is(200)["partOf"]);
        // It is there with its document, and by itself for whoever looks for pictures.
        Assert.DoesNotContain(page.Hash, (await _newsroom.Reporter.Get("/api/v1/media")).Is(200).Json["files"]!.AsArray().Select(file => (string)file!["hash"]!));
        Assert.Contains(page.Hash, (await _newsroom.Reporter.Get("/api/v1/media?type=picture")).Is(200).Json["files"]!.AsArray().Select(file => (string)file!["hash"]!));
        var again = (await _newsroom.Editor.Sends(pdf, "another-name.pdf")).Is(200);
        Assert.Equal((sent.Id, sent["firstPage"]), (again.Id, again["firstPage"]));
        var log = (await _newsroom.Admin.Get($"/api/v1/audit?about=media/{name.Hash}")).Is(200).Json["entries"]!.AsArray();
        Assert.Equal(("Rita", "added a document"), ((string)log.Single()!["by"]!, (string)log.Single()!["did"]!));
    }

    [Fact]
    public async Task What_the_file_says_of_itself_is_told_before_anything_is_published()
    {
        var sent = await _newsroom.Reporter.Sends(Pdf);
        Assert.Equal(("Gate 4", "Ana Sorrel", "Writer"), (sent["title"], sent["author"], sent["program"]));
        var known = (await _newsroom.Reporter.Get($"/api/v1/media/{sent["hash"]}")).Is(200);
        Assert.Equal((sent.Id, "Ana Sorrel", sent["firstPage"]), (known.Id, known["author"], known["firstPage"]));
        (await _newsroom.Reporter.Get($"/api/v1/media/{new string('0', 64)}")).Refuses(404);
    }

    [Theory]
    [InlineData("cut", "damaged")]
    [InlineData("locked", "locked")]
    [InlineData("long", "5,001 pages")]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence(string which, string word)
    {
        var refused = await _newsroom.Reporter.Sends(which switch { "cut" => Papers.CutOff(), "locked" => Papers.Locked(), _ => Papers.Pdf(5_001) });
        Assert.Contains(word, refused.Refuses(422, "file")["title"]);
    }

    [Fact]
    public async Task Without_poppler_a_document_is_refused_with_what_is_to_be_installed_and_pictures_are_taken()
    {
        await using var bare = new NewsroomApi(settings => settings with { Programs = "" });
        await bare.InitializeAsync();
        Assert.Contains("installs poppler-utils", (await bare.Reporter.Sends(Pdf)).Refuses(422, "file")["title"]);
        (await bare.Reporter.Sends(Pictures.Jpeg(60, 40))).Is(201);
    }

    [Fact]
    public async Task The_desk_reads_a_document_that_readers_cannot_have_yet_and_reads_it_in_parts()
    {
        var sent = await _newsroom.Reporter.Sends(Pdf);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/media/{sent["hash"]}/document.pdf") { Headers = { Range = new RangeHeaderValue(0, 7) } };
        using var answer = await _newsroom.Reporter.Http.SendAsync(part);
        Assert.Equal((206, "application/pdf"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Pdf[..8], await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl!.Private);
        (await _newsroom.Anonymous.Get($"/media/{sent["hash"]}/document.pdf")).Is(404);
        (await _newsroom.Anonymous.Get($"/api/v1/media/{sent["hash"]}/document.pdf")).Is(401);
    }

    [Fact]
    public async Task A_pictures_original_is_not_had_by_the_address_of_a_document()
    {
        var picture = await _newsroom.Reporter.Sends(Pictures.FromPhone(600, 400));
        (await _newsroom.Reporter.Get($"/api/v1/media/{picture["hash"]}/document.pdf")).Refuses(404);
    }

    [Fact]
    public async Task A_post_that_names_a_document_or_a_first_page_the_library_does_not_have_is_told_where()
    {
        var posts = await _newsroom.Begins("unknown-document");
        (await _newsroom.Reporter.Post(posts, $$"""{"headline":"Gates","blocks":[{"kind":"document","title":"Gate 4","media":"{{new string('d', 64)}}-3-900.pdf"}]}""")).Refuses(422, "blocks[0].media");
        (await _newsroom.Reporter.Post(posts, $$"""{"headline":"Gates","blocks":[{"kind":"document","title":"Gate 4","firstPage":"{{new string('d', 64)}}-9x9-{{new string('0', 12)}}"}]}""")).Refuses(422, "blocks[0].firstPage");
        (await _newsroom.Editor.Patch("/api/v1/coverages/unknown-document", """{"lead":{"kind":"document","title":"Gate 4","media":"nonsense"}}""", ("If-Match", "*"))).Refuses(422);
        var sent = await _newsroom.Reporter.Sends(Pdf);
        var id = (await _newsroom.Reporter.Post(posts, $$"""{"headline":"Gates","blocks":[{"kind":"document","title":"Gate 4","media":"{{sent.Id}}","firstPage":"{{sent["firstPage"]}}"}]}""")).Is(201).Id;
        Assert.Contains($"/api/v1/media/{sent["hash"]}/document.pdf", (await _newsroom.Reporter.Get($"/desk/preview/unknown-document/{id}")).Is(200).Text);
    }
}
