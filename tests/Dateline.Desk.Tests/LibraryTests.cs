using Dateline.Core.Media;
using Dateline.Storage.Media;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What the newsroom knows about its pictures, recordings and documents is kept with them and found again.</summary>
public sealed class LibraryTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Library = "/api/v1/media";

    [Fact]
    public async Task Details_are_kept_change_by_the_field_and_stand_in_the_log()
    {
        var hash = await Picture(21);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", """{"alt":"Gates at dusk","credit":"Ana Ruiz","creditKind":"own","place":"Port Said","taken":"2026-11-23","rights":"Once, online"}""")).Is(200);
        (await newsroom.Editor.Patch($"{Library}/{hash}", """{"caption":" The gates close ","credit":null,"rights":""}""")).Is(200);

        var details = (await newsroom.Reporter.Get($"{Library}/{hash}")).Is(200).Json["details"]!;
        Assert.Equal("""{"alt":"Gates at dusk","caption":"The gates close","creditKind":"own","place":"Port Said","taken":"2026-11-23"}""", details.ToJsonString());
        var log = (await newsroom.Admin.Get($"/api/v1/audit?about=media/{hash}&did=described a picture")).Is(200).Json["entries"]!.AsArray();
        Assert.Equal(["caption, credit, rights", "alt, credit, creditKind, place, taken, rights"], log.Select(line => (string)line!["detail"]!));
    }

    [Fact]
    public async Task What_changes_nothing_is_no_line_in_the_log()
    {
        var hash = await Picture(22);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", """{"alt":"A bridge"}""")).Is(200);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", """{"alt":"A bridge"}""")).Is(200);
        Assert.Single((await newsroom.Admin.Get($"/api/v1/audit?about=media/{hash}&did=described a picture")).Json["entries"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"taken":"yesterday"}""", "taken")]
    [InlineData("""{"taken":"2026-02-30"}""", "taken")]
    [InlineData("""{"creditKind":"borrowed"}""", "creditKind")]
    [InlineData("""{"alt":7}""", "alt")]
    [InlineData("""{"colour":"red"}""", "colour")]
    [InlineData("""{"place":"Port\u0000Said"}""", "place")]
    public async Task What_cannot_be_kept_is_refused_with_its_field(string body, string path)
    {
        var hash = await Picture(23);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", body)).Refuses(422, path);
    }

    [Theory]
    [InlineData("alt")]
    [InlineData("caption")]
    [InlineData("credit")]
    [InlineData("place")]
    [InlineData("rights")]
    public async Task A_detail_has_room_for_a_thousand_characters_and_no_more(string field)
    {
        var hash = await Picture(24);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", $$"""{"{{field}}":"{{new string('a', 1_000)}}"}""")).Is(200);
        (await newsroom.Reporter.Patch($"{Library}/{hash}", $$"""{"{{field}}":"{{new string('a', 1_001)}}"}""")).Refuses(422, field);
    }

    [Fact]
    public async Task Pictures_are_found_by_their_words_whatever_their_case_and_script()
    {
        var dam = await Picture(31, """{"alt":"The Dam at Élancourt","credit":"Zora Quill","place":"Élancourt"}""");
        var harbour = await Picture(32, """{"caption":"ميناء بورسعيد عند الغروب","credit":"Zora Quill","place":"بورسعيد"}""");
        var sale = await Picture(33, """{"caption":"100%_off at Zora’s","credit":"Someone else"}""");

        Assert.Equal([harbour, dam], await Found("q=zora quill"));
        Assert.Equal([dam], await Found("q=éLANCOURT quill"));
        Assert.Equal([dam], await Found("place=ÉLAN"));
        Assert.Equal([harbour], await Found("q=الغروب"));
        Assert.Equal([harbour], await Found("place=بورسعيد"));
        // Signs that mean something to LIKE mean themselves.
        Assert.Equal([sale], await Found("q=0%25_o"));
        Assert.Empty(await Found("q=d_m"));
        Assert.Empty(await Found("q=quillÉlancourt"));
    }

    [Fact]
    public async Task Files_are_found_by_the_day_they_were_taken_or_else_brought_both_ends_with_it()
    {
        var first = await Picture(41, """{"credit":"Dayfinder","taken":"2026-03-01"}""");
        var second = await Picture(42, """{"credit":"Dayfinder","taken":"2026-03-02"}""");
        var brought = await Picture(43, """{"credit":"Dayfinder"}""");
        var today = $"{newsroom.Clock.GetUtcNow():yyyy-MM-dd}";
        Assert.Equal([second, first], await Found("q=dayfinder&from=2026-03-01&to=2026-03-02"));
        Assert.Equal([brought, second], await Found("q=dayfinder&from=2026-03-02"));
        Assert.Equal([brought], await Found($"q=dayfinder&from={today}&to={today}"));
        Assert.Empty(await Found($"q=dayfinder&from={newsroom.Clock.GetUtcNow().AddDays(1):yyyy-MM-dd}"));
        Assert.Equal([first], await Found("q=dayfinder&to=2026-03-01"));
        (await newsroom.Reporter.Get($"{Library}?from=March")).Refuses(422, "from");
    }

    [Fact]
    public async Task A_search_that_is_too_long_or_goes_on_from_nowhere_is_refused()
    {
        (await newsroom.Reporter.Get($"{Library}?q={new string('a', 201)}")).Refuses(422, "q");
        (await newsroom.Reporter.Get($"{Library}?q=a b c d e f g h i j k")).Refuses(422, "q");
        (await newsroom.Reporter.Get($"{Library}?place={new string('a', 201)}")).Refuses(422, "place");
        (await newsroom.Reporter.Get($"{Library}?before=nonsense")).Refuses(422, "before");
        Assert.Contains("picture, video, audio, captions, document", (await newsroom.Reporter.Get($"{Library}?type=film")).Refuses(422, "type")["title"]);
        Assert.Empty(await Found($"before={new string('0', 64)}"));
    }

    [Fact]
    public async Task Page_after_page_gives_each_picture_once()
    {
        // All were brought at one instant of the newsroom's clock, so the order within it must hold too.
        var brought = new List<string>();
        for (var i = 0; i < 65; i++) brought.Add(await Picture(1_000 + i, """{"credit":"Pagewalker"}""", later: false));
        var first = (await newsroom.Reporter.Get($"{Library}?q=pagewalker")).Is(200).Json;
        var rest = (await newsroom.Reporter.Get($"{Library}?q=pagewalker&before={first["next"]}")).Is(200).Json;
        Assert.Equal(60, first["files"]!.AsArray().Count);
        Assert.Null(rest["next"]);
        var seen = first["files"]!.AsArray().Concat(rest["files"]!.AsArray()).Select(picture => (string)picture!["hash"]!);
        Assert.Equal(brought.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_picture_says_which_published_posts_show_it_and_which_were_withdrawn()
    {
        var posts = await newsroom.Begins("picture-uses");
        var sent = (await newsroom.Reporter.Sends(Pictures.Jpeg(64, 48, seed: 51))).Is(201);
        var body = $$"""{"headline":"Gates","blocks":[{"kind":"image","media":"{{sent.Id}}","alt":"Gates"}],"publish":true}""";
        var shown = (await newsroom.Editor.Post(posts, body)).Is(201).Id;
        var withdrawn = (await newsroom.Editor.Post(posts, body)).Is(201).Id;
        (await newsroom.Reporter.Post(posts, body.Replace(",\"publish\":true", "", StringComparison.Ordinal))).Is(201);
        (await newsroom.Editor.Post($"{posts}/{withdrawn}/withdraw", """{"notice":"It was another gate"}""", ("If-Match", "*"))).Is(200);

        var uses = (await newsroom.Reporter.Get($"{Library}/{sent["hash"]}")).Is(200).Json["uses"]!.AsArray();
        Assert.Equal(new[] { (shown, false), (withdrawn, true) }.Order(), uses.Select(use => ((string)use!["post"]!, (bool?)use["withdrawn"] ?? false)).Order());
        Assert.All(uses, use => Assert.Equal("picture-uses", (string)use!["slug"]!));
    }

    [Fact]
    public async Task A_picture_that_is_not_there_cannot_be_shown_or_described()
    {
        (await newsroom.Reporter.Get($"{Library}/{new string('0', 64)}")).Refuses(404);
        (await newsroom.Reporter.Patch($"{Library}/{new string('0', 64)}", """{"alt":"Nothing"}""")).Refuses(404);
    }

    [Fact]
    public async Task Videos_sounds_captions_and_documents_are_described_and_found_as_pictures_are_and_each_by_its_type()
    {
        var picture = await Picture(61, """{"credit":"Typefinder"}""");
        var film = await Kept(new VideoName(new string('1', 64), 640, 360, TimeSpan.FromSeconds(5)), """{"caption":"The gates close","credit":"Typefinder","place":"Carrenmouth","taken":"2026-03-07"}""");
        var sound = await Kept(new SoundName(new string('2', 64), TimeSpan.FromSeconds(9), IsMp3: true), """{"caption":"مدّ وجزر","credit":"Typefinder"}""");
        var captions = await Kept(new CaptionsName(new string('3', 64)), """{"credit":"Typefinder"}""");
        var report = await Kept(new DocumentName(new string('4', 64), 3, 900), """{"credit":"Typefinder","rights":"Embargoed until noon"}""");

        Assert.Equal([report, captions, sound, film, picture], await Found("q=typefinder"));
        foreach (var (type, hash) in new[] { ("picture", picture), ("video", film), ("audio", sound), ("captions", captions), ("document", report) })
            Assert.Equal([hash], await Found($"q=typefinder&type={type}"));
        Assert.Equal([film], await Found("place=carrenmouth&type=video"));
        Assert.Equal([film], await Found("q=typefinder&from=2026-03-07&to=2026-03-07"));
        Assert.Equal([sound], await Found("q=وجزر"));
        // By what the file says of itself.
        Assert.Equal([report], await Found("q=ÉCLUSES gate"));

        var known = (await newsroom.Reporter.Get($"{Library}/{film}")).Is(200);
        Assert.Equal(("video", "640", "5", "false"), (known["type"], known["width"], known["seconds"], known["ready"]));
        Assert.Equal("Carrenmouth", (string)known.Json["details"]!["place"]!);
        (await newsroom.Reporter.Patch($"{Library}/{film}", """{"alt":"A film"}""")).Refuses(422, "alt");
        Assert.Equal("described a document", (string)(await newsroom.Admin.Get($"/api/v1/audit?about=media/{report}")).Json["entries"]![0]!["did"]!);
    }

    [Theory]
    [InlineData("Lock keeper 470.JPG", "Lock keeper 470.JPG", "KEEPER 470")]
    [InlineData("C:\\cards\\DSC_0471.JPG", "DSC_0471.JPG", "dsc_0471")]
    [InlineData("../../etc/passwd0472", "passwd0472", "passwd0472")]
    public async Task A_file_is_found_by_what_it_was_called_where_it_came_from(string sent, string kept, string asked)
    {
        var answer = (await newsroom.Reporter.Sends(Pictures.Jpeg(32, 24, seed: 70 + kept.Length), sent)).Is(201);
        Assert.Equal(kept, answer["fileName"]);
        Assert.Equal([answer["hash"]!], await Found($"q={asked}"));
    }

    [Fact]
    public async Task What_the_first_published_post_says_of_a_file_is_kept_until_somebody_describes_it()
    {
        var posts = await newsroom.Begins("first-words");
        var picture = (await newsroom.Reporter.Sends(Pictures.Jpeg(64, 48, seed: 81))).Is(201);
        var body = $$"""{"headline":"Gates","blocks":[{"kind":"image","media":"{{picture.Id}}","alt":"Learnt gates","caption":"Shut at nine","credit":"Ana Ruiz","creditKind":"own"}],"publish":true}""";
        var draft = (await newsroom.Reporter.Post(posts, body.Replace(",\"publish\":true", "", StringComparison.Ordinal))).Is(201).Id;
        Assert.Empty(await Found("q=learnt"));
        (await newsroom.Editor.Post($"{posts}/{draft}/publish")).Is(200);
        Assert.Equal([picture["hash"]!], await Found("q=learnt nine ruiz"));
        Assert.Equal("""{"alt":"Learnt gates","caption":"Shut at nine","credit":"Ana Ruiz","creditKind":"own"}""", await Details());

        // A second post says something else, and the library keeps what it has; then a person says so there, and no post changes that.
        (await newsroom.Editor.Post(posts, body.Replace("Learnt gates", "Other words", StringComparison.Ordinal))).Is(201);
        Assert.Contains("Learnt gates", await Details());
        (await newsroom.Reporter.Patch($"{Library}/{picture["hash"]}", """{"alt":"","caption":"","credit":"","creditKind":""}""")).Is(200);
        (await newsroom.Editor.Post(posts, body)).Is(201);
        Assert.Equal("{}", await Details());

        async Task<string> Details() => (await newsroom.Reporter.Get($"{Library}/{picture["hash"]}")).Is(200).Json["details"]!.ToJsonString();
    }

    [Fact]
    public async Task What_stands_at_the_top_of_a_page_is_found_by_its_words_too()
    {
        await newsroom.Begins("top-words");
        var film = await Kept(new VideoName(new string('5', 64), 640, 360, TimeSpan.FromSeconds(5)));
        Assert.Null((await newsroom.Services.GetRequiredService<RecordingBook>().Note(film, trouble: null, CancellationToken.None)).Refusal);
        (await newsroom.Editor.Patch("/api/v1/coverages/top-words", $$$"""{"lead":{"kind":"video","media":"{{{film}}}-640x360-5000.mp4","caption":"Topmost tide","credit":"Harbour camera"}}""", ("If-Match", "*"))).Is(200);
        Assert.Equal([film], await Found("q=topmost camera"));
        var picture = (await newsroom.Reporter.Sends(Pictures.Jpeg(32, 24, seed: 88))).Is(201);
        (await newsroom.Editor.Post("/api/v1/coverages", $$$"""{"slug":"top-words-2","headline":"Gates","lead":{"kind":"image","media":"{{{picture.Id}}}","alt":"Uppermost gates"}}""")).Is(201);
        Assert.Equal([picture["hash"]!], await Found("q=uppermost"));
    }

    [Fact]
    public async Task The_rights_to_a_document_end_and_readers_keep_its_title_and_a_sentence()
    {
        var posts = await newsroom.Begins("document-ends");
        var report = await Kept(new DocumentName(new string('6', 64), 3, 900));
        var body = $$"""{"headline":"The report","blocks":[{"kind":"document","title":"Why gate 4 stuck","media":"{{report}}-3-900.pdf"}],"publish":true}""";
        (await newsroom.Editor.Post(posts, body)).Is(201);
        Assert.Contains(report, await Page());
        await Ends(newsroom.Clock.GetUtcNow());
        await Bound.Until(async () => !(await Page()).Contains(report, StringComparison.Ordinal), "it left");
        Assert.Contains("Why gate 4 stuck", await Page());
        Assert.Contains("The right to show this document has ended.", await Page());
        Assert.Contains("this document ends at", (await newsroom.Editor.Post(posts, body)).Refuses(422, "blocks[0].media")["title"]);
        await Ends(newsroom.Clock.GetUtcNow().AddDays(1));
        await Bound.Until(async () => (await Page()).Contains(report, StringComparison.Ordinal), "it is back");

        async Task Ends(DateTimeOffset end)
        {
            (await newsroom.Editor.Patch($"{Library}/{report}", $$"""{"notAfter":"{{end:O}}"}""")).Is(200);
            for (var i = 0; i < 4; i++) newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        async Task<string> Page() => (await newsroom.Anonymous.Get("/live/document-ends")).Is(200).Text;
    }

    // In the book as an upload leaves it; what is asked of it here needs no file.
    private async Task<string> Kept(object name, string? details = null)
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var added = name switch
        {
            RecordingName recording => await newsroom.Services.GetRequiredService<RecordingBook>().Add(recording, 1_000, still: null, fileName: null, "Rita", CancellationToken.None),
            _ => await newsroom.Services.GetRequiredService<DocumentBook>().Add((DocumentName)name, new PictureName(new string('c', 64), 9, 9, new string('0', 12)), ("Rapport des écluses: Gate 4", null, null), fileName: null, "Rita", CancellationToken.None),
        };
        Assert.True(added.Value);
        var hash = MediaHash.Of(name.ToString())!;
        if (details is not null) (await newsroom.Reporter.Patch($"{Library}/{hash}", details)).Is(200);
        return hash;
    }

    private async Task<string> Picture(int seed, string? details = null, bool later = true)
    {
        if (later) newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var hash = (await newsroom.Reporter.Sends(Pictures.Jpeg(32, 24, seed: seed)))["hash"]!;
        if (details is not null) (await newsroom.Reporter.Patch($"{Library}/{hash}", details)).Is(200);
        return hash;
    }

    private async Task<IEnumerable<string>> Found(string asked) =>
        (await newsroom.Reporter.Get($"{Library}?{asked}")).Is(200).Json["files"]!.AsArray().Select(picture => (string)picture!["hash"]!).ToList();
}
