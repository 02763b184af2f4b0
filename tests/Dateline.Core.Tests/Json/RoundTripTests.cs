using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Dateline.Core.Json;
using Xunit;

namespace Dateline.Core.Tests.Json;

/// <summary>Whatever the model holds comes back from JSON the same, in both ways of escaping.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void The_content_of_a_post_comes_back_as_it_was_written() =>
        Any.PostContent.Sample(content => ComesBack(content, json => json.PostContent), iter: 300);

    [Fact]
    public void A_public_post_comes_back_as_it_was_written() =>
        Any.PublicPost.Sample(post => ComesBack(post, json => json.PublicPost), iter: 300);

    [Fact]
    public void A_live_page_comes_back_as_it_was_written() =>
        Any.Coverage.Sample(coverage =>
        {
            ComesBack(coverage, json => json.Coverage);
            ComesBack(coverage.Public, json => json.PublicCoverage);
        });

    [Fact]
    public void A_change_of_every_kind_comes_back_as_it_was_written() =>
        AnyChange.OfAnyKind.Sample(change => ComesBack(change, json => json.Change), iter: 300);

    [Fact]
    public void A_block_of_every_kind_comes_back_as_it_was_written()
    {
        foreach (var kind in AnyBlock.Kinds.Values) kind.Sample(block => ComesBack(block, json => json.Block));
    }

    [Fact]
    public void A_post_comes_back_with_everything_that_was_done_with_it() =>
        AnyHistory.OfOnePost.Sample(history => ComesBack(history.Played().Posts[Newsroom.Id], json => json.Post));

    private static void ComesBack<T>(T value, Func<DatelineJson, JsonTypeInfo<T>> type)
    {
        Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type(DatelineJson.Default)), type(DatelineJson.Default)));
        Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type(DatelineJson.Relaxed)), type(DatelineJson.Relaxed)));
    }
}
