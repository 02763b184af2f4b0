using System.Text.Json;
using CsCheck;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Journal;

public sealed class ChangeTests
{
    [Fact]
    public void A_change_says_which_post_it_is_about()
    {
        var post = new PublicPost { Id = Newsroom.Id };
        foreach (var change in new Change[] { new Upsert(post), new Withdraw(post), new Remove(Newsroom.Id), new Pinned(Newsroom.Id), new Superseded(Newsroom.Id) })
            Assert.Equal(Newsroom.Id, change.Target);
        foreach (var change in new Change[] { new Pinned(), new Superseded(), new StatusChanged(Played.Begin.Status), new HeaderChanged(Played.Begin.Header), new SummaryChanged(Played.Begin.Summary) })
            Assert.Null(change.Target);
    }

    [Fact]
    public void A_change_is_kept_under_the_name_that_the_protocol_gives_it()
    {
        Assert.Equal("""{"op":"pin"}""", JsonSerializer.Serialize(new Pinned(), DatelineJson.Default.Change));
        Assert.Equal($$"""{"op":"void","id":"{{Newsroom.Id}}"}""", JsonSerializer.Serialize(new Superseded(Newsroom.Id), DatelineJson.Default.Change));
    }

    [Fact]
    public void Every_kind_of_change_has_a_name_and_a_generator() =>
        Assert.Equal(
            typeof(Change).Assembly.GetTypes().Where(type => type.BaseType == typeof(Change)).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))),
            AnyChange.Kinds.Keys.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))));

    [Fact]
    public void A_change_holds_public_values_only() =>
        AnyHistory.OfOnePost.Sample(history =>
        {
            foreach (var entry in history.Played().Journal)
            {
                var json = JsonSerializer.Serialize(entry.Change, DatelineJson.Relaxed.Change);
                Assert.DoesNotContain("Court order", json, StringComparison.Ordinal);
                Assert.DoesNotContain("Who says so?", json, StringComparison.Ordinal);
                Assert.DoesNotContain(Newsroom.Editor, json, StringComparison.Ordinal);
            }
        });
}
