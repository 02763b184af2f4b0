using System.Security.Cryptography;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media.Originals;
using Dateline.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Media.Tests;

/// <summary>Originals in a store of the S3 protocol: kept once it has them, and nothing lost while it is away.</summary>
public sealed class OriginalsInStoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private S3Store _store = null!;

    public async ValueTask InitializeAsync() => _store = await S3Store.Start();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_kept_lies_in_the_store_under_its_hash_byte_for_byte()
    {
        using var originals = Here();
        var (bytes, hash) = Picture(1);
        Assert.Null(await Keep(originals, bytes));
        Assert.Equal(bytes, File.ReadAllBytes(_store.Files[$"courier/{hash}"]));
        Assert.Null(await Keep(originals, bytes));
        Assert.Single(_store.Files);
    }

    [Fact]
    public async Task An_original_that_no_longer_lies_here_is_fetched_and_renditions_are_made_of_it()
    {
        var (bytes, hash) = Picture(2);
        using (var before = Here()) Assert.Null(await Keep(before, bytes));
        Directory.Delete(Folder.Near, recursive: true);

        using var originals = Here();
        using var darkroom = new Darkroom();
        var made = await new Developer(Folder, originals, darkroom).Develop(new Rendition(hash, 320, PictureFormat.Webp), CancellationToken.None);
        Assert.Equal(320, PictureReader.Look(made.Path!).Value.Width);
        using var loan = (await originals.Borrow(hash, CancellationToken.None)).Value;
        Assert.Equal(bytes, File.ReadAllBytes(loan.Path));
    }

    [Fact]
    public async Task A_store_that_is_away_takes_nothing_and_nothing_of_it_stays_until_it_comes_back()
    {
        using var originals = Here();
        var (bytes, _) = Picture(3);
        await _store.Goes();
        var refusal = await Keep(originals, bytes);
        Assert.Equal(RefusalKind.Busy, refusal!.Kind);
        Assert.Contains("still with you", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("does not answer", originals.Trouble, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder.Near));

        await _store.Comes();
        Assert.Null(await Keep(originals, bytes));
        Assert.Null(originals.Trouble);
        Assert.Single(_store.Files);
    }

    [Fact]
    public async Task Who_asks_for_a_rendition_while_the_store_is_away_is_told_to_come_again_and_gets_it_then()
    {
        var (bytes, hash) = Picture(4);
        using (var before = Here()) Assert.Null(await Keep(before, bytes));
        Directory.Delete(Folder.Near, recursive: true);
        await _store.Goes();

        using var originals = Here();
        using var darkroom = new Darkroom();
        var developer = new Developer(Folder, originals, darkroom);
        var rendition = new Rendition(hash, 320, PictureFormat.Jpg);
        Assert.Equal(new Developed(null, Busy: true), await developer.Develop(rendition, CancellationToken.None));
        Assert.False(await developer.DevelopAll(hash, CancellationToken.None));
        await _store.Comes();
        Assert.NotNull((await developer.Develop(rendition, CancellationToken.None)).Path);
    }

    [Fact]
    public async Task A_hundred_who_ask_for_one_original_get_it_and_what_the_store_never_had_is_not_there()
    {
        var (bytes, hash) = Picture(5);
        using (var before = Here()) Assert.Null(await Keep(before, bytes));
        Directory.Delete(Folder.Near, recursive: true);
        using var originals = Here();
        foreach (var loan in await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => originals.Borrow(hash, CancellationToken.None)))) loan.Value.Dispose();
        Assert.Equal(RefusalKind.NotFound, (await originals.Borrow(new string('b', 64), CancellationToken.None)).Refusal!.Kind);
        Assert.Null(originals.Trouble);
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_kept_is_never_used()
    {
        var (bytes, hash) = Picture(6);
        using (var before = Here()) Assert.Null(await Keep(before, bytes));
        Directory.Delete(Folder.Near, recursive: true);
        File.WriteAllBytes(_store.Files[$"courier/{hash}"], Picture(7).Bytes);
        using var originals = Here();
        Assert.Equal(RefusalKind.NotFound, (await originals.Borrow(hash, CancellationToken.None)).Refusal!.Kind);
        Assert.Null(originals.Trouble);
        Assert.Empty(Directory.EnumerateFiles(Folder.Near));
    }

    [Fact]
    public async Task Copies_here_take_no_more_room_than_they_may_and_the_one_not_used_for_longest_goes_but_none_that_is_in_use()
    {
        var pictures = Enumerable.Range(10, 3).Select(Picture).ToList();
        using var originals = Here(most: pictures.Sum(picture => (long)picture.Bytes.Length) - 1);
        Assert.Null(await Keep(originals, pictures[0].Bytes));
        Assert.Null(await Keep(originals, pictures[1].Bytes));
        using (var used = (await originals.Borrow(pictures[0].Hash, CancellationToken.None)).Value) { }
        Assert.Null(await Keep(originals, pictures[2].Bytes));
        Assert.Equal([.. new[] { pictures[0].Hash, pictures[2].Hash }.Order()], Near);

        using var held = (await originals.Borrow(pictures[0].Hash, CancellationToken.None)).Value;
        using (var another = (await originals.Borrow(pictures[1].Hash, CancellationToken.None)).Value) Assert.Equal(pictures[1].Bytes, File.ReadAllBytes(another.Path));
        Assert.Equal([.. new[] { pictures[0].Hash, pictures[1].Hash }.Order()], Near);
        Assert.Equal(3, _store.Files.Count);
    }

    [Fact]
    public async Task What_an_earlier_time_left_on_disk_is_used_from_there_and_copied_on_once()
    {
        var (bytes, hash) = Picture(8);
        Assert.Null(await new OriginalsOnDisk(Folder).Keep(Arrived(bytes), hash, CancellationToken.None));
        using var originals = Here();
        using (var loan = (await originals.Borrow(hash, CancellationToken.None)).Value) Assert.Equal(bytes, File.ReadAllBytes(loan.Path));
        Assert.Equal([hash], Folder.Originals());
        Assert.Null(await originals.CopyOn(hash, CancellationToken.None));
        var written = File.GetLastWriteTimeUtc(_store.Files[$"courier/{hash}"]);
        Assert.Null(await originals.CopyOn(hash, CancellationToken.None));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_store.Files[$"courier/{hash}"]));
        Assert.True(File.Exists(Folder.Original(hash)));
    }

    [Fact]
    public async Task Settings_that_no_time_will_mend_are_told_and_a_store_that_is_only_away_is_waited_for()
    {
        using (var right = Here()) Assert.Null(await right.Open(CancellationToken.None));
        using (var bucket = Here(_store.Settings with { Bucket = "elsewhere" })) Assert.Contains("no bucket “elsewhere”", (await bucket.Open(CancellationToken.None))!.Sentence, StringComparison.Ordinal);
        using (var stranger = new OriginalsInStore(Folder, _store.Settings, TimeProvider.System, NullLogger<OriginalsInStore>.Instance, new Amazon.Runtime.BasicAWSCredentials("a stranger", "no secret")))
            Assert.Contains("does not let these credentials", (await stranger.Open(CancellationToken.None))!.Sentence, StringComparison.Ordinal);
        await _store.Goes();
        using var away = Here();
        Assert.Null(await away.Open(CancellationToken.None));
        Assert.Contains("does not answer", away.Trouble, StringComparison.Ordinal);
    }

    private MediaFolder Folder => field ??= new MediaFolder(_folder.File("media"));

    private string[] Near => [.. Directory.EnumerateFiles(Folder.Near).Select(file => Path.GetFileName(file)).Order()];

    private OriginalsInStore Here(StoreSettings? settings = null, long most = 1_000_000) =>
        new(Folder, (settings ?? _store.Settings) with { MostNear = most }, TimeProvider.System, NullLogger<OriginalsInStore>.Instance, S3Store.Credentials);

    private Task<Refusal?> Keep(OriginalsInStore originals, byte[] bytes) => originals.Keep(Arrived(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)), CancellationToken.None);

    private string Arrived(byte[] bytes)
    {
        var file = Folder.Arriving();
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static (byte[] Bytes, string Hash) Picture(int seed)
    {
        var bytes = Pictures.Jpeg(600, 400, seed);
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
