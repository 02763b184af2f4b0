using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>A live page as a site of files: whole, with its pictures, and nothing that readers may not have.</summary>
public sealed partial class SiteExportTests : IAsyncLifetime
{
    private const string Site = "https://archive.example.org/news";

    private readonly TemporaryFolder _out = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start(new TurnedClock());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _out.Dispose();
    }

    [Fact]
    public async Task Every_address_on_every_page_leads_to_a_file_of_the_site_or_openly_elsewhere_and_nothing_is_loaded_from_there()
    {
        var shown = await Day();
        Assert.Contains("/live/storm", (await Export("site")).Done(), StringComparison.Ordinal);
        var site = _out.File("site");
        var pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).ToList();
        // The list, the front, two pages of older posts, and every post that readers know of.
        Assert.Equal(1 + 1 + 2 + 31, pages.Count);
        foreach (var page in pages)
        {
            var html = await File.ReadAllTextAsync(page);
            foreach (var address in Loaded().Matches(html).SelectMany(found => found.Groups[1].Value.Split(',').Select(each => each.Trim().Split(' ')[0])))
            {
                Assert.DoesNotMatch("^(/|[a-z]+:)", address);
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, address)), $"{page} loads {address}");
            }
            foreach (var href in Leading().Matches(html).Select(found => WebUtility.HtmlDecode(found.Groups[1].Value)).Where(href => !href.StartsWith('#')))
                Assert.True(href.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Path.Combine(Path.GetDirectoryName(page)!, href.Split('#')[0])), $"{page} leads to {href}");
        }
        Assert.All(Rendition.Of(shown[0].Hash).Where(rendition => rendition.Format != PictureFormat.Jpg && Rendition.WidthsFor(shown[0].Width).Contains(rendition.Width)), rendition => Assert.True(File.Exists(Path.Combine(site, "media", rendition.Hash, rendition.File)), rendition.File));
        Assert.Equal([.. shown.Select(picture => picture.Hash).Order()], Directory.EnumerateDirectories(Path.Combine(site, "media")).Select(folder => Path.GetFileName(folder)).Order());
    }

    [Fact]
    public async Task What_the_page_and_its_feeds_say_of_themselves_is_under_the_sites_own_address_and_there()
    {
        await Day();
        (await Export("site")).Done();
        var site = _out.File("site");
        var front = await File.ReadAllTextAsync(Path.Combine(site, "live/storm/index.html"));
        Assert.Contains($"<link rel=\"canonical\" href=\"{Site}/live/storm\"", front, StringComparison.Ordinal);
        Assert.DoesNotContain("data-stream", front, StringComparison.Ordinal);
        var share = ShareImage().Match(front).Groups[1].Value;
        Assert.True(File.Exists(Path.Combine(site, share[(Site.Length + 1)..])), share);
        foreach (var feed in new[] { "feed.rss", "feed.atom", "feed.json" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(site, "live/storm", feed));
            var media = Media().Matches(text).Select(found => found.Value).ToList();
            Assert.NotEmpty(media);
            Assert.All(media, address => Assert.True(File.Exists(Path.Combine(site, address)), $"{feed} shows {address}"));
            Assert.DoesNotContain("courier.example", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_site_can_be_one_zip_and_is_the_same()
    {
        await Day();
        (await Export("site")).Done();
        (await Export("site.zip")).Done();
        ZipFile.ExtractToDirectory(_out.File("site.zip"), _out.File("unpacked"));
        Assert.Equal(Files("site"), Files("unpacked"));
        Assert.False(Directory.Exists(_out.File("site.zip.part")));
    }

    [Fact]
    public async Task What_cannot_be_exported_is_told_and_leaves_nothing()
    {
        await Day();
        await _server.Begins("obituary", CoverageStatus.Draft);
        (await Run("export", "obituary", "--format", "site", "--url", Site, "--out", _out.File("site"))).Fails("no live page “obituary”");
        (await Run("export", "storm", "--format", "site", "--out", _out.File("site"))).Fails("--url");
        (await Run("export", "storm", "--format", "site", "--url", Site, "--out", "-")).Fails("a folder");
        (await Run("export", "storm", "--format", "site", "--url", "archive.example.org", "--out", _out.File("site"))).Misused();
        Directory.CreateDirectory(_out.File("site"));
        await File.WriteAllTextAsync(_out.File("site/mine.txt"), "mine");
        (await Export("site")).Fails("not empty");
        Assert.Equal(["mine.txt"], Files("site"));
        Assert.Equal([_out.File("site")], Directory.EnumerateFileSystemEntries(_out.Path));
    }

    [Fact]
    public async Task A_picture_that_the_library_never_had_is_told_and_the_rest_is_there()
    {
        await _server.Begins("storm");
        var lost = new PictureName(new string('d', 64), 600, 400, new string('0', 12));
        await _server.Publishes("storm", Showing(lost, "Lost"));
        var said = await Export("site");
        said.Done();
        Assert.Contains($"no file {lost.Hash}", said.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(_out.File("site/live/storm/index.html")));
    }

    [Fact]
    public async Task A_picture_whose_right_ends_is_named_as_a_site_goes_on_showing_it()
    {
        await _server.Begins("storm");
        var (lent, own) = (_server.Keeps(7), _server.Keeps(8));
        foreach (var picture in new[] { lent, own })
        {
            Assert.True((await _server.Services.GetRequiredService<PictureBook>().Add(picture, "jpeg", 1_000, fileName: null, partOf: null, "Ana", CancellationToken.None)).Value);
            await _server.Publishes("storm", Showing(picture, "The gates"));
        }
        Assert.Null((await _server.Services.GetRequiredService<Library>().Describe(lent.Hash, known => known with { NotAfter = TestNewsroom.Morning.AddYears(1) }, "", "Ana", CancellationToken.None)).Refusal);
        var said = await Export("site");
        said.Done();
        Assert.Contains($"The right to show the picture {lent.Hash} ends", Assert.Single(said.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_whose_right_ends_is_named_too()
    {
        await _server.Begins("storm");
        var film = new VideoName(new string('e', 64), 640, 360, TimeSpan.FromSeconds(5));
        var book = _server.Services.GetRequiredService<RecordingBook>();
        Assert.True((await book.Add(film, 1_000, still: null, fileName: null, "Ana", CancellationToken.None)).Value);
        Assert.Null((await _server.Services.GetRequiredService<Library>().Describe(film.Hash, known => known with { NotAfter = TestNewsroom.Morning.AddYears(1) }, "", "Ana", CancellationToken.None)).Refusal);
        await _server.Publishes("storm", new PostContent { Headline = "The gates", Blocks = [new Video { Media = film.ToString() }] });
        Assert.Contains($"The right to show the recording {film.Hash} ends", (await Export("site")).Errors, StringComparison.Ordinal);
    }

    /// <summary>A day of pictures: 31 posts that readers know of, one of which was withdrawn; a draft; one taken down.</summary>
    /// <returns>The pictures that readers have.</returns>
    private async Task<IReadOnlyList<PictureName>> Day()
    {
        await _server.Begins("storm");
        var (leading, first, last) = (_server.Keeps(1, 900, 600), _server.Keeps(2), _server.Keeps(3));
        await _server.Edits("storm", new CoverageEdit { Lead = new Image { Media = leading.ToString(), Alt = "The harbour" } });
        await _server.Publishes("storm", Showing(first, "The first"));
        for (var i = 0; i < 28; i++) await _server.Publishes("storm", $"Post {i}");
        var withdrawn = await _server.Publishes("storm", Showing(_server.Keeps(4), "Withdrawn"));
        await _server.Withdraws("storm", withdrawn.Id, "We were wrong.");
        var down = await _server.Publishes("storm", Showing(_server.Keeps(5), "Down"));
        await _server.TakesDown("storm", down.Id);
        await _server.Drafts("storm", Showing(_server.Keeps(6), "A draft"));
        var text = new RichText([new Run("What we had, ", Href: $"/live/storm/posts/{down.Id}"), new Run("another page", Href: "/live/flood"), new Run("here", Href: "/live/storm#posts")]);
        await _server.Publishes("storm", Showing(last, "The last") with { Blocks = [new Paragraph { Text = text }, new Image { Media = last.ToString(), Alt = "The gates" }] });
        return [leading, first, last];
    }

    private static PostContent Showing(PictureName picture, string headline) => new() { Headline = headline, Blocks = [new Image { Media = picture.ToString(), Alt = "The gates" }] };

    private string[] Files(string folder) => [.. Directory.EnumerateFiles(_out.File(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_out.File(folder), file)).Order()];

    private Task<Said> Export(string name) => Run("export", "storm", "--format", "site", "--url", Site, "--out", _out.File(name));

    private Task<Said> Run(params string[] arguments) => Command.Run(Path.GetDirectoryName(_server.DatabasePath)!, arguments);

    // What a browser asks for by itself.
    [GeneratedRegex(@"(?:<(?:script|img|source|video|audio|track)[^>]*? (?:src|srcset|poster)=""|<link rel=""(?:icon|preload)"" href=""|src:url\()([^"")]+)")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"<(?:a|link)[^>]*? href=""([^""]+)""")]
    private static partial Regex Leading();

    [GeneratedRegex(@"<meta property=""og:image"" content=""([^""]+)""")]
    private static partial Regex ShareImage();

    [GeneratedRegex(@"media/[0-9a-f]{64}/\d+\.[a-z]+")]
    private static partial Regex Media();
}
