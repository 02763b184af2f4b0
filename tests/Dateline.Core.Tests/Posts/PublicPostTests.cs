using CsCheck;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class PublicPostTests
{
    [Fact]
    public void A_post_brought_in_from_a_file_is_to_readers_what_the_file_says() =>
        Any.PublicPost.Sample(post => Assert.Equal(post, PublicPost.Of(post.ToPost(Newsroom.Editor, Newsroom.Noon))), iter: 1_000);

    [Fact]
    public void A_post_has_the_place_of_the_time_it_shows_and_of_its_ordinal() =>
        Any.PublicPost.Sample(post => Assert.Equal(new SortKey(post.Time.At, post.Ordinal), post.Sort));
}
