using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Tests;

/// <summary>The people, the clock and the posts that the tests of the model speak of.</summary>
internal static class Newsroom
{
    public const string Reporter = "Ines Okafor";
    public const string Editor = "Tomasz Reid";

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly PostId Id = IdNumber(1);

    public static DateTimeOffset At(int minutes) => Noon.AddMinutes(minutes);

    public static PostId IdNumber(int n) => new(new Guid(n, 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));

    public static PostContent Says(string headline) => new() { Headline = headline };

    public static Paragraph Paragraph(string text) => new() { Text = RichText.Plain(text) };

    public static Post Draft(string headline = "Ferry aground off Port Ellis") => Post.Begin(Id, Says(headline), Reporter, Noon).Value;

    public static Post Filed() => Draft().File(Reporter, At(1), "Coastguard confirms by phone").Value;

    public static Post Scheduled() => Draft().ScheduleFor(At(60), Editor, At(1)).Value;

    public static Post Published() => Draft().Publish(Editor, At(2), ordinal: 7).Value;

    public static Post Withdrawn() => Published().Withdraw(Editor, At(30), "We withdrew this post: the ship was another.", "Wrong ship").Value;

    public static Post TakenDown() => Published().TakeItDown(Editor, At(30), "Court order").Value;

    public static Coverage LivePage() => Coverage.Begin("port-ellis", new CoverageEdit { Headline = "Ferry aground", Status = CoverageStatus.Live }, Editor, Noon).Value;

    public static Refusal Refused<T>(this Result<T> result) where T : notnull =>
        result.Refusal ?? throw new InvalidOperationException($"Not refused: {result.Value}");
}
