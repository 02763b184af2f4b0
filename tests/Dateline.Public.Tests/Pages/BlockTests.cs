using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Public.Pages.Articles;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class BlockTests
{
    private const string Hostile = "\"'></p><script>alert(1)</script><img src=x onerror=alert(2)>";

    private const string Still = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00-1800x1200-9ab8ac532421";

    private static readonly string Harmless = string.Concat(Hostile.Select(c => c == ' ' ? c : 'a'));

    public static TheoryData<int> Places => [.. Enumerable.Range(0, EveryBlock.Kinds.Count)];

    [Fact]
    public void Every_kind_of_block_is_among_the_samples()
    {
        var kinds = typeof(Block).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name);
        Assert.Equal(kinds.Order(), EveryBlock.Kinds.Select(block => block.GetType().Name).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_block_shows_what_was_written_in_it(int place)
    {
        var block = EveryBlock.Kinds[place];
        var html = System.Net.WebUtility.HtmlDecode(await Set(block));
        foreach (var text in Texts(Json(block)).Select(found => found.Value)) Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Nothing_that_is_typed_into_a_block_becomes_markup(int place)
    {
        var html = await Set(Holding(EveryBlock.Kinds[place], Hostile));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        // Words of the same length and shape: where a chart's labels stand follows from how long they are.
        Assert.Equal(Count(await Set(Holding(EveryBlock.Kinds[place], Harmless))), Count(html));
    }

    [Fact]
    public async Task A_column_of_numbers_stays_one_where_a_number_is_not_known()
    {
        var html = await Set(new Table { Columns = ["Gauge", "Record", "State"], Rows = [["Mouth", 4.87m, "open"], ["Pell", default, default]] });
        Assert.Contains("""<th scope="col" class="n">Record</th><th scope="col">State</th>""", html, StringComparison.Ordinal);
    }

    private static Block Holding(Block block, string words)
    {
        var json = Json(block);
        foreach (var (holder, _) in Texts(json).ToList()) holder(words);
        return json.Deserialize();
    }

    [Fact]
    public async Task Addresses_that_no_reader_may_follow_are_not_linked()
    {
        var html = await Set(new Quote { Text = Sample.Text("Well"), Source = "A paper", SourceUrl = "javascript:alert(1)" });
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("A paper", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_lives_elsewhere_is_described_and_never_asked_for()
    {
        var html = await Set(new Image { SourceUrl = "https://elsewhere.example/a.jpg", Alt = "Boats in the street" });
        Assert.DoesNotContain("elsewhere.example", html, StringComparison.Ordinal);
        Assert.Contains("Boats in the street", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_lives_elsewhere_shows_its_still_from_our_library_and_a_link()
    {
        var html = await Set(new Video { Url = "https://video.example/gates", Poster = Still });
        Assert.Contains("width=\"1800\" height=\"1200\" alt=\"\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://video.example/gates\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"https://video.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_still_that_viewers_are_warned_of_stays_shut_and_its_link_does_not()
    {
        var html = await Set(new Video { Url = "https://video.example/gates", Poster = Still, Warning = "Flashing lights" });
        Assert.Equal(html.IndexOf("Flashing lights", StringComparison.Ordinal), html.LastIndexOf("Flashing lights", StringComparison.Ordinal));
        var (shut, still, open, link) = (Where("<details class=\"warned\">"), Where("<img"), Where("</details>"), Where("href=\"https://video.example/gates\""));
        Assert.True(0 <= shut && shut < still && still < open && open < link, html);

        int Where(string mark) => html.IndexOf(mark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_recording_was_whose_right_ended_that_is_said_and_nothing_is_warned_of()
    {
        Assert.Contains("<b>Video</b> The right to show this video has ended.", await Set(new Video { Lapsed = true, Warning = "Flashing lights" }), StringComparison.Ordinal);
        Assert.DoesNotContain("Flashing lights", await Set(new Video { Lapsed = true, Warning = "Flashing lights" }), StringComparison.Ordinal);
        Assert.Contains("<b>Audio</b> The right to play this recording has ended.", await Set(new Audio { Lapsed = true, Show = "Tidelines" }), StringComparison.Ordinal);
        var elsewhere = await Set(new Video { Lapsed = true, Url = "https://video.example/gates" });
        Assert.Contains("has ended", elsewhere, StringComparison.Ordinal);
        Assert.Contains("href=\"https://video.example/gates\"", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_podcasts_artwork_stands_beside_its_show_and_episode()
    {
        var html = await Set(new Audio { Show = "Tidelines", Episode = "Nine centimetres", Url = "https://audio.example/12", Artwork = Still });
        Assert.Contains("<b>Tidelines</b> Nine centimetres", html, StringComparison.Ordinal);
        Assert.Contains("sizes=\"128px\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://audio.example/12\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", await Set(new Audio { Show = "Tidelines", Artwork = "a name that no library gave" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embed_loads_nothing_and_names_its_player_for_a_click()
    {
        var html = await Set(new Embed { Url = "https://youtu.be/aB3_dEf-9hI", Title = "The gates" });
        Assert.Contains("<a class=\"load\" href=\"https://youtu.be/aB3_dEf-9hI\" rel=\"external\" data-player=\"https://www.youtube-nocookie.com/embed/aB3_dEf-9hI?autoplay=1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"https", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-player", await Set(new Embed { Url = "https://social.example.org/@kittiwake/113530000000000001" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(40_000)]
    [InlineData(3_000)]
    public async Task A_map_takes_less_than_twelve_kilobytes_and_says_in_words_what_it_shows(int? across)
    {
        var html = await Set(new Map { Across = across, Places = [new Place { Name = "Suva & Lami", Latitude = -18.14, Longitude = 178.44 }, new Place { Name = "Apia", Latitude = -13.83, Longitude = -171.77 }] });
        Assert.InRange(html.Length, 1, 12 * 1024);
        Assert.Contains("role=\"img\" aria-label=\"Map", html, StringComparison.Ordinal);
        Assert.Contains("showing Suva &amp; Lami, Apia\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_feed_a_map_is_its_places_and_an_embed_is_a_link()
    {
        var post = Sample.Post(1, 0, null, new Map { Places = [new Place { Name = "Carrenmouth", Latitude = 55.338, Longitude = -1.6 }] }, new Embed { Url = "https://youtu.be/aB3_dEf-9hI", Provider = "YouTube" });
        var html = await Sample.Typesetter().Body(post, Sample.Coverage, Sample.Now);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-player", html, StringComparison.Ordinal);
        Assert.Contains("55.338° N 1.6° W", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://youtu.be/aB3_dEf-9hI\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_links_outside_the_newsrooms_own_domains_are_marked()
    {
        var html = await Set(EveryBlock.Kinds.OfType<Paragraph>().First());
        Assert.Contains("""<a href="https://tides.example/merrow" rel="external">tide table<span class="vh"> (outside link)</span></a>""", html, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://www.courier-archive.example/1965"><em>account of 1965</em></a>""", html, StringComparison.Ordinal);
    }

    private static async Task<string> Set(Block block)
    {
        var html = await Sample.Typesetter().Article(Sample.Post(1, 0, null, block), Sample.Coverage, ArticlePlace.Stream, Sample.Now);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        return html;
    }

    private static int Count(string html) => html.Count(c => c == '<');

    private static JsonNode Json(Block block) => JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(block, DatelineJson.Default.Block))!;

    /// <summary>The strings that are words for readers, each with a way to set it.</summary>
    private static IEnumerable<(Action<string> Set, string Value)> Texts(JsonNode node)
    {
        string[] notWords = ["kind", "id", "url", "href", "sourceUrl", "media", "poster", "captions", "type", "creditKind", "finding", "postedAt"];
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (notWords.Contains(name) || name == "marks" || value is null) continue;
                    foreach (var found in value is JsonValue ? One(value, text => fields[name] = text) : Texts(value)) yield return found;
                }
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    if (items[i] is not { } value) continue;
                    foreach (var found in value is JsonValue ? One(value, text => items[at] = text) : Texts(value)) yield return found;
                }
                break;
        }
    }

    private static IEnumerable<(Action<string>, string)> One(JsonNode value, Action<string> set) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.String ? [(set, value.GetValue<string>())] : [];
}

file static class Reading
{
    public static Block Deserialize(this JsonNode json) => System.Text.Json.JsonSerializer.Deserialize(json.ToJsonString(), DatelineJson.Default.Block)!;
}
