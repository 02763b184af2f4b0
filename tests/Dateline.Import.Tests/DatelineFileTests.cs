using System.Text;
using CsCheck;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Import.Files;

namespace Dateline.Import.Tests;

public sealed class DatelineFileTests
{
    private static readonly ImportOptions Options = new() { Now = Captures.Now, Format = SourceFormat.Dateline };

    [Fact]
    public void What_is_exported_is_imported_exactly() => Pages.All.Sample(page => Assert.Equal(page, Importer.Read(Written(page), Options).Value), iter: 500);

    [Fact]
    public void An_export_is_detected_and_is_the_same_bytes_each_time() => Pages.All.Sample(
        page =>
        {
            Assert.Equal(SourceFormat.Dateline, Importer.Detect(Written(page)));
            Assert.Equal(Written(page), Written(Importer.Read(Written(page), Options).Value));
        },
        iter: 100);

    [Fact]
    public void A_file_written_by_hand_may_leave_out_what_is_usual()
    {
        var page = Read("""{"posts":[{"publishedAt":"2026-02-01T14:05:00+01:00","blocks":[{"kind":"paragraph","text":"Plain"}],"breaking":true,"pinned":true,"id":"0198c0de-0000-7000-8000-000000000001"},{"id":"0198c0de-0000-7000-8000-000000000002","withdrawn":{"at":"2026-02-01T12:00:00Z","notice":"Taken back."}}],"coverage":{"slug":"dale"},"dateline":1}""").Value;

        Assert.Equal(page.Posts[0].Time.At, page.Posts[0].BreakingSince);
        Assert.Equal(page.Posts[0].Time.At, page.Posts[0].FirstPublishedAt);
        Assert.Equal("b1", page.Posts[0].Blocks[0].Id);
        Assert.Equal(page.Posts[0].Id, page.Pinned);
        Assert.Equal("Taken back.", page.Posts[1].Withdrawn!.Text);
    }

    [Theory]
    [InlineData("""{"dateline":2,"coverage":{}}""", "dateline", "newer")]
    [InlineData("""{"name":"other"}""", "name", "is not a field known here")]
    [InlineData("""{"dateline":1,""", "", "may have been cut off")]
    [InlineData("""{"dateline":1,"coverage":{"slug":"x"},"posts":[[]]}""", "posts[0]", "not of the form expected")]
    [InlineData("""{}""", "", "not an export")]
    [InlineData("""{"dateline":1,"coverage":{"slug":"Not A Slug"}}""", "coverage.slug", "lower-case")]
    [InlineData("""{"dateline":1,"coverage":{"timeZone":"Mars/Base"}}""", "coverage.timeZone", "Mars/Base")]
    [InlineData("""{"dateline":1,"coverage":{},"posts":[{"id":"0198c0de-0000-7000-8000-000000000001","headline":"X"}]}""", "posts[0].publishedAt", "no time")]
    [InlineData("""{"dateline":1,"coverage":{},"posts":[{"id":"0198c0de-0000-7000-8000-000000000001","publishedAt":"2026-02-01","blocks":[{"kind":"paragraph","text":[{"text":"x","href":"javascript:x"}]}]}]}""", "posts[0].blocks[0].text[0].href", "https://")]
    [InlineData("""{"dateline":1,"coverage":{},"posts":[{"id":"0198c0de-0000-7000-8000-000000000001","publishedAt":"2026-02-01","blocks":[{"kind":"html","text":"x"}]}]}""", "posts[0].blocks[0]", "")]
    [InlineData("""{"dateline":1,"coverage":{},"posts":[{"id":"no","publishedAt":"2026-02-01"}]}""", "posts[0].id", "UUID")]
    [InlineData("""{"dateline":1,"coverage":{},"posts":[{"id":"0198c0de-0000-7000-8000-000000000001","publishedAt":"2026-02-01","headline":"X","withdrawn":{"at":"2026-02-01T12:00:00Z","notice":"Gone."}}]}""", "posts[0].withdrawn", "nothing but its notice")]
    public void A_file_that_breaks_a_rule_is_refused_with_the_place_and_a_sentence(string json, string path, string words)
    {
        var refusal = Read(json).Refusal!;

        Assert.StartsWith(path, refusal.Problems[0].Path, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_posts_with_one_id_or_two_pins_are_refused()
    {
        const string post = """{"id":"0198c0de-0000-7000-8000-00000000000N","publishedAt":"2026-02-01","headline":"X","pinned":true}""";
        string Two(char first, char second) => $$"""{"dateline":1,"coverage":{},"posts":[{{post.Replace('N', first)}},{{post.Replace('N', second)}}]}""";

        Assert.Contains("same id", Read(Two('1', '1')).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Contains("pinned already", Read(Two('1', '2')).Refusal!.Sentence, StringComparison.Ordinal);
    }

    private static Result<Manuscript> Read(string json) => Importer.Read(Encoding.UTF8.GetBytes(json), Options);

    private static byte[] Written(Manuscript page)
    {
        using var file = new MemoryStream();
        DatelineFile.Write(page, file);
        return file.ToArray();
    }
}
