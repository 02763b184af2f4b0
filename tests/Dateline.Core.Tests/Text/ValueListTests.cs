using System.Text.Json;
using CsCheck;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Text;

/// <summary>A list that records can hold and still compare by value, and that nobody changes once it was read.</summary>
public sealed class ValueListTests
{
    private static readonly Gen<int[]> Items = Gen.Int[0, 2].Array[0, 4];

    [Fact]
    public void Lists_are_equal_exactly_when_their_items_are_in_order() =>
        Gen.Select(Items, Items).Sample((a, b) =>
        {
            ValueList<int> left = [.. a], right = [.. b];
            Assert.Equal(a.SequenceEqual(b), left.Equals(right));
            if (left.Equals(right)) Assert.Equal(left.GetHashCode(), right.GetHashCode());
        }, iter: 1_000);

    [Fact]
    public void A_list_of_lists_compares_by_value_too() =>
        Assert.Equal<ValueList<ValueList<int>>>([[1, 2], []], [[1, 2], []]);

    [Fact]
    public void A_list_made_from_an_array_does_not_change_with_it()
    {
        var array = new[] { 1, 2 };
        var list = ValueList.Create<int>(array);
        array[0] = 9;
        Assert.Equal(1, list[0]);
    }

    [Fact]
    public void One_more_makes_another_list()
    {
        ValueList<int> list = [1];
        Assert.Equal<ValueList<int>>([1, 2], list.With(2));
        Assert.Equal<ValueList<int>>([1], list);
    }

    [Fact]
    public void The_first_reading_closes_a_list_that_was_being_filled()
    {
        var list = new ValueList<int>();
        ICollection<int> filling = list;
        filling.Add(1);
        Assert.False(filling.IsReadOnly);
        Assert.Single(list);
        Assert.True(filling.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => filling.Add(2));
    }

    [Fact]
    public void A_list_made_whole_is_closed_from_the_start()
    {
        ICollection<int> list = (ValueList<int>)[1];
        Assert.Throws<InvalidOperationException>(() => list.Add(2));
        Assert.Throws<NotSupportedException>(list.Clear);
        Assert.Throws<NotSupportedException>(() => list.Remove(1));
    }

    [Fact]
    public void A_list_read_from_JSON_holds_no_null() =>
        Assert.Throws<JsonException>(() => ((ICollection<string>)new ValueList<string>()).Add(null!));
}
