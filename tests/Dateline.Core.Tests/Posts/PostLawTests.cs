using CsCheck;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

/// <summary>What holds of a post whatever a newsroom does with it.</summary>
public sealed class PostLawTests
{
    [Fact]
    public void A_post_has_a_live_version_exactly_when_it_was_published() =>
        Always(post => Assert.Equal(post.Publication is null, post.Live is null));

    [Fact]
    public void A_post_never_published_has_nothing_public() =>
        Always(post =>
        {
            if (post.State is PostState.Draft or PostState.Filed or PostState.Scheduled or PostState.TakenDown or PostState.SetAside) Assert.Null(PublicPost.Of(post));
            else Assert.NotNull(PublicPost.Of(post));
        });

    [Fact]
    public void The_state_is_that_of_the_last_record_that_counts() =>
        Always(post => Assert.Equal(post switch
        {
            { SetAside: not null } => PostState.SetAside,
            { TakeDown: not null } => PostState.TakenDown,
            { Withdrawal: not null } => PostState.Withdrawn,
            { Publication: not null } => PostState.Published,
            { Schedule: not null } => PostState.Scheduled,
            { Filed: not null } => PostState.Filed,
            _ => PostState.Draft,
        }, post.State));

    [Fact]
    public void Readers_never_have_words_that_only_the_draft_holds() =>
        Any.PostContent.Sample(content =>
        {
            var published = Newsroom.Published();
            if (published.Save(content).Try(out var saved, out _)) Assert.Equal(PublicPost.Of(published), PublicPost.Of(saved));
        });

    [Fact]
    public void A_draft_that_says_what_readers_have_is_none() =>
        Always(post => Assert.False(post.Draft is not null && post.Draft == post.Live));

    private static void Always(Action<Post> law) =>
        AnyHistory.OfOnePost.Sample(history => law(history.Played().Posts[Newsroom.Id]), iter: 200);
}
