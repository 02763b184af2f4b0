using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Wording;

internal static class English
{
    public static readonly Words Words = new()
    {
        SkipToPosts = "Skip to posts",
        LivePages = "Live pages",
        NoLivePages = "There are no live pages at the moment.",
        LatestPosts = "Latest posts",
        OlderPosts = "Older posts",
        NewerPosts = "Newer posts",
        PagesOfPosts = "Pages of posts",
        Neighbours = "Other live pages of this story",
        Previous = "Previous live page",
        Next = "Next live page",
        Feeds = "Feeds",
        PostOnLivePage = "A post from this live page",
        SeeLivePage = "See the whole live page",
        NotFound = "Page not found",
        NotFoundSentence = "There is nothing at this address. It may have been mistyped, or the page may have been taken down.",
        NoPostsYet = "Posts will appear here.",

        Live = "Live",
        Begins = "Live coverage begins",
        BeginsSoon = "Live coverage begins soon",
        Paused = "Live coverage is paused",
        Closed = "Live coverage has ended",
        BackAt = when => $", back {when}",
        Today = clock => clock is null ? "today" : $"today at {clock}",
        Tomorrow = clock => clock is null ? "tomorrow" : $"tomorrow at {clock}",
        OnDay = (day, clock) => clock is null ? $"on {day}" : $"on {day} at {clock}",
        AllTimes = zone => $"All times {zone}",
        SpokenTime = (clock, zone, date) => $"{clock} {zone}, {date}",
        ZoneInFull = zone => zone.Long,
        Updated = "Updated",

        Summary = "Summary",
        New = "New",
        Pinned = "Pinned post",
        KeyEvents = "Key events",

        Breaking = "Breaking",
        Labels = new Dictionary<string, string>(),
        Share = "Share",
        Correction = "Correction",
        Withdrawn = "This post has been withdrawn",
        ReportingFrom = place => $"reporting from {place}",
        Comma = ", ",
        OutsideLink = "outside link",

        Picture = "Picture",
        PictureMissing = "A picture that is not shown here",
        CreditNote = kind => kind switch
        {
            CreditKind.Pool => "pool",
            CreditKind.Handout => "handout",
            CreditKind.Screengrab => "screengrab",
            CreditKind.User => "sent in",
            _ => null,
        },
        Warning = "Warning",
        ShowAnyway = "Show",
        Video = "Video",
        Recording = "Audio",
        Watch = "Watch",
        Listen = "Listen",
        Transcript = "Transcript",
        Captions = "Captions",
        Numbers = "The numbers",
        Source = "Source",
        SeeOn = site => $"See it on {site}",
        SeeOriginal = "See the original",
        ReadDocument = "Document",
        PageCount = pages => pages == 1 ? "1 page" : $"{pages} pages",
        Votes = (number, votes) => votes == 1 ? "1 vote" : $"{number} votes",
        PollOpen = "Poll",
        PollClosed = "Poll, closed",
        WhereFilmed = "Where",
        WhenFilmed = "When",
        HowEstablished = "How we know",
        FindingIs = "Finding",
        Finding = finding => finding switch
        {
            Core.Blocks.Finding.Confirmed => "Confirmed",
            Core.Blocks.Finding.Partly => "Partly confirmed",
            Core.Blocks.Finding.Disputed => "Disputed",
            Core.Blocks.Finding.False => "False",
            Core.Blocks.Finding.OldFootage => "Old footage",
            _ => "Not confirmed",
        },
        Question = "Question",
        Answer = "Answer",

        Script = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["newPosts"] = new Dictionary<string, string> { ["one"] = "{n} new post", ["other"] = "{n} new posts" },
            ["newBreaking"] = new Dictionary<string, string> { ["other"] = "{n} breaking" },
            ["newCount"] = new Dictionary<string, string> { ["other"] = "{n} new" },
            ["minutes"] = new Dictionary<string, string> { ["other"] = "{n} min" },
            ["now"] = new Dictionary<string, string> { ["other"] = "now" },
            ["linkCopied"] = new Dictionary<string, string> { ["other"] = "Link copied" },
            ["connectionLost"] = new Dictionary<string, string> { ["other"] = "Connection lost. Trying again." },
            ["connectionBack"] = new Dictionary<string, string> { ["other"] = "Connected again." },
        },
    };
}
