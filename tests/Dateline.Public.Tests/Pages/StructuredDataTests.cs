using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class StructuredDataTests
{
    [Fact]
    public async Task Each_post_is_told_as_readers_see_it()
    {
        var post = Sample.Post(1, 10, "Gates closed", Sample.Says("All six."), Sample.Says("By hand.")) with
        {
            UpdatedAt = Sample.Now,
            Bylines = [new Byline { Name = "Ines Varga" }, new Byline { Name = "Courier data desk", Kind = BylineKind.Team }],
            Corrections = [new Correction(Sample.Now, "Six, not five.")],
        };
        var update = (await Of(Sample.View(post))).GetProperty("liveBlogUpdate")[0];
        Assert.Equal("Gates closed", update.GetProperty("headline").GetString());
        Assert.Equal("All six.\nBy hand.", update.GetProperty("articleBody").GetString());
        Assert.Equal("2025-02-17T20:59:00Z", update.GetProperty("datePublished").GetString());
        Assert.Equal("2025-02-17T21:09:00Z", update.GetProperty("dateModified").GetString());
        Assert.Equal($"https://courier.example/live/merrow-barrier/posts/{post.Id}", update.GetProperty("url").GetString());
        Assert.Equal(["Person", "Organization"], update.GetProperty("author").EnumerateArray().Select(author => author.GetProperty("@type").GetString()));
        Assert.Equal("CorrectionComment", update.GetProperty("correction")[0].GetProperty("@type").GetString());
    }

    [Fact]
    public async Task Coverage_has_an_end_only_once_it_is_over()
    {
        Assert.False((await Of(Sample.View())).TryGetProperty("coverageEndTime", out _));
        var closed = Sample.View() with { Coverage = Sample.Coverage with { Status = new Status(CoverageStatus.Closed, Sample.Now) } };
        Assert.Equal("2025-02-17T21:09:00Z", (await Of(closed)).GetProperty("coverageEndTime").GetString());
    }

    [Fact]
    public async Task A_withdrawn_post_is_not_mentioned()
    {
        var withdrawn = Sample.Post(1, 10, null) with { Withdrawn = new Notice(Sample.Now, "Wrong street.") };
        Assert.Empty((await Of(Sample.View(withdrawn))).GetProperty("liveBlogUpdate").EnumerateArray());
    }

    [Fact]
    public async Task A_headline_cannot_end_the_element_it_stands_in()
    {
        const string headline = "</script><script>alert(1)</script><!--";
        var data = await Of(Sample.View(Sample.Post(1, 0, headline)));
        Assert.Equal(headline, data.GetProperty("liveBlogUpdate")[0].GetProperty("headline").GetString());
    }

    private static async Task<JsonElement> Of(PageView view)
    {
        var page = await WholePages.Live(view);
        var begin = page.IndexOf('>', page.IndexOf("<script type=\"application/ld", StringComparison.Ordinal)) + 1;
        return JsonDocument.Parse(page[begin..page.IndexOf("</script>", begin, StringComparison.Ordinal)]).RootElement;
    }
}
