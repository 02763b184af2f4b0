using System.Text;
using Dateline.Core.Media;
using Dateline.Media.Originals;
using Dateline.Testing;

namespace Dateline.Media.Tests;

/// <summary>What is made of a picture, and how.</summary>
public sealed class DeveloperTests : IDisposable
{
    private static readonly string Hash = new('a', 64);

    private readonly TemporaryFolder _folder = new();
    private readonly Darkroom _darkroom = new();

    public void Dispose()
    {
        _darkroom.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_picture_is_made_in_six_widths_and_three_forms()
    {
        var (developer, folder) = Library(Pictures.Jpeg(2_400, 1_600));
        Assert.True(await developer.DevelopAll(Hash, CancellationToken.None));
        var made = Rendition.Of(Hash).ToList();
        Assert.Equal(18, made.Count);
        foreach (var rendition in made)
        {
            var seen = PictureReader.Look(folder.Rendition(rendition)).Value;
            Assert.Equal((rendition.Width, rendition.Width * 2 / 3), (seen.Width, seen.Height));
            Assert.Equal(rendition.ContentType, $"image/{seen.Kind}");
        }
    }

    [Fact]
    public async Task A_picture_is_never_enlarged()
    {
        var (developer, folder) = Library(Pictures.Jpeg(500, 250));
        var made = await developer.Develop(new Rendition(Hash, 2_160, PictureFormat.Webp), CancellationToken.None);
        Assert.Equal(500, PictureReader.Look(made.Path!).Value.Width);
    }

    [Fact]
    public async Task The_same_picture_is_always_made_the_same_whoever_asks_first()
    {
        var (developer, folder) = Library(Pictures.FromPhone(900, 600));
        await developer.DevelopAll(Hash, CancellationToken.None);
        var first = Rendition.Of(Hash).ToDictionary(rendition => rendition, rendition => File.ReadAllBytes(folder.Rendition(rendition)));
        foreach (var (rendition, bytes) in first)
        {
            File.Delete(folder.Rendition(rendition));
            var again = await developer.Develop(rendition, CancellationToken.None);
            Assert.Equal(bytes, File.ReadAllBytes(again.Path!));
        }
    }

    [Fact]
    public async Task Nothing_of_where_or_by_whom_it_was_taken_is_left_and_it_stands_upright()
    {
        var original = Pictures.FromPhone(900, 600);
        Assert.Contains("Ana Sorrel", Encoding.Latin1.GetString(original), StringComparison.Ordinal);
        var (developer, folder) = Library(original);
        await developer.DevelopAll(Hash, CancellationToken.None);
        foreach (var rendition in Rendition.Of(Hash))
        {
            var file = folder.Rendition(rendition);
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            foreach (var trace in new[] { "Ana Sorrel", "Exif", "GPS", "http://ns.adobe.com" }) Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
            var seen = PictureReader.Look(file).Value;
            Assert.True(seen.Height > seen.Width, $"{rendition} lies on its side.");
        }
    }

    [Fact]
    public async Task What_is_transparent_lies_on_white_in_every_form()
    {
        var (developer, folder) = Library(Pictures.WithHole(400, 300));
        await developer.DevelopAll(Hash, CancellationToken.None);
        foreach (var rendition in Rendition.Of(Hash)) Assert.Equal("ffffffffffff", PictureReader.Look(folder.Rendition(rendition)).Value.Colours);
    }

    [Fact]
    public async Task A_hundred_who_ask_for_what_is_missing_are_answered_with_one_making()
    {
        var (developer, folder) = Library(Pictures.Jpeg(1_200, 800));
        var rendition = new Rendition(Hash, 960, PictureFormat.Webp);
        var asked = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => developer.Develop(rendition, CancellationToken.None)));
        Assert.All(asked, each => Assert.Equal(folder.Rendition(rendition), each.Path));
        Assert.Equal([folder.Rendition(rendition)], Directory.EnumerateFiles(Path.GetDirectoryName(folder.Rendition(rendition))!));
    }

    [Fact]
    public async Task More_than_can_wait_is_told_so_at_once_and_made_later()
    {
        var (developer, _) = Library(Pictures.Jpeg(600, 400));
        using var door = new ManualResetEventSlim();
        var held = _darkroom.Now(() => door.Wait(TimeSpan.FromSeconds(30)))!;
        var queue = new List<Task>();
        while (_darkroom.Now(() => 0) is { } waiting) queue.Add(waiting);
        Assert.InRange(queue.Count, Darkroom.MostWaiting - 1, Darkroom.MostWaiting + 1);

        var rendition = new Rendition(Hash, 480, PictureFormat.Jpg);
        Assert.True((await developer.Develop(rendition, CancellationToken.None)).Busy);
        door.Set();
        await held;
        await Task.WhenAll(queue);
        Assert.NotNull((await developer.Develop(rendition, CancellationToken.None)).Path);
    }

    [Fact]
    public async Task A_picture_that_the_library_does_not_have_is_not_there()
    {
        var (developer, _) = Library(Pictures.Jpeg(60, 40));
        Assert.Equal(new Developed(null), await developer.Develop(new Rendition(new string('b', 64), 320, PictureFormat.Jpg), CancellationToken.None));
    }

    [Fact]
    public async Task What_a_killed_server_left_half_written_is_never_served_and_is_cleared_away()
    {
        var (developer, folder) = Library(Pictures.Jpeg(600, 400));
        var half = folder.Arriving();
        File.WriteAllBytes(half, [1, 2, 3]);
        folder.Sweep();
        Assert.False(File.Exists(half));
        var rendition = new Rendition(Hash, 320, PictureFormat.Avif);
        Assert.False(File.Exists(folder.Rendition(rendition)));
        Assert.Equal(320, PictureReader.Look((await developer.Develop(rendition, CancellationToken.None)).Path!).Value.Width);
    }

    private (Developer, MediaFolder) Library(byte[] original)
    {
        var folder = new MediaFolder(_folder.File("media"));
        var arriving = folder.Arriving();
        File.WriteAllBytes(arriving, original);
        MediaFolder.Land(arriving, folder.Original(Hash));
        return (new Developer(folder, new OriginalsOnDisk(folder), _darkroom), folder);
    }
}
