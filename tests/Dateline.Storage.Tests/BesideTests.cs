using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>Two live pages in one transaction: both change, or neither does.</summary>
public sealed class BesideTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    private Archive Archive => new(_newsroom.DatabasePath);

    [Fact]
    public async Task A_move_takes_the_next_number_on_each_page_and_both_are_announced()
    {
        var post = await Begun();
        Assert.Null((await Moves(post, () => null)).Refusal);
        Assert.Equal((2, 2), (Archive.Head("storm"), Archive.Head("summit")));
        Assert.Empty(Archive.Posts("storm"));
        Assert.Equal(["Already here", "The delegates have left"], Archive.Posts("summit").Select(shown => shown.Headline).Order());
        Assert.Equal([("storm", 2L), ("summit", 2L)], _newsroom.Announced);
    }

    [Fact]
    public async Task One_that_is_refused_or_breaks_half_way_leaves_both_pages_as_they_were()
    {
        var post = await Begun();
        Assert.NotNull((await Moves(post, () => new Refusal(RefusalKind.WrongState, "Not after all."))).Refusal);
        await Assert.ThrowsAsync<IOException>(() => Moves(post, () => throw new IOException("The disk is gone.")));
        Assert.Equal((1, 1), (Archive.Head("storm"), Archive.Head("summit")));
        Assert.Equal(["The delegates have left"], Archive.Posts("storm").Select(shown => shown.Headline));
        Assert.Equal(["Already here"], Archive.Posts("summit").Select(shown => shown.Headline));
        Assert.Empty(_newsroom.Announced);
    }

    private async Task<Post> Begun()
    {
        await _newsroom.Begins("storm");
        await _newsroom.Begins("summit");
        await _newsroom.Publishes("summit", "Already here");
        var post = await _newsroom.Publishes("storm", "The delegates have left");
        _newsroom.Announced.Clear();
        return post;
    }

    private Task<Result<Post>> Moves(Post post, Func<Refusal?> end) => _newsroom.Newsroom.Change("storm", async open =>
    {
        var there = (open.Beside("summit"))!;
        var id = _newsroom.NewId();
        var arrived = post.Arrive(id, new Elsewhere("storm", post.Id), there.NextOrdinal());
        await open.Keep(post, post.Leave(new Elsewhere("summit", id), "Ana", open.Now).Value, "Ana", "moved");
        await there.Keep(null, arrived, "Ana", "moved here");
        return end() is { } refusal ? refusal : (Result<Post>)arrived;
    }, CancellationToken.None);

    public void Dispose() => _newsroom.Dispose();
}
