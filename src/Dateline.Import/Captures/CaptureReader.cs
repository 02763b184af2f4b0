using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Import.Assembly;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Reads the plain text of a live page, as a person copies it from a browser.</summary>
/// <remarks>
/// Five stages, each a file: lines (<see cref="LineReader"/>), posts (<see cref="SegmentReader"/>), headings (<see cref="Heading"/>),
/// times (<see cref="Calendar"/>), bodies (<see cref="BodyReader"/>). What stands before the first post is read by <see cref="Opening"/>.
/// Invariant: every line comes out as part of a post, the summary, the lead or the preamble.
/// </remarks>
internal static class CaptureReader
{
    public static Result<Manuscript> Read(string text, ImportOptions options)
    {
        var remarks = new Remarks();
        var lines = LineReader.Read(text, remarks);
        var (before, posts) = new SegmentReader(lines, remarks).Read();
        if (posts.Count == 0)
            return new Refusal(RefusalKind.Invalid, "No posts were found in this text; a post begins with its number, or with a headline and “published at” its time.");
        if (!Opening.Read(before, remarks).Try(out var opening, out var refusal)) return refusal;

        var clock = new Clock(posts, options.TimeZone, remarks);
        if (!new Calendar(posts, options, clock, remarks).Read().Try(out var times, out refusal)) return refusal;

        var found = posts.Select((post, i) => Found(post, times[i], remarks)).ToList();
        return Shelf.Fill(opening with { TimeZone = clock.TimeZone }, found, options, remarks);
    }

    private static FoundPost Found(Segment post, Core.Posts.ShownTime time, Remarks remarks)
    {
        var heading = Heading.Of(post, remarks);
        var body = new BodyReader(heading.Body, post.EndsTight, remarks).Read();
        return new FoundPost
        {
            Line = post.Line,
            Headline = heading.Headline,
            Label = heading.Label,
            Breaking = heading.Breaking,
            Bylines = [.. body.Bylines],
            Time = time,
            Blocks = body.Blocks,
        };
    }
}
