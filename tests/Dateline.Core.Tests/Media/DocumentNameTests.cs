using CsCheck;
using Dateline.Core.Media;
using Xunit;

namespace Dateline.Core.Tests.Media;

public sealed class DocumentNameTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_name_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[1, DocumentName.MostPages], Gen.Int[1, DocumentName.MostBytes], (pages, bytes) => new DocumentName(Hash, pages, bytes)).Sample(name =>
        {
            Assert.True(DocumentName.TryParse(name.ToString(), out var read));
            Assert.Equal(name, read);
        });

    [Theory]
    [InlineData("")]
    [InlineData("c0ffee1f02")]
    [InlineData("{0}-3-900")]
    [InlineData("{0}-3.pdf")]
    [InlineData("{0}-03-900.pdf")]
    [InlineData("{0}-0-900.pdf")]
    [InlineData("{0}-5001-900.pdf")]
    [InlineData("{0}-3-900.PDF")]
    [InlineData("{0}-3-900.pdf.pdf")]
    [InlineData("{0}-3-900-1.pdf")]
    [InlineData("../{0}-3-900.pdf")]
    [InlineData("{0}-3-\"><script>.pdf")]
    public void Nothing_else_is_a_name(string text) => Assert.False(DocumentName.TryParse(text.Replace("{0}", Hash, StringComparison.Ordinal), out _));
}
