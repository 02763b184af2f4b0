using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dateline.Core.Text;

/// <summary>A list that never changes and is equal to another with equal items in the same order, so that records holding lists compare by value.</summary>
/// <remarks>
/// JSON: an array. The JSON reader fills a list through <see cref="ICollection{T}"/> before anyone else holds it;
/// the first reading closes it, and from then on adding throws. Once closed it is safe to share between threads.
/// </remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[SuppressMessage("Design", "CA1010", Justification = "It is a generic collection.")]
public sealed class ValueList<T> : IReadOnlyList<T>, ICollection<T>, IEquatable<ValueList<T>>
{
    private List<T>? _filling;
    private T[] _items;

    /// <summary>An empty list, for the JSON reader to fill; elsewhere write <c>[]</c>.</summary>
    public ValueList() => (_filling, _items) = ([], []);

    internal ValueList(T[] items) => _items = items;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <inheritdoc cref="IReadOnlyCollection{T}.Count"/>
    public int Count => Items.Length;

    bool ICollection<T>.IsReadOnly => _filling is null;

    private T[] Items
    {
        get
        {
            if (_filling is { } filling) (_items, _filling) = ([.. filling], null);
            return _items;
        }
    }

    /// <summary>The same list with one more at the end.</summary>
    public ValueList<T> With(T item) => new([.. Items, item]);

    /// <inheritdoc/>
    public bool Contains(T item) => Items.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => Items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    void ICollection<T>.Add(T item)
    {
        if (_filling is null) throw new InvalidOperationException("This list is closed; make a new one with With.");
        _filling.Add(item is null ? throw new JsonException("A list may not hold null.") : item);
    }

    void ICollection<T>.Clear() => throw new NotSupportedException();

    bool ICollection<T>.Remove(T item) => throw new NotSupportedException();
}

/// <summary>Builds <see cref="ValueList{T}"/> from collection expressions.</summary>
public static class ValueList
{
    /// <summary>A list of these items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
