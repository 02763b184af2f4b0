using CsCheck;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Tests;

/// <summary>Any value of the model, for laws that hold for all of them.</summary>
internal static class Any
{
    // What has broken pages before: other scripts, surrogate pairs, joiners, markup, quotes, and line breaks that only some parsers see.
    private static readonly Gen<string> Piece = Gen.OneOf(
        "storm", " ", "Zürich", "القاهرة", "東京", "🌍", "👩‍🚒", "e\u0301", "<script>", "]]>", "&amp;", "\"", "'", "\\", "\n", "\t", "\u2028", "-", "0");

    public static readonly Gen<string> Words = Piece.Array[0, 8].Select(pieces => string.Concat(pieces));

    public static readonly Gen<string?> MaybeWords = Maybe(Words);

    public static readonly Gen<string?> MaybeUrl = Maybe(Gen.OneOf("https://example.org/a?b=c&d", "http://example.org/", "mailto:desk@example.org", "/live/port-ellis"));

    /// <summary>Any instant, given with any offset.</summary>
    public static readonly Gen<DateTimeOffset> Instant =
        from ticks in Gen.Long[TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay]
        from minutes in Gen.Int[-14 * 60, 14 * 60]
        select new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes));

    public static readonly Gen<DateTimeOffset?> MaybeInstant = MaybeValue(Instant);

    private static readonly Gen<ShownTime> Day =
        from day in Gen.Int[0, 3_000_000]
        select new ShownTime(new DateTimeOffset(DateTime.MinValue.AddDays(day), TimeSpan.Zero), Known: false);

    public static readonly Gen<ShownTime> Time = Gen.OneOf(
        Instant.Select(at => new ShownTime(at)),
        Instant.Select(at => new ShownTime(at, Known: false)),
        Day);

    public static readonly Gen<PostId> PostId = Gen.Int[1, int.MaxValue].Select(Newsroom.IdNumber);

    private static readonly Gen<Run> Run =
        from text in Words
        from marks in Gen.OneOf(Mark.Strong, Mark.Emphasis, Mark.Code).Array[0, 3]
        from href in MaybeUrl
        select new Run(text, [.. marks], href);

    public static readonly Gen<RichText> Prose = List(Run, 0, 4).Select(runs => new RichText(runs));

    public static readonly Gen<RichText?> MaybeProse = Maybe(Prose);

    public static readonly Gen<Byline> Byline =
        from name in MaybeWords
        from role in MaybeWords
        from organisation in MaybeWords
        from location in MaybeWords
        from kind in Gen.Enum<BylineKind>()
        select new Byline { Name = name, Role = role, Organisation = organisation, Location = location, Kind = kind };

    public static readonly Gen<Label> Label = Gen.OneOf(
        Gen.OneOf("Analysis", "watch", "BBC Verify", "Élysée", "تحليل", "Listen  in!").Select(text => Core.Posts.Label.Of(text)!),
        Words.Select(text => Core.Posts.Label.Of($"Z {text}"[..Math.Min(text.Length + 2, 60)])).Where(label => label is not null).Select(label => label!));

    public static readonly Gen<PostContent> PostContent =
        from headline in MaybeWords
        from label in Maybe(Label)
        from bylines in List(Byline, 0, 3)
        from blocks in List(AnyBlock.OfAnyKind, 0, 6)
        from time in MaybeValue(Time)
        select new PostContent { Headline = headline, Label = label, Bylines = bylines, Blocks = blocks, Time = time };

    private static readonly Gen<Correction> Correction = Gen.Select(Instant, Words, (at, note) => new Correction(at, note));

    private static readonly Gen<PublicPost> Readable =
        from id in PostId
        from revision in Gen.Int[1, 99]
        from ordinal in Gen.Long[1, 9_999_999_999]
        from content in PostContent
        from time in Time
        from first in Instant
        from updated in MaybeInstant
        from breaking in MaybeInstant
        from keyEvent in Gen.Bool
        from corrections in List(Correction, 0, 2)
        select new PublicPost
        {
            Id = id,
            Revision = revision,
            Ordinal = ordinal,
            Headline = content.Headline,
            Label = content.Label,
            Bylines = content.Bylines,
            Blocks = content.Blocks,
            Time = time,
            FirstPublishedAt = first,
            UpdatedAt = updated,
            BreakingSince = breaking,
            KeyEvent = keyEvent,
            Corrections = corrections,
        };

    private static readonly Gen<PublicPost> Notice =
        from post in Readable
        from at in Instant
        from notice in Words
        select new PublicPost { Id = post.Id, Revision = post.Revision, Ordinal = post.Ordinal, Time = post.Time, FirstPublishedAt = post.FirstPublishedAt, Withdrawn = new Notice(at, notice) };

    public static readonly Gen<PublicPost> PublicPost = Gen.Frequency((4, Readable), (1, Notice));

    private static readonly Gen<PageLink?> MaybeLink = Maybe(Gen.Select(MaybeUrl, MaybeWords, (url, title) => new PageLink(url ?? "/live/yesterday", title)));

    public static readonly Gen<Header> Header =
        from headline in Words
        from standfirst in MaybeWords
        from language in Gen.OneOf("en-GB", "ar", "ja")
        from zone in Gen.OneOf("Europe/London", "Asia/Tokyo", "UTC")
        from lead in Maybe(AnyBlock.OfAnyKind)
        from contributors in MaybeProse
        from previous in MaybeLink
        from next in MaybeLink
        select new Header { Headline = headline, Standfirst = standfirst, Language = language, TimeZone = zone, Lead = lead, Contributors = contributors, Previous = previous, Next = next };

    public static readonly Gen<Status> Status =
        from kind in Gen.Enum<CoverageStatus>()
        from since in Instant
        from note in MaybeWords
        from resumes in MaybeInstant
        select new Status(kind, since, note, resumes);

    private static readonly Gen<SummaryPoint> SummaryPoint = Gen.Select(Prose, Instant, (text, at) => new SummaryPoint(text, at));

    public static readonly Gen<Summary> Summary = Gen.Select(List(SummaryPoint, 0, 4), MaybeInstant, (points, at) => new Summary(points, at));

    private static readonly Gen<Pin?> MaybePin = Maybe(Gen.Select(PostId, Words, Instant, (id, by, at) => new Pin(id, by, at)));

    public static readonly Gen<Coverage> Coverage =
        from header in Header
        from status in Status
        from summary in Summary
        from pin in MaybePin
        from who in Words
        from at in Instant
        from revision in Gen.Int[1, 99]
        from preamble in List(Words, 0, 3)
        select new Coverage { Slug = "port-ellis", CreatedBy = who, CreatedAt = at, Revision = revision, Header = header, Status = status, Summary = summary, Pin = pin, Preamble = preamble };

    public static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.Select(Gen.Bool, gen, (there, value) => there ? value : null);

    public static Gen<T?> MaybeValue<T>(Gen<T> gen) where T : struct => Gen.Select(Gen.Bool, gen, (there, value) => there ? value : (T?)null);

    public static Gen<ValueList<T>> List<T>(Gen<T> gen, int fewest, int most) => gen.Array[fewest, most].Select(items => ValueList.Create<T>(items));
}
