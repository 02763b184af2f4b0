using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What the newsroom knows about its pictures is kept with them and found again.</summary>
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
    public async Task Pictures_are_found_by_the_day_they_were_taken_both_ends_with_it()
    {
        var first = await Picture(41, """{"credit":"Dayfinder","taken":"2026-03-01"}""");
        var second = await Picture(42, """{"credit":"Dayfinder","taken":"2026-03-02"}""");
        await Picture(43, """{"credit":"Dayfinder"}""");
        Assert.Equal([second, first], await Found("q=dayfinder&from=2026-03-01&to=2026-03-02"));
        Assert.Equal([second], await Found("q=dayfinder&from=2026-03-02"));
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
        Assert.Equal(60, first["pictures"]!.AsArray().Count);
        Assert.Null(rest["next"]);
        var seen = first["pictures"]!.AsArray().Concat(rest["pictures"]!.AsArray()).Select(picture => (string)picture!["hash"]!);
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

    private async Task<string> Picture(int seed, string? details = null, bool later = true)
    {
        if (later) newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var hash = (await newsroom.Reporter.Sends(Pictures.Jpeg(32, 24, seed: seed)))["hash"]!;
        if (details is not null) (await newsroom.Reporter.Patch($"{Library}/{hash}", details)).Is(200);
        return hash;
    }

    private async Task<IEnumerable<string>> Found(string asked) =>
        (await newsroom.Reporter.Get($"{Library}?{asked}")).Is(200).Json["pictures"]!.AsArray().Select(picture => (string)picture!["hash"]!).ToList();
}
