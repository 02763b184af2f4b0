using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Coverages;

public sealed class SlugTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("port-ellis")]
    [InlineData("2026-11-23")]
    public void A_slug_is_lower_case_letters_digits_and_single_hyphens(string slug) =>
        Assert.True(Slug.IsValid(slug));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Port-Ellis")]
    [InlineData("port ellis")]
    [InlineData("-port")]
    [InlineData("port-")]
    [InlineData("port--ellis")]
    [InlineData("port/ellis")]
    [InlineData("zürich")]
    [InlineData("..")]
    public void Anything_else_is_none(string? slug) => Assert.False(Slug.IsValid(slug));

    [Fact]
    public void A_slug_has_at_most_80_characters()
    {
        Assert.True(Slug.IsValid(new string('a', 80)));
        Assert.False(Slug.IsValid(new string('a', 81)));
    }

    [Fact]
    public void A_live_page_does_not_begin_without_one() =>
        Assert.Contains(new Problem("slug", Slug.Sentence), Coverage.Begin("Port Ellis", new CoverageEdit { Headline = "Ferry" }, Editor, Noon).Refused().Problems);
}
