using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Fourth stage: the instants that posts show. Captures run from the newest post down, so what a time leaves out (day, year) follows from the post above it.</summary>
internal sealed class Calendar(IReadOnlyList<Segment> posts, ImportOptions options, Clock clock, Remarks remarks)
{
    private readonly DateTimeOffset?[] _instants = new DateTimeOffset?[posts.Count];

    /// <summary>The day as written of the last post placed.</summary>
    private DateOnly? _day;

    private DateTimeOffset? _above;

    public Result<ShownTime[]> Read()
    {
        for (var i = 0; i < posts.Count; i++)
        {
            if (posts[i].Stamp is { } stamp && Place(i, stamp) is { } refusal) return refusal;
            _above = _instants[i] ?? _above;
        }
        PlaceUpwards();
        return Shown();
    }

    private Refusal? Place(int i, Stamp stamp)
    {
        if (stamp.Day is { } day)
        {
            var year = stamp.Year ?? YearOf(stamp, i);
            if (day > DateTime.DaysInMonth(year, stamp.Month!.Value))
                return new Refusal(RefusalKind.Invalid, $"Line {posts[i].Line:N0} says 29 February, which {year} does not have; give the year with --year.");
            _day = new DateOnly(year, stamp.Month.Value, day);
            _instants[i] = LatestUpTo(clock.Instants(posts[i], _day.Value), _above) ?? clock.Instants(posts[i], _day.Value)[0];
        }
        else if ((_day ?? options.Date ?? DayFromClock(i, stamp)) is { } known)
        {
            PlaceBelow(i, known);
        }
        return null;
    }

    // A time that rises while going down the page is that of the day before.
    private void PlaceBelow(int i, DateOnly day)
    {
        _day = day;
        if (LatestUpTo(clock.Instants(posts[i], day), _above) is { } sameDay)
        {
            _instants[i] = sameDay;
            return;
        }
        _day = day.AddDays(-1);
        _instants[i] = clock.Instants(posts[i], _day.Value)[0];
    }

    private static DateTimeOffset? LatestUpTo(IReadOnlyList<DateTimeOffset> instants, DateTimeOffset? bound)
    {
        foreach (var instant in instants)
            if (bound is null || instant <= bound) return instant;
        return null;
    }

    // The year that puts the date nearest to the post above; for the first, the one given or written further down.
    private int YearOf(Stamp stamp, int i)
    {
        if (_day is { } above)
            return Enumerable.Range(above.Year - 1, 3).MinBy(year => Math.Abs(Nearest(year, stamp).DayNumber - above.DayNumber));
        if ((options.Year ?? options.Date?.Year) is { } given) return given;
        if (posts.Select(post => post.Stamp?.Year).FirstOrDefault(year => year is not null) is { } written) return written;
        var today = DateOnly.FromDateTime(options.Now.UtcDateTime);
        var guess = Enumerable.Range(0, 8).Select(back => today.Year - back)
            .First(year => stamp.Day <= DateTime.DaysInMonth(year, stamp.Month!.Value) && Nearest(year, stamp) <= today);
        remarks.Add(posts[i].Line, $"The dates have no year and were read as {guess}; give --year if it was another.");
        return guess;
    }

    private static DateOnly Nearest(int year, Stamp stamp) => new(year, stamp.Month!.Value, Math.Min(stamp.Day!.Value, DateTime.DaysInMonth(year, stamp.Month.Value)));

    // No post has a date and none was given: the newest was posted on the last day on which its time has passed.
    private DateOnly? DayFromClock(int i, Stamp stamp)
    {
        if (posts.Any(post => post.Stamp?.Day is not null)) return null;
        var today = DateOnly.FromDateTime(options.Now.UtcDateTime);
        var day = clock.Instants(posts[i], today)[0] <= options.Now ? today : today.AddDays(-1);
        remarks.Add(posts[i].Line, $"The times have no date; the newest ({stamp.Time:HH\\:mm}) was read as that of {day:yyyy-MM-dd}. Give --date if it was another day.");
        return day;
    }

    // Times above the first date: pages write today's without one. Each is the earliest that is not before the post below.
    private void PlaceUpwards()
    {
        var dated = Array.FindIndex(_instants, instant => instant is not null);
        if (dated <= 0) return;
        var below = _instants[dated]!.Value;
        var day = DateOnly.FromDateTime(below.UtcDateTime).AddDays(-1);
        for (var i = dated - 1; i >= 0; i--)
        {
            if (posts[i].Stamp is null) continue;
            if (i == dated - 1 || _instants[i + 1] is not null) remarks.Add(posts[i].Line, "This time has no date; its day was read from the posts below. Give --date if it was another day.");
            while (clock.Instants(posts[i], day)[0] < below) day = day.AddDays(1);
            below = clock.Instants(posts[i], day).Last(instant => instant >= below);
            _instants[i] = below;
        }
    }

    // A post without a time stands at the instant of its neighbour, which keeps the source's order, and shows that day only.
    private ShownTime[] Shown()
    {
        var shown = new ShownTime[posts.Count];
        var fallback = _instants.FirstOrDefault(instant => instant is not null) ?? DayWithoutTimes();
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = _instants[i] is { } instant ? new ShownTime(instant) : new ShownTime(fallback, Known: false);
            if (!shown[i].Known && _above is not null) remarks.Add(posts[i].Line, "This post has no time; it keeps its place and shows its day only.");
            fallback = shown[i].At;
        }
        return shown;
    }

    private DateTimeOffset DayWithoutTimes()
    {
        if (options.Date is null) remarks.Add(0, $"There are no times in this source; its posts show the day {options.Now.UtcDateTime:yyyy-MM-dd}. Give --date if it was another day.");
        var day = options.Date ?? DateOnly.FromDateTime(options.Now.UtcDateTime);
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }
}
