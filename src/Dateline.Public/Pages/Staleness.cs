using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Pages.Sections;

namespace Dateline.Public.Pages;

/// <summary>When a page that was set would be set differently, though nothing was published.</summary>
internal static class Staleness
{
    /// <summary>The next such instant after now; null when there is none.</summary>
    public static DateTimeOffset? StaleAt(PageView view, NewsroomStyle style, DateTimeOffset now)
    {
        var setting = Setting.For(style, view.Coverage, now);
        DateTimeOffset? next = view.Coverage.Status.ResumesAt is { } resumes ? Return.ChangesAt(resumes, setting) : null;
        foreach (var post in view.Posts) next = Sooner(next, StaleAt(post, style, now));
        if (view.Pinned is { } pinned) next = Sooner(next, StaleAt(pinned, style, now));
        foreach (var point in view.Coverage.Summary.Points)
            if (SummaryNews.IsNew(point, view.Coverage.Summary, now)) next = Sooner(next, point.ChangedAt + SummaryNews.For);
        return next;
    }

    /// <summary>The same for the list of live pages, where a time of day becomes a date at midnight, and a date has its year once that is over.</summary>
    public static DateTimeOffset? StaleAt(IReadOnlyList<Listing> listings, NewsroomStyle style, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var listing in listings)
        {
            var setting = Setting.For(style, listing.Coverage, now);
            if (listing.Coverage.Status.ResumesAt is { } resumes) next = Sooner(next, Return.ChangesAt(resumes, setting));
            var today = setting.Almanac.Day(now);
            if (listing.Newest.Any(post => post.Time.Known && setting.Almanac.Day(post.Time) == today)) next = Sooner(next, setting.Almanac.Begins(today.AddDays(1)));
            else if (listing.Newest.Any(post => setting.Almanac.Day(post.Time).Year == today.Year)) next = Sooner(next, setting.Almanac.Begins(new DateOnly(today.Year + 1, 1, 1)));
        }
        return next;
    }

    /// <summary>The same for one article.</summary>
    public static DateTimeOffset? StaleAt(PublicPost post, NewsroomStyle style, DateTimeOffset now) =>
        post.BreakingSince is { } since && since.AddMinutes(style.BreakingMinutes) is var cools && cools > now ? cools : null;

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
