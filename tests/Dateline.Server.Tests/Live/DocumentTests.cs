using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Media;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>A document is public while something that readers have offers it, and not before or after; and nothing else is ever had by its address.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private readonly byte[] _pdf = Papers.Pdf(3);
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start(new TurnedClock());
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_published_document_is_had_whole_and_in_parts_by_its_readers_with_headers_that_keep_it_a_document()
    {
        var document = await Kept();
        await _server.Publishes("storm", Offering(document));
        using var answer = await _server.Http.GetAsync(Address(document));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(_pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal($"media-{document.Hash}", answer.Headers.GetValues("Cache-Tag").Single());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);

        using var asked = new HttpRequestMessage(HttpMethod.Get, Address(document)) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await _server.Http.SendAsync(asked);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(_pdf[100..200], await part.Content.ReadAsByteArrayAsync());

        var page = await _server.Http.GetStringAsync("/live/storm");
        Assert.Contains($"href=\"{Address(document)}\"", page, StringComparison.Ordinal);
        Assert.Contains("3 pages", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_comes_with_its_post_and_goes_with_it()
    {
        var (document, page) = (await Kept(), _server.Keeps(1));
        Assert.Equal(HttpStatusCode.NotFound, await Status(document));
        await _server.Drafts("storm", Offering(document, page));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(document), await Status(page)));
        var post = await _server.Publishes("storm", Offering(document, page));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(document), await Status(page)));
        await _server.Withdraws("storm", post.Id, "We were wrong.");
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (await Status(document), await Status(page)));
        await _server.TakesDown("storm", post.Id);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(document), await Status(page)));
    }

    [Fact]
    public async Task The_original_of_a_published_picture_is_not_had_by_the_address_of_a_document_whoever_names_it_so()
    {
        var picture = _server.Keeps(2);
        await _server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Image { Media = picture.ToString(), Alt = "The gates" }] });
        await _server.Publishes("storm", Offering(new DocumentName(picture.Hash, 3, 900)));
        Assert.Equal(HttpStatusCode.OK, await Status(picture));
        using var answer = await _server.Http.GetAsync($"/media/{picture.Hash}/document.pdf");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static PostContent Offering(DocumentName document, PictureName? page = null) => new() { Headline = "The gates", Blocks = [new Document { Media = document.ToString(), Title = "Gate 4", FirstPage = page?.ToString() }] };

    private static string Address(DocumentName document) => $"/media/{document.Hash}/document.pdf";

    /// <summary>A document in the library, as an upload leaves it.</summary>
    private async Task<DocumentName> Kept()
    {
        var folder = _server.Services.GetRequiredService<MediaFolder>();
        var (file, name) = (folder.Arriving(), new DocumentName(Convert.ToHexStringLower(SHA256.HashData(_pdf)), 3, _pdf.Length));
        await File.WriteAllBytesAsync(file, _pdf);
        MediaFolder.Land(file, folder.Original(name.Hash));
        Assert.True((await _server.Services.GetRequiredService<DocumentBook>().Add(name, new PictureName(new string('c', 64), 9, 9, new string('0', 12)), (null, null, null), fileName: null, "Ana", CancellationToken.None)).Value);
        return name;
    }

    private async Task<HttpStatusCode> Status(DocumentName document) => await Status(Address(document));

    private async Task<HttpStatusCode> Status(PictureName picture) => await Status($"/media/{picture.Hash}/320.jpg");

    private async Task<HttpStatusCode> Status(string address)
    {
        using var answer = await _server.Http.GetAsync(address);
        return answer.StatusCode;
    }
}
