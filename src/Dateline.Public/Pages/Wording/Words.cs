using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Times;

namespace Dateline.Public.Pages.Wording;

/// <summary>The words of a page that no writer typed, in one language. Every one is required, so that a language is complete or does not compile.</summary>
/// <remarks>Adding a language is adding a file beside <see cref="English"/> and a line in <see cref="In"/>.</remarks>
public sealed record Words
{
    /// <summary>The words of a language (BCP 47), or English where there are none yet.</summary>
    public static Words In(string language) => language.Split('-')[0] switch
    {
        "ar" => Arabic.Words,
        _ => English.Words,
    };

    // Page and navigation
    public required string SkipToPosts { get; init; }
    public required string LivePages { get; init; }
    public required string NoLivePages { get; init; }
    public required string LatestPosts { get; init; }
    public required string OlderPosts { get; init; }
    public required string NewerPosts { get; init; }
    public required string PagesOfPosts { get; init; }
    public required string Neighbours { get; init; }
    public required string Previous { get; init; }
    public required string Next { get; init; }
    public required string Feeds { get; init; }
    public required string PostOnLivePage { get; init; }
    public required string SeeLivePage { get; init; }
    public required string NotFound { get; init; }
    public required string NotFoundSentence { get; init; }
    public required string NoPostsYet { get; init; }

    // Status and times
    public required string Live { get; init; }
    public required string Begins { get; init; }
    public required string BeginsSoon { get; init; }
    public required string Paused { get; init; }
    public required string Closed { get; init; }
    public required Func<string, string> BackAt { get; init; }
    public required Func<string?, string> Today { get; init; }
    public required Func<string?, string> Tomorrow { get; init; }
    public required Func<string, string?, string> OnDay { get; init; }
    public required Func<string, string> AllTimes { get; init; }
    public required Func<string, string, string, string> SpokenTime { get; init; }
    public required Func<ZoneName, string> ZoneInFull { get; init; }
    public required string Updated { get; init; }

    // Sections
    public required string Summary { get; init; }
    public required string New { get; init; }
    public required string Pinned { get; init; }
    public required string KeyEvents { get; init; }

    // Posts
    public required string Breaking { get; init; }

    /// <summary>How the labels that every newsroom has read, where their key does not say it.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public required string Share { get; init; }
    public required string Correction { get; init; }
    public required string Withdrawn { get; init; }
    public required Func<string, string> ReportingFrom { get; init; }
    public required string Comma { get; init; }
    public required string OutsideLink { get; init; }

    // Blocks
    public required string Picture { get; init; }
    public required string PictureMissing { get; init; }
    public required string PictureLapsed { get; init; }
    public required Func<CreditKind, string?> CreditNote { get; init; }
    public required string Warning { get; init; }
    public required string ShowAnyway { get; init; }
    public required string Video { get; init; }
    public required string Recording { get; init; }
    public required string VideoLapsed { get; init; }
    public required string RecordingLapsed { get; init; }
    public required string DocumentLapsed { get; init; }
    public required string Watch { get; init; }
    public required string Listen { get; init; }
    public required string Transcript { get; init; }
    public required string Captions { get; init; }
    public required string Numbers { get; init; }
    public required string Source { get; init; }
    public required Func<string, string> SeeOn { get; init; }
    public required string SeeOriginal { get; init; }
    public required Func<string, string> PlayFrom { get; init; }
    public required Func<string, string> ShowFrom { get; init; }
    public required Func<string, string> AskedOnlyThen { get; init; }
    public required Func<string, string> WithGuests { get; init; }
    public required Func<string, string> Kilometres { get; init; }
    public required Func<string, string?, string> MapShows { get; init; }
    public required string Outlines { get; init; }
    public required string ReadDocument { get; init; }
    public required Func<string, string> Kilobytes { get; init; }
    public required Func<string, string> Megabytes { get; init; }
    public required Func<int, string> PageCount { get; init; }
    public required Func<int, string> PictureCount { get; init; }
    public required Func<string, long, string> Votes { get; init; }
    public required string PollOpen { get; init; }
    public required string PollClosed { get; init; }
    public required string WhereFilmed { get; init; }
    public required string WhenFilmed { get; init; }
    public required string HowEstablished { get; init; }
    public required string FindingIs { get; init; }
    public required Func<Finding, string> Finding { get; init; }
    public required ChartWords Charts { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; init; }

    /// <summary>How a label reads: as it was typed, else as the newsroom calls it, else as this language does.</summary>
    public string Say(Label label, IReadOnlyDictionary<string, string> newsroom) => label.Reads(newsroom.ContainsKey(label.Key) ? newsroom : Labels);

    /// <summary>What the reader's script may say, by key; what depends on a number by plural category (CLDR).</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Script { get; init; }
}
