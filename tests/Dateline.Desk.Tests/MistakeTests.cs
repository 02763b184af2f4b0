using System.Text;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>What is sent wrongly is refused with the place and a sentence, and changes nothing.</summary>
public sealed class MistakeTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Theory]
    [InlineData("""{"headline":"a" """, "", "line 1")]
    [InlineData("""[]""", "", "JSON object")]
    [InlineData("""null""", "", "JSON object")]
    [InlineData("""{"headline":"a","headline":"b"}""", "", "“headline”")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":"a","text":"b"}]}""", "", "“text”")]
    [InlineData("""{"headlin":"a"}""", "headlin", "“headlin”")]
    [InlineData("""{"blocks":[{"kind":"paragraph","words":"a"}]}""", "blocks[0].words", "“words”")]
    [InlineData("""{"blocks":[{"kind":"paragrap","text":"a"}]}""", "blocks[0]", "“paragrap”")]
    [InlineData("""{"blocks":[{"kind":5}]}""", "blocks[0]", "kind of block")]
    [InlineData("""{"blocks":[{"text":"a"}]}""", "blocks[0]", "kind")]
    [InlineData("""{"blocks":[null]}""", "blocks[0]", "null")]
    [InlineData("""{"blocks":[{"kind":"image","focalPoint":{"x":0.5}}]}""", "blocks[0].focalPoint", "missing")]
    [InlineData("""{"blocks":[{"kind":"list","items":[{"text":"a"},{"text":5}]}]}""", "blocks[0].items[1].text", "runs")]
    [InlineData("""{"blocks":{"kind":"paragraph"}}""", "blocks", "form")]
    [InlineData("""{"headline":5}""", "headline", "form")]
    [InlineData("""{"bylines":null}""", "bylines", "form")]
    [InlineData("""{"bylines":[{"kind":"robot"}]}""", "bylines[0].kind", "person, team")]
    [InlineData("""{"label":7}""", "label", "hyphens")]
    [InlineData("""{"publish":"yes"}""", "publish", "true or false")]
    [InlineData("""{"breaking":1}""", "breaking", "true or false")]
    [InlineData("""{"note":5}""", "note", "sentence")]
    [InlineData("""{"publishedAt":"half past nine"}""", "publishedAt", "offset")]
    [InlineData("""{"publishedAt":"2026-11-23T09:00:00"}""", "publishedAt", "offset")]
    [InlineData("""{"headline":"\ud800"}""", "", "UTF-8")]
    [InlineData("""{"note":"\udc00"}""", "", "UTF-8")]
    [InlineData("""{"\ud800":"a"}""", "", "UTF-8")]
    [InlineData("""{"headline":"a\u0007"}""", "headline", "control character")]
    [InlineData("""{"publish":true}""", "headline", "empty")]
    [InlineData("""{"blocks":[{"kind":"paragraph","text":[{"text":"a","href":"javascript:alert(1)"}]}],"publish":true}""", "blocks[0].text[0].href", "link")]
    public async Task A_mistake_is_named_with_its_place(string body, string path, string says)
    {
        var posts = await Page();
        Assert.Contains(says, (await newsroom.Editor.Post(posts, body)).Refuses(422, path)["title"]);
        Assert.Empty((await newsroom.Editor.Get(posts)).Json["posts"]!.AsArray());
    }

    [Theory]
    [InlineData("schedule", "{}", "at")]
    [InlineData("schedule", """{"at":"tomorrow"}""", "at")]
    [InlineData("schedule", """{"at":"2026-11-24"}""", "at")]
    [InlineData("schedule", """{"at":5}""", "at")]
    [InlineData("schedule", """{"at":"2026-11-23T08:59:00Z"}""", "at")]
    [InlineData("file", """{"note":5}""", "note")]
    [InlineData("flags", """{"breaking":"yes"}""", "breaking")]
    [InlineData("flags", """{"pinned":"yes"}""", "pinned")]
    [InlineData("flags", """{"pinned":true}""", "pinned")]
    [InlineData("restore", "{}", "revision")]
    [InlineData("restore", """{"revision":"one"}""", "revision")]
    [InlineData("restore", """{"revision":99}""", "revision")]
    public async Task A_verb_sent_wrongly_names_its_field(string verb, string body, string path)
    {
        var posts = await Page();
        var id = Guid.CreateVersion7();
        (await newsroom.Editor.Put($"{posts}/{id}", """{"headline":"A draft"}""")).Is(201);
        (await newsroom.Editor.Post($"{posts}/{id}/{verb}", body)).Refuses(422, path);
        Assert.Equal("draft", (await newsroom.Editor.Get($"{posts}/{id}"))["state"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_wherever_they_stand()
    {
        var posts = await Page();
        foreach (var body in new[] { "{\"headline\":\"*\"}", "{\"note\":\"*\",\"headline\":\"a\"}", "{\"*\":1}" })
            (await newsroom.Editor.SendBytes(HttpMethod.Post, posts, Encoding.Latin1.GetBytes(body.Replace('*', 'ÿ')))).Refuses(422, "");
    }

    [Theory]
    [InlineData(1_100_000)]
    [InlineData(20_000_000)]
    public async Task A_request_past_a_megabyte_is_refused(int bytes)
    {
        var posts = await Page();
        Assert.Contains("1,024 KB", (await newsroom.Editor.SendBytes(HttpMethod.Post, posts, Encoding.UTF8.GetBytes($$"""{"headline":"{{new string('x', bytes)}}"}"""))).Refuses(422, "")["title"]);
    }

    [Fact]
    public async Task A_post_past_its_limit_is_refused_with_its_size()
    {
        var posts = await Page();
        var paragraphs = string.Join(',', Enumerable.Range(0, 15).Select(_ => $$"""{"kind":"paragraph","text":"{{new string('ö', 10_000)}}"}"""));
        Assert.Contains("256 KB", (await newsroom.Editor.Post(posts, $$"""{"blocks":[{{paragraphs}}]}""")).Refuses(422, "")["title"]);
        Assert.Contains("200", (await newsroom.Editor.Post(posts, $$"""{"blocks":[{{string.Join(',', Enumerable.Repeat("""{"kind":"divider"}""", 201))}}]}""")).Refuses(422, "blocks")["title"]);
        (await newsroom.Editor.Post(posts, $$"""{"headline":"{{new string('x', 301)}}"}""")).Refuses(422, "headline");
        (await newsroom.Editor.Post(posts, new string('[', 100))).Refuses(422, "");
    }

    [Fact]
    public async Task Every_field_at_fault_is_named()
    {
        var refused = (await newsroom.Editor.Post(await Page(), """{"headline":"Two blocks","publish":true,"blocks":[{"kind":"paragraph"},{"kind":"subheading"}]}""")).Refuses(422);
        Assert.Equal(["blocks[0].text", "blocks[1].text"], refused.Json["problems"]!.AsArray().Select(problem => (string?)problem!["path"]));
    }

    [Fact]
    public async Task Content_that_is_not_JSON_is_refused_as_such()
    {
        var posts = await Page();
        (await newsroom.Editor.SendBytes(HttpMethod.Post, posts, "headline=a"u8.ToArray(), ("Content-Type", "application/x-www-form-urlencoded"))).Refuses(415);
        (await newsroom.Editor.SendBytes(HttpMethod.Post, posts, "{}"u8.ToArray(), ("Content-Type", "text/plain"))).Refuses(415);
        (await newsroom.Anonymous.SendBytes(HttpMethod.Post, posts, "{}"u8.ToArray(), ("Content-Type", "text/plain"))).Refuses(401);
        (await newsroom.Editor.SendBytes(HttpMethod.Post, posts, "{}"u8.ToArray(), ("Content-Type", "application/json; charset=utf-8"))).Is(201);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var posts = await Page();
        const string None = "0198c0de-0000-7000-8000-0000000000ff";
        foreach (var verb in new[] { "file", "send-back", "publish", "schedule", "unschedule", "withdraw", "take-down", "flags", "restore" })
        {
            (await newsroom.Editor.Post($"{posts}/{None}/{verb}", "{}")).Refuses(404);
            (await newsroom.Editor.Post($"{posts}/nonsense/{verb}", "{}")).Refuses(404);
        }
        (await newsroom.Editor.Get($"{posts}/{None}")).Refuses(404);
        (await newsroom.Editor.Get($"{posts}/{None}/revisions")).Refuses(404);
        (await newsroom.Editor.Delete($"{posts}/{None}/draft")).Refuses(404);
        (await newsroom.Editor.Post("/api/v1/coverages/none/posts", """{"headline":"a"}""")).Refuses(404);
    }

    private async Task<string> Page() => await newsroom.Begins($"page-{Guid.NewGuid():N}");
}
