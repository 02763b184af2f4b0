using System.Globalization;

namespace Dateline.Core.Posts;

/// <summary>A post's place on its page: the time it shows, to the millisecond, then the server's ordinal. Later is greater.</summary>
/// <remarks>As text it has a fixed width and compares bytewise in the same order, in SQL and in browsers alike.</remarks>
public readonly record struct SortKey(long Milliseconds, long Ordinal) : IComparable<SortKey>
{
    /// <summary>The place of a post that shows this instant.</summary>
    public SortKey(DateTimeOffset at, long ordinal) : this(at.UtcTicks / TimeSpan.TicksPerMillisecond, ordinal) { }

    /// <summary>The instant, to the millisecond, in UTC.</summary>
    public DateTimeOffset At => new(Milliseconds * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    /// <summary>Reads a key from its text.</summary>
    public static SortKey Parse(string text) => new(
        long.Parse(text.AsSpan(0, 15), CultureInfo.InvariantCulture),
        long.Parse(text.AsSpan(16), CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public int CompareTo(SortKey other)
    {
        var byTime = Milliseconds.CompareTo(other.Milliseconds);
        return byTime != 0 ? byTime : Ordinal.CompareTo(other.Ordinal);
    }

    /// <summary>Fifteen digits of milliseconds since the year 1, a hyphen, ten digits of ordinal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:D15}-{Ordinal:D10}");

    /// <summary>Earlier on the page's clock.</summary>
    public static bool operator <(SortKey left, SortKey right) => left.CompareTo(right) < 0;

    /// <summary>Later on the page's clock.</summary>
    public static bool operator >(SortKey left, SortKey right) => left.CompareTo(right) > 0;

    /// <summary>Earlier, or the same.</summary>
    public static bool operator <=(SortKey left, SortKey right) => left.CompareTo(right) <= 0;

    /// <summary>Later, or the same.</summary>
    public static bool operator >=(SortKey left, SortKey right) => left.CompareTo(right) >= 0;
}
