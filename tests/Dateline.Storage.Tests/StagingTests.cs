using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import;
using Dateline.Import.Files;
using Dateline.Storage.Imports;
using Dateline.Storage.Media;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>Imports: staged out of sight, there all at once, gone without a trace when they fail.</summary>
public sealed class StagingTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    private Archive Archive => new(_newsroom.DatabasePath);

    private Staging Staging => new(_newsroom.Newsroom);

    [Fact]
    public async Task Nothing_is_seen_of_an_import_until_all_of_it_is()
    {
        var progress = new Watching(() => Assert.Equal((0, 0, 0, 0), (Archive.Count("public_coverages"), Archive.Count("public_posts"), Archive.Count("public_changes"), Archive.Count("public_pages"))));
        Assert.Equal(350, (await Staging.Bring(Day(350), Live("day"), progress, default)).Value);
        Assert.Equal([100, 200, 300, 350], progress.Seen);
        Assert.Equal((1, 350, 350, 18), (Archive.Count("public_coverages"), Archive.Count("public_posts"), Archive.Count("public_changes"), Archive.Count("public_pages")));
        await using var reader = _newsroom.Newsroom.Read();
        Assert.Single(await reader.Coverages(default));
    }

    [Fact]
    public async Task The_desk_sees_nothing_of_a_staged_import_either()
    {
        var progress = new Watching(() =>
        {
            using var reader = new Disposing(_newsroom.Newsroom.Read());
            Assert.Empty(reader.It.Coverages(default).GetAwaiter().GetResult());
        });
        await Staging.Bring(Day(150), Live("day"), progress, default);
        Assert.Equal(2, progress.Seen.Count);
    }

    [Fact]
    public async Task An_import_that_fails_half_way_leaves_nothing()
    {
        using var stopped = new CancellationTokenSource();
        var progress = new Watching(() => { if (Archive.Count("posts") >= 200) stopped.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Staging.Bring(Day(500), Live("day"), progress, stopped.Token));
        Empty();
        Assert.Equal(500, (await Staging.Bring(Day(500), Live("day"), null, default)).Value);
    }

    [Fact]
    public async Task A_page_that_comes_in_whole_with_a_film_whose_right_ended_is_due_to_lose_it_at_once()
    {
        var film = new VideoName(new string('a', 64), 640, 360, TimeSpan.FromSeconds(5));
        var book = new RecordingBook(_newsroom.Newsroom);
        Assert.True((await book.Add(film, 1_000, still: null, fileName: null, "Rita", default)).Value);
        Assert.Null((await new Library(_newsroom.Newsroom).Describe(film.Hash, known => known with { NotAfter = TestNewsroom.Morning.AddDays(-1) }, "", "Rita", default)).Refusal);
        var rights = new MediaRights(_newsroom.Newsroom);
        await rights.Settle(TestNewsroom.Morning, default);
        using var pulse = _newsroom.Newsroom.Pulse();
        Assert.Null(pulse.Next().Rights);

        var day = Day(1);
        await Staging.Bring(day with { Posts = [day.Posts[0] with { Blocks = [new Video { Id = "b1", Media = film.ToString(), Caption = RichText.Plain("The gates") }] }] }, Live("day"), null, default);
        Assert.Equal(TestNewsroom.Morning, pulse.Next().Rights);
        await rights.Settle(TestNewsroom.Morning, default);
        Assert.Equal([new Video { Id = "b1", Caption = RichText.Plain("The gates"), Lapsed = true }], Archive.Posts("day").Single().Blocks);
        Assert.Null(pulse.Next().Rights);
    }

    [Fact]
    public async Task What_an_imported_page_says_of_its_files_is_found_in_the_library()
    {
        var (top, posted) = (new VideoName(new string('b', 64), 640, 360, TimeSpan.FromSeconds(5)), new VideoName(new string('c', 64), 640, 360, TimeSpan.FromSeconds(5)));
        foreach (var film in new[] { top, posted }) Assert.True((await new RecordingBook(_newsroom.Newsroom).Add(film, 1_000, still: null, fileName: null, "Rita", default)).Value);
        var day = Day(1);
        await Staging.Bring(day with { Lead = Of(top, "Topmost tide"), Posts = [day.Posts[0] with { Blocks = [Of(posted, "The gates")] }] }, Live("day"), null, default);
        var library = new Library(_newsroom.Newsroom);
        foreach (var (film, word) in new[] { (top, "TIDE"), (posted, "gates") })
            Assert.Equal(film, Assert.IsType<LibraryRecording>(Assert.Single((await library.Find(new LibraryQuestion([word]), default)).Files)).Name);

        static Video Of(VideoName film, string caption) => new() { Id = "b1", Media = film.ToString(), Caption = RichText.Plain(caption) };
    }

    [Fact]
    public async Task An_import_whose_address_is_taken_meanwhile_leaves_nothing_and_says_so()
    {
        var progress = new Watching(() => { if (Archive.Numbers("SELECT count(*) FROM coverages WHERE slug = 'day'")[0] == 0) _newsroom.Begins("day").GetAwaiter().GetResult(); });
        var refused = await Staging.Bring(Day(150), Live("day"), progress, default);
        Assert.Equal(RefusalKind.Taken, refused.Refusal!.Kind);
        Assert.Equal((1, 0, 0, 0), (Archive.Count("coverages"), Archive.Count("posts"), Archive.Count("changes"), Archive.Count("revisions")));
    }

    [Fact]
    public async Task Who_brought_a_page_in_is_in_the_audit_log_once_it_is_there_and_one_that_was_refused_is_not()
    {
        await Staging.Bring(Day(3), Live("day"), null, default);
        Assert.Equal(["imported live/day"], Archive.Texts("SELECT did || ' ' || about FROM audit"));
        Assert.Equal([Live("day").By], Archive.Texts("SELECT \"by\" FROM audit"));

        await Staging.Bring(Day(3, "other"), Live("No slug"), null, default);
        Assert.Equal(1, Archive.Count("audit"));
    }

    [Fact]
    public async Task What_a_killed_import_left_is_cleared_by_the_next_and_one_that_is_still_going_is_not()
    {
        await Staging.Bring(Day(250), Live("killed"), null, default);
        await Staging.Bring(Day(30, "other"), Live("going"), null, default);
        Stage("killed", TestNewsroom.Morning);
        Stage("going", TestNewsroom.Morning.AddMinutes(30));
        _newsroom.Clock.SetUtcNow(TestNewsroom.Morning.AddMinutes(61));

        await Staging.Bring(Day(1, "third"), Live("next"), null, default);
        Assert.Equal(["next", "~going"], Archive.Texts("SELECT slug FROM coverages ORDER BY slug"));
        Assert.Equal((31, 31, 31, 31), (Archive.Count("posts"), Archive.Count("revisions"), Archive.Count("changes"), Archive.Count("published_posts")));

        void Stage(string slug, DateTimeOffset at) => Archive.Do($"UPDATE coverages SET slug = '~{slug}', staged_at = {at.ToUnixTimeMilliseconds()} WHERE slug = '{slug}'");
    }

    [Fact]
    public async Task Somebody_who_publishes_meanwhile_goes_on()
    {
        await _newsroom.Begins("elsewhere");
        var published = 0;
        var progress = new Watching(() =>
        {
            _newsroom.Publishes("elsewhere", $"Meanwhile {published}").Wait();
            published++;
        });
        await Staging.Bring(Day(1_000), Live("day"), progress, default);
        Assert.Equal(10, published);
        Assert.Equal(10, Archive.Head("elsewhere"));
        Assert.Equal(1_000, Archive.Head("day"));
    }

    [Fact]
    public async Task A_batch_that_held_others_up_for_long_is_followed_by_smaller_ones_and_the_page_is_the_same()
    {
        var slow = new Newsroom(_newsroom.Options, new SlowMachine(), (_, _) => ValueTask.CompletedTask);
        var progress = new Watching(() => { });
        await new Staging(slow).Bring(Day(260), Live("slow"), progress, default);
        Assert.Equal([100, 150, 175, 187, 199, 211, 223, 235, 247, 259, 260], progress.Seen);

        await Staging.Bring(Day(260), Live("quick"), null, default);
        Assert.Equal(Archive.PageStarts("quick"), Archive.PageStarts("slow"));
        Assert.Equal(Archive.Journal("quick").Select(entry => entry.Seq), Archive.Journal("slow").Select(entry => entry.Seq));
        Assert.Equal(Archive.Posts("quick").Select(post => post.Headline), Archive.Posts("slow").Select(post => post.Headline));
    }

    [Fact]
    public async Task An_import_onto_a_page_that_is_there_becomes_its_ordinary_changes_and_is_announced()
    {
        await Staging.Bring(Day(5), Live("day"), null, default);
        await _newsroom.Publishes("day", "Our own");
        _newsroom.Announced.Clear();
        var more = Day(8);
        more = more with { Headline = "The day, continued", Posts = [.. more.Posts.Select(post => post.Headline == "Post 2" ? post with { Headline = "Post 2, edited" } : post)] };

        Assert.Equal(4, (await Staging.Bring(more, Live("day"), null, default)).Value);
        Assert.Equal("The day, continued", Archive.Coverage("day").Header.Headline);
        Assert.Equal(9, Archive.Posts("day").Count);
        Assert.Contains("Our own", Archive.Posts("day").Select(post => post.Headline));
        Assert.Contains("Post 2, edited", Archive.Posts("day").Select(post => post.Headline));
        Assert.Equal(6 + 5, Archive.Head("day"));
        Assert.Equal([("day", 11L)], _newsroom.Announced);

        Assert.Equal(0, (await Staging.Bring(more, Live("day"), null, default)).Value);
        Assert.Equal(11, Archive.Head("day"));
    }

    [Fact]
    public async Task A_post_withdrawn_in_the_source_is_withdrawn_here_and_one_withdrawn_here_stays_so()
    {
        await Staging.Bring(Day(3), Live("day"), null, default);
        await _newsroom.Withdraws("day", Archive.Posts("day").Single(post => post.Headline == "Post 1").Id, "Ours.");
        var source = Day(3);
        source = source with { Posts = [.. source.Posts.Select(post => post.Headline == "Post 3" ? Withdrawn(post, "Theirs.") : post)] };
        Assert.Equal(1, (await Staging.Bring(source, Live("day"), null, default)).Value);
        Assert.Equal(["Theirs.", "Post 2", "Ours."], Archive.Posts("day").Select(post => post.Withdrawn?.Text ?? post.Headline));
    }

    [Fact]
    public async Task More_than_can_be_merged_in_one_step_is_refused_before_anything_is_done()
    {
        await _newsroom.Begins("day");
        var refused = await Staging.Bring(Day(Staging.MostMerged + 1), Live("day"), null, default);
        Assert.Contains("choose another slug", refused.Refusal!.Sentence);
        Assert.Equal(0, Archive.Count("posts"));
        Assert.Equal(Staging.MostMerged, (await Staging.Bring(Day(Staging.MostMerged), Live("day"), null, default)).Value);
    }

    [Fact]
    public async Task The_same_page_under_another_address_has_posts_of_its_own_and_finds_them_again()
    {
        var source = Day(25);
        source = source with { Pinned = source.Posts[3].Id };
        await Staging.Bring(source, Live("first"), null, default);
        Assert.Equal(25, (await Staging.Bring(source, Live("second"), null, default)).Value);
        var (first, second) = (Archive.Posts("first"), Archive.Posts("second"));
        Assert.Empty(first.Select(post => post.Id).Intersect(second.Select(post => post.Id)));
        Assert.Equal(first.Select(post => post.Headline), second.Select(post => post.Headline));
        Assert.All(second, post => Assert.Equal(7, post.Id.Value.Version));
        Assert.Equal(second[3].Id, Archive.Coverage("second").Pinned);

        Assert.Equal(0, (await Staging.Bring(source, Live("second"), null, default)).Value);
        Assert.Equal(second, Archive.Posts("second"));
        await Staging.Bring(source, Live("third"), null, default);
        Assert.Empty(second.Select(post => post.Id).Intersect(Archive.Posts("third").Select(post => post.Id)));
    }

    [Fact]
    public async Task A_page_written_to_a_file_and_brought_in_again_is_the_same_page()
    {
        await Played("day");
        await using var reader = _newsroom.Newsroom.Read();
        var written = Written((await reader.Manuscript("day", default))!);

        using var elsewhere = new TestNewsroom();
        elsewhere.Clock.SetUtcNow(TestNewsroom.Morning.AddDays(3));
        var read = Importer.Read(written, new ImportOptions { Now = elsewhere.Clock.GetUtcNow() }).Value;
        Assert.Null((await new Staging(elsewhere.Newsroom).Bring(read, Live("day") with { Status = read.Status!.Value }, null, default)).Refusal);

        await using var there = elsewhere.Newsroom.Read();
        Assert.Equal(System.Text.Encoding.UTF8.GetString(written), System.Text.Encoding.UTF8.GetString(Written((await there.Manuscript("day", default))!)));
        var archive = new Archive(elsewhere.DatabasePath);
        Assert.Equal(Archive.Posts("day"), archive.Posts("day"));
        Assert.Equal(Archive.Coverage("day").Pinned, archive.Coverage("day").Pinned);
        Assert.Contains(archive.Posts("day"), post => post.Withdrawn is not null);

        // What is published there next takes an ordinal after theirs.
        var next = await elsewhere.Publishes("day", "The next post");
        Assert.True(next.Publication!.Ordinal > Archive.Posts("day").Max(post => post.Ordinal));
    }

    public void Dispose() => _newsroom.Dispose();

    private static Landing Live(string slug) => new(slug, CoverageStatus.Live, "importer");

    private static byte[] Written(Manuscript manuscript)
    {
        using var file = new MemoryStream();
        DatelineFile.Write(manuscript, file);
        return file.ToArray();
    }

    private static PublicPost Withdrawn(PublicPost post, string notice) =>
        new() { Id = post.Id, Revision = post.Revision + 1, Ordinal = post.Ordinal, Time = post.Time, FirstPublishedAt = post.FirstPublishedAt, Withdrawn = new Notice(TestNewsroom.Morning, notice) };

    // A day of posts a minute apart; the same name gives the same posts, and each name other ones.
    private static Manuscript Day(int posts, string name = "day") => new()
    {
        Headline = $"The {name}",
        TimeZone = "Europe/London",
        Language = "en-GB",
        Posts = [.. Enumerable.Range(1, posts).Reverse().Select(n => new PublicPost
        {
            Id = new PostId(new Guid(n, (short)name.Length, (short)(0x7000 | name[0]), [0x80, (byte)name[^1], 0, 0, 0, 0, 0, 1])),
            Headline = $"Post {n}",
            Blocks = [new Paragraph { Id = "b1", Text = RichText.Plain($"All of post {n}.") }],
            Time = new ShownTime(TestNewsroom.Morning.AddMinutes(n - 1_500)),
            FirstPublishedAt = TestNewsroom.Morning.AddMinutes(n - 1_500),
        })],
    };

    private async Task Played(string slug)
    {
        await _newsroom.Begins(slug);
        await _newsroom.Edits(slug, new CoverageEdit { Standfirst = "An introduction", Status = CoverageStatus.Paused, StatusNote = "Back at six.", Summary = [RichText.Plain("One point")], Contributors = RichText.Plain("Ana") });
        var posts = new List<PostId>();
        for (var n = 1; n <= 45; n++)
        {
            if (n % 3 == 0) _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
            posts.Add((await _newsroom.Publishes(slug, $"Post {n}", n % 10 == 0 ? TestNewsroom.Morning.AddMinutes(-n) : null)).Id);
        }
        await _newsroom.Edits(slug, posts[3], new PostContent { Headline = "Post 4, corrected" }, EditKind.Correction, "It was four.");
        await _newsroom.Flags(slug, posts[5], breaking: true, keyEvent: true);
        await _newsroom.Withdraws(slug, posts[6], "Withdrawn.");
        await _newsroom.TakesDown(slug, posts[7]);
        await _newsroom.Pins(slug, posts[8]);
        await _newsroom.Does(slug, posts[9], (post, _) => post.Save(new PostContent { Headline = "A draft beside it" }));
    }

    private void Empty() => Assert.All(new[] { "coverages", "posts", "revisions", "changes", "published_posts", "pages" }, table => Assert.Equal(0, Archive.Count(table)));

    /// <summary>Looks at the newsroom between batches.</summary>
    private sealed class Watching(Action look) : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value)
        {
            Seen.Add(value);
            look();
        }
    }

    /// <summary>A machine on which everything takes 30 milliseconds.</summary>
    private sealed class SlowMachine : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1_000;

        public override DateTimeOffset GetUtcNow() => TestNewsroom.Morning;

        public override long GetTimestamp() => Interlocked.Add(ref _milliseconds, 30);
    }

    private sealed class Disposing(NewsroomReader reader) : IDisposable
    {
        public NewsroomReader It => reader;

        public void Dispose() => reader.DisposeAsync().AsTask().Wait();
    }
}
