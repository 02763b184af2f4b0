using System.Text;
using Dateline.Core.Media;
using Dateline.Media.Originals;
using Dateline.Media.Recordings;
using Dateline.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Media.Tests;

/// <summary>What is found in videos and sounds, and what readers get of them.</summary>
public sealed class RecordingTests : IDisposable
{
    private static readonly string Hash = new('c', 64);

    private readonly TemporaryFolder _temporary = new();
    private readonly MediaFolder _folder;

    public RecordingTests()
    {
        Assert.SkipUnless(Films.CanBeMade, Films.Missing);
        _folder = new MediaFolder(_temporary.Path);
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_recording_is_named_by_what_a_page_needs_as_it_is_watched()
    {
        Assert.Equal(new VideoName(Hash, 320, 180, TimeSpan.FromSeconds(2)), await Found(Films.Film()));
        Assert.Equal(new VideoName(Hash, 180, 320, TimeSpan.FromSeconds(2)), Rounded(await Found(Films.FromPhone())));
        Assert.Equal(new VideoName(Hash, 320, 180, TimeSpan.FromSeconds(2)), await Found(Films.Silent()));
        Assert.Equal(new SoundName(Hash, TimeSpan.FromSeconds(3), IsMp3: true), Rounded(await Found(Films.Mp3())));
        Assert.Equal(new SoundName(Hash, TimeSpan.FromSeconds(3), IsMp3: false), await Found(Films.Wave()));
    }

    [Fact]
    public async Task What_readers_get_plays_everywhere_and_says_nothing_of_where_and_by_whom()
    {
        foreach (var brought in new[] { Films.Film(), Films.FromPhone(), Films.Silent(), Films.Mp3(), Films.Wave() })
        {
            var made = await Made(brought);
            var (bytes, says) = (Encoding.Latin1.GetString(File.ReadAllBytes(made)), Films.Says(made));
            foreach (var secret in new[] { Films.Place, "51.4931", "Not for readers", "A. Reporter" })
            {
                Assert.DoesNotContain(secret, bytes);
                Assert.DoesNotContain(secret, says);
            }
            if (made.EndsWith(".mp4", StringComparison.Ordinal)) Assert.Contains("codec_name=h264", says);
            if (made.EndsWith(".m4a", StringComparison.Ordinal)) Assert.Contains("codec_name=aac", says);
            // Begun before all of it is there: what tells where everything lies comes first.
            if (!made.EndsWith(".mp3", StringComparison.Ordinal)) Assert.InRange(bytes.IndexOf("moov", StringComparison.Ordinal), 1, bytes.IndexOf("mdat", StringComparison.Ordinal));
            Forget();
        }
    }

    [Fact]
    public async Task A_film_that_plays_everywhere_is_taken_over_as_it_is_and_another_stands_upright()
    {
        var film = Films.Film();
        var brought = Path.Combine(_temporary.Path, "film.mp4");
        await File.WriteAllBytesAsync(brought, film);
        Assert.Equal(Films.Picture(brought), Films.Picture(await Made(film)));

        Forget();
        var says = Films.Says(await Made(Films.FromPhone()));
        Assert.Contains("width=180", says);
        Assert.Contains("height=320", says);
    }

    [Fact]
    public async Task A_longer_film_is_also_had_in_pieces_of_two_qualities_which_name_nothing_else()
    {
        await Made(Films.Film(seconds: 21, size: "160x90"));
        var main = await File.ReadAllLinesAsync(_folder.FindRecording(Hash, RecordingFile.Main)!);
        Assert.Equal(["low.m3u8", "high.m3u8"], main.Where(line => !line.StartsWith('#')));
        foreach (var quality in new[] { "low", "high" })
        {
            var list = await File.ReadAllLinesAsync(_folder.FindRecording(Hash, $"hls/{quality}.m3u8")!);
            Assert.Equal([$"{quality}.mp4"], list.Where(line => !line.StartsWith('#')).Distinct());
            Assert.All(list.Where(line => line.Contains("URI", StringComparison.Ordinal)), line => Assert.Contains($"URI=\"{quality}.mp4\"", line));
            var seconds = list.Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal)).Sum(line => double.Parse(line["#EXTINF:".Length..].TrimEnd(','), System.Globalization.CultureInfo.InvariantCulture));
            Assert.InRange(seconds, 20.5, 21.5);
            Assert.NotNull(_folder.FindRecording(Hash, $"hls/{quality}.mp4"));
        }
    }

    [Fact]
    public async Task What_is_lost_is_made_again_and_what_is_there_stays()
    {
        var made = await Made(Films.Wave());
        var first = File.GetLastWriteTimeUtc(made);
        Assert.Equal(made, await Made(Films.Wave()));
        Assert.Equal(first, File.GetLastWriteTimeUtc(made));
        File.Delete(made);
        Assert.True(File.Exists(await Made(Films.Wave())));
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>")]
    [InlineData("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=video 5004 RTP/AVP 96\r\n")]
    public async Task A_list_that_names_other_files_is_no_recording(string content) =>
        Assert.Contains("no video or sound", (await Look(Encoding.UTF8.GetBytes(content))).Refusal!.Sentence);

    [Fact]
    public async Task A_film_that_was_cut_off_is_refused_while_its_sender_is_there()
    {
        var whole = await File.ReadAllBytesAsync(await Made(Films.Film(seconds: 4)));
        Assert.Contains("cut off", (await Look(whole[..(whole.Length / 2)])).Refusal!.Sentence);
        Assert.NotNull((await Look(whole[..2_000])).Refusal);
    }

    [Fact]
    public async Task A_still_shows_the_film_as_it_is_watched()
    {
        var (file, still) = (Path.Combine(_temporary.Path, "film"), Path.Combine(_temporary.Path, "still"));
        await File.WriteAllBytesAsync(file, Films.FromPhone());
        Assert.True(await Reader.Still(file, new VideoName(Hash, 180, 320, TimeSpan.FromSeconds(2)), still, CancellationToken.None));
        var seen = PictureReader.Look(still).Value;
        Assert.Equal((180, 320, "jpeg"), (seen.Width, seen.Height, seen.Kind));
    }

    [Fact]
    public async Task Without_ffmpeg_the_sentence_says_whom_to_tell()
    {
        var file = Path.Combine(_temporary.Path, "film");
        await File.WriteAllBytesAsync(file, [1, 2, 3]);
        var refused = await new RecordingReader(new Ffmpeg(TimeProvider.System, folders: _temporary.Path)).Look(file, Hash, CancellationToken.None);
        Assert.Contains("ffmpeg is not installed", refused.Refusal!.Sentence);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        var (clock, file) = (new FakeTimeProvider(), Path.Combine(_temporary.Path, "film"));
        await File.WriteAllBytesAsync(file, Films.Film(seconds: 600, size: "32x32"));
        // At the pace at which it is watched: ten minutes of anybody else's clock.
        var making = new Ffmpeg(clock).Make(file, ["-c", "copy", "-f", "null", "-"], TimeSpan.FromSeconds(30), CancellationToken.None, before: ["-re"]);
        clock.Advance(TimeSpan.FromSeconds(31));
        var ran = await making;
        Assert.False(ran.Succeeded);
        Assert.Contains("longer than 30 seconds", ran.Complaint);
    }

    [Fact]
    public async Task A_server_that_stops_while_a_film_is_made_stops_quietly_even_when_the_next_has_swept_up()
    {
        using var stopping = new CancellationTokenSource();
        var brought = Films.Film();
        var name = await Found(brought);
        Keep(brought);
        // Its workshop stands when it first waits for a program.
        var making = Maker.Make(name, stopping.Token);
        Assert.NotEmpty(Directory.EnumerateDirectories(Path.Combine(_temporary.Path, "arriving")));
        _folder.Sweep();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);
    }

    [Fact]
    public async Task A_program_is_told_nothing_of_the_server_and_writes_no_more_than_its_bound()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Programs are bounded on Linux.");
        var (programs, file) = (new Programs(TimeProvider.System, folders: null), Path.Combine(_temporary.Path, "written"));
        var told = await programs.Run(programs.Find("env")!, [], new Bounds(TimeSpan.FromSeconds(30), 1L << 30, Written: 1_000), CancellationToken.None);
        Assert.StartsWith("PATH=", Assert.Single(told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var written = await programs.Run(programs.Find("dd")!, ["if=/dev/zero", $"of={file}", "bs=500", "count=10"], new Bounds(TimeSpan.FromSeconds(30), 1L << 30, Written: 1_000), CancellationToken.None);
        Assert.False(written.Succeeded);
        Assert.Equal(1_000, new FileInfo(file).Length);
    }

    private void Forget() => Directory.Delete(Path.Combine(_temporary.Path, "recordings"), recursive: true);

    private static RecordingReader Reader => new(new Ffmpeg(TimeProvider.System));

    private async Task<Dateline.Core.Outcomes.Result<RecordingName>> Look(byte[] brought)
    {
        var file = Path.Combine(_temporary.Path, $"{Guid.NewGuid():N}.mp4");
        await File.WriteAllBytesAsync(file, brought);
        return await Reader.Look(file, Hash, CancellationToken.None);
    }

    private async Task<RecordingName> Found(byte[] brought) => (await Look(brought)).Value;

    private async Task<string> Made(byte[] brought)
    {
        var name = await Found(brought);
        Keep(brought);
        Assert.Null(await Maker.Make(name, CancellationToken.None));
        return _folder.FindRecording(Hash, name.File)!;
    }

    private RecordingMaker Maker => new(new Ffmpeg(TimeProvider.System), _folder, new OriginalsOnDisk(_folder), NullLogger<RecordingMaker>.Instance);

    private void Keep(byte[] brought)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Original(Hash))!);
        File.WriteAllBytes(_folder.Original(Hash), brought);
    }

    // Some forms end with the last sound that was begun.
    private static RecordingName Rounded(RecordingName name) => name switch
    {
        VideoName video => video with { Length = TimeSpan.FromSeconds(Math.Round(video.Length.TotalSeconds)) },
        SoundName sound => sound with { Length = TimeSpan.FromSeconds(Math.Round(sound.Length.TotalSeconds)) },
        _ => name,
    };
}
