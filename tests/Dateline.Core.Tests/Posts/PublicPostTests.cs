using CsCheck;
using Dateline.Core.Posts;
using Xunit;
using static Dateline.Core.Tests.Newsroom;

namespace Dateline.Core.Tests.Posts;

public sealed class PublicPostTests
{
    [Fact]
    public void A_post_brought_in_from_a_file_is_to_readers_what_the_file_says() =>
        Any.PublicPost.Sample(post => Assert.Equal(post, PublicPost.Of(post.ToPost(Editor, Noon))), iter: 1_000);

    [Fact]
    public void A_post_has_the_place_of_the_time_it_shows_and_of_its_ordinal() =>
        Any.PublicPost.Sample(post => Assert.Equal(new SortKey(post.Time.At, post.Ordinal), post.Sort));

    [Fact]
    public void A_preview_shows_the_working_copy_as_it_would_be_published_now()
    {
        Assert.Equal(("Ferry aground off Port Ellis", At(9)), Shown(Draft()));
        Assert.Equal(("Ferry afloat", At(2)), Shown(Published().Save(Says("Ferry afloat")).Value));

        static (string?, DateTimeOffset) Shown(Post post) => PublicPost.Preview(post, At(9)) is { } shown ? (shown.Headline, shown.Time.At) : default;
    }

    [Fact]
    public void A_preview_brings_nothing_back_that_was_taken_back()
    {
        Assert.NotNull(PublicPost.Preview(Withdrawn(), At(40))!.Withdrawn);
        Assert.Null(PublicPost.Preview(TakenDown(), At(40)));
    }
}
