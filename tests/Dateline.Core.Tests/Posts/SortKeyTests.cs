using CsCheck;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Posts;

public sealed class SortKeyTests
{
    // Near each other as well as far apart, so that the ordinal decides often.
    private static readonly Gen<SortKey> Key =
        from at in Gen.OneOf(Any.Instant, Gen.Int[0, 3].Select(ms => Newsroom.Noon.AddMilliseconds(ms)))
        from ordinal in Gen.OneOf(Gen.Long[0, 9_999_999_999], Gen.Long[0, 3])
        select new SortKey(at, ordinal);

    [Fact]
    public void Keys_compare_as_text_as_they_compare_as_keys() =>
        Gen.Select(Key, Key).Sample((a, b) =>
        {
            Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())));
            Assert.Equal(a.CompareTo(b) < 0, a < b);
            Assert.Equal(a.CompareTo(b) >= 0, a >= b);
            Assert.Equal(a == b, a.ToString() == b.ToString());
        }, iter: 10_000);

    [Fact]
    public void A_key_is_read_back_from_its_text() => Key.Sample(key => Assert.Equal(key, SortKey.Parse(key.ToString())));

    [Fact]
    public void A_key_always_has_26_characters() => Key.Sample(key => Assert.Equal(26, key.ToString().Length));

    [Fact]
    public void The_place_of_a_post_does_not_depend_on_the_offset_its_time_came_with() =>
        Any.Instant.Sample(at => Assert.Equal(new SortKey(at.ToUniversalTime(), 1), new SortKey(at, 1)));
}
