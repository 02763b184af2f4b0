using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Import.Tests;

/// <summary>Live pages of any content, for laws.</summary>
internal static class Pages
{
    private static readonly Gen<string> Words = Gen.OneOf(new[] { "Water rises", "«Пять» мостов", "مدينة", "Mind the <b>gap</b> & \"quotes\"", "🚢 arrives", "Line\nbreak" }.Select(words => Gen.Const(words)).ToArray());
    private static readonly Gen<DateTimeOffset> At = Gen.Long[0, 4_000_000_000].Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(seconds % 10_000_000));
    private static readonly Gen<Run> Runs = Gen.Select(Words, Gen.Bool, Gen.Bool, (text, strong, linked) => new Run(text, strong ? [Mark.Strong, Mark.Code] : null, linked ? "https://news.example/a?b=1&c=2" : null));
    private static readonly Gen<RichText> Rich = Runs.Array[1, 3].Select(runs => new RichText([.. runs]));

    private static readonly Gen<Block> Blocks = Gen.OneOf(
        Rich.Select(Block (text) => new Paragraph { Text = text }),
        Rich.Select(Block (text) => new Subheading { Text = text }),
        Gen.Select(Rich, Rich, Block (one, two) => new ListBlock { Ordered = true, Items = [new ListItem { Text = one, Items = [new ListItem { Text = two }] }] }),
        Gen.Select(Rich, Words, Block (text, by) => new Quote { Text = text, Attribution = by }),
        Gen.Select(Words, Rich, Block (alt, caption) => new Image { Alt = alt, Caption = caption, CreditKind = CreditKind.Pool, FocalPoint = new FocalPoint(0.25, 0.5) }),
        Words.Select(Block (words) => new Table { Columns = ["Town", "mm"], Rows = [[words, 12.50m], [default, new Cell("–")]] }),
        Gen.Const<Block>(new Divider()));

    private static readonly Gen<ShownTime> Times = Gen.Select(At, Gen.Int[0, 2], (at, kind) => kind switch
    {
        0 => new ShownTime(at),
        1 => new ShownTime(at, Known: false),
        _ => new ShownTime(new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero), Known: false),
    });

    private static readonly Gen<PublicPost> Published = Gen.Select(Gen.Guid, Times, Words, Blocks.Array[0, 4], At, Gen.Int[0, 31]).Select((id, time, words, blocks, at, bits) => new PublicPost
    {
        Id = new PostId(id),
        Revision = 1 + bits,
        Ordinal = bits * 1_000_000_000L,
        Headline = words,
        Label = (bits & 3) switch { 0 => null, 1 => new Label("analysis"), _ => new Label("tide-watch", "Tide Watch") },
        BreakingSince = (bits & 4) > 0 ? at : null,
        KeyEvent = (bits & 8) > 0,
        Bylines = (bits & 16) > 0 ? [new Byline { Name = words, Role = "Reporter", Location = "Aby", Kind = BylineKind.Team }] : [],
        Time = time,
        FirstPublishedAt = at,
        UpdatedAt = (bits & 4) > 0 ? at.AddMinutes(5) : null,
        Corrections = (bits & 8) > 0 ? [new Correction(at, words)] : [],
        Blocks = [.. blocks.Select((block, i) => block with { Id = $"b{i + 1}" })],
    });

    private static readonly Gen<PublicPost> Withdrawn = Gen.Select(Published, Words, At, (post, words, at) => new PublicPost
    {
        Id = post.Id,
        Revision = post.Revision,
        Ordinal = post.Ordinal,
        Time = post.Time,
        FirstPublishedAt = post.FirstPublishedAt,
        Withdrawn = new Notice(at, words),
    });

    public static readonly Gen<Manuscript> All = Gen.Select(Gen.Frequency((5, Published), (1, Withdrawn)).Array[0, 8], Words, Rich, At, Gen.Bool).Select((posts, words, rich, at, full) => new Manuscript
    {
        Slug = "lower-dale",
        Headline = words,
        Standfirst = full ? words : null,
        Language = full ? "ar" : null,
        TimeZone = "Europe/London",
        Status = full ? CoverageStatus.Paused : null,
        StatusNote = full ? words : null,
        ResumesAt = full ? at : null,
        Summary = full ? [rich, rich] : [],
        SummaryUpdatedAt = full ? at : null,
        Lead = full ? new Video { Id = "lead", Caption = rich } : null,
        Contributors = full ? rich : null,
        Previous = full ? new PageLink("/live/yesterday", words) : null,
        Next = full ? new PageLink("https://news.example/tomorrow") : null,
        Pinned = full && posts.Length > 0 ? posts[0].Id : null,
        Preamble = full ? [words, "another"] : [],
        Posts = [.. posts],
    });
}
