using System.Text.Json;
using CsCheck;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class LabelTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [InlineData("analysis", "analysis", null)]
    [InlineData("Analysis", "analysis", null)]
    [InlineData("  Watch ", "watch", null)]
    [InlineData("Fact check", "fact-check", null)]
    [InlineData("BBC Verify", "bbc-verify", "BBC Verify")]
    [InlineData("Q&A", "q-a", "Q&A")]
    [InlineData("تحليل", "تحليل", null)]
    [InlineData("a--b", "a-b", "a--b")]
    public void A_label_is_made_from_what_a_person_wrote(string written, string key, string? text) =>
        Assert.Equal(new Label(key, text), Label.Of(written));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?")]
    [InlineData("Ana\u0001lysis")]
    [InlineData("A label that has more characters than any newsroom would print above a post")]
    public void What_cannot_name_a_label_is_none(string written) => Assert.Null(Label.Of(written));

    [Fact]
    public void A_label_reads_as_the_person_wrote_it() =>
        Any.Words.Sample(written =>
        {
            if (Label.Of(written) is { } label && label.Key != written.Trim()) Assert.Equal(written.Trim(), label.Reads(Nothing));
        }, iter: 1_000);

    [Fact]
    public void A_label_made_from_a_key_is_that_key() =>
        Any.Label.Sample(label => Assert.Equal(label.Key, Label.Of(label.Key)!.Key));

    [Fact]
    public void The_newsrooms_own_name_for_a_key_is_what_is_read()
    {
        Assert.Equal("Our analysis", new Label("analysis").Reads(new Dictionary<string, string> { ["analysis"] = "Our analysis" }));
        Assert.Equal("Fact check", new Label("fact-check").Reads(Nothing));
    }

    [Theory]
    [InlineData("\"analysis\"", "analysis", null)]
    [InlineData("\"BBC Verify\"", "bbc-verify", "BBC Verify")]
    [InlineData("{\"key\":\"bbc-verify\",\"text\":\"BBC Verify\"}", "bbc-verify", "BBC Verify")]
    [InlineData("{\"text\":\"BBC Verify\"}", "bbc-verify", "BBC Verify")]
    public void A_label_comes_as_its_key_as_its_text_or_as_both(string json, string key, string? text) =>
        Assert.Equal(new Label(key, text), Read(json).Label);

    [Theory]
    [InlineData("7")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("{\"key\":\"Not A Key\"}")]
    [InlineData("{\"key\":\"watch\",\"text\":\" \"}")]
    [InlineData("{\"key\":\"watch\",\"text\":\"W\\u0007tch\"}")]
    [InlineData("{\"key\":\"watch\",\"colour\":\"red\"}")]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static PostContent Read(string label) => JsonSerializer.Deserialize($"{{\"label\":{label}}}", DatelineJson.Default.PostContent)!;
}
