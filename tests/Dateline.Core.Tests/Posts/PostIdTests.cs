using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class PostIdTests
{
    [Fact]
    public void An_id_is_read_as_it_is_written()
    {
        Assert.True(PostId.TryParse("0198c0de-0000-7000-8000-000000000001", out var id));
        Assert.Equal("0198c0de-0000-7000-8000-000000000001", id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("0198c0de000070008000000000000001")]
    [InlineData("{0198c0de-0000-7000-8000-000000000001}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Anything_else_names_no_post(string? text) => Assert.False(PostId.TryParse(text, out _));
}
