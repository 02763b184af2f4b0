using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Assembly;

/// <summary>The last step of reading a foreign source: found posts are put in order, held to the limits, named and checked.</summary>
internal static class Shelf
{
    /// <summary>The manuscript with these posts, given in the order of the source.</summary>
    public static Result<Manuscript> Fill(Manuscript manuscript, IReadOnlyList<FoundPost> found, ImportOptions options, Remarks remarks)
    {
        manuscript = manuscript with { Slug = options.Slug ?? manuscript.Slug ?? options.SlugOtherwise, Headline = options.Headline ?? manuscript.Headline };
        if (CoverageRules.Check(manuscript) is { Count: > 0 } problems) return Refusal.Of(problems);
        if (!Fitted(InOrder(found, remarks), remarks).Try(out var fitted, out var refusal)) return refusal;
        if (fitted.Count == 0) return new Refusal(RefusalKind.Invalid, "No posts were found in this source: what looks like posts has neither headlines nor words.");
        return manuscript with { Posts = Named(fitted, manuscript.Slug), Warnings = remarks.All };
    }

    // A source may stand the other way round (oldest first); otherwise posts that show the same time stay as they stood.
    private static IEnumerable<FoundPost> InOrder(IReadOnlyList<FoundPost> found, Remarks remarks)
    {
        var pairs = found.Zip(found.Skip(1), (upper, lower) => lower.Time.At.CompareTo(upper.Time.At)).ToList();
        var rising = pairs.Count(step => step > 0);
        if (rising == 0) return found;
        if (rising > pairs.Count(step => step < 0)) return found.Reverse().OrderByDescending(post => post.Time.At);
        remarks.Add(0, "Some posts stand out of the order of their times; they were put in that order.");
        return found.OrderByDescending(post => post.Time.At);
    }

    private static Result<List<FoundPost>> Fitted(IEnumerable<FoundPost> found, Remarks remarks)
    {
        List<FoundPost> fitted = [];
        foreach (var source in found)
        {
            var post = source.Content.IsBlank ? source.Worded() : source;
            if (post.Content.IsBlank)
            {
                remarks.Add(post.Line, "A post with nothing in it was left out.");
                continue;
            }
            if (post != source) remarks.Add(post.Line, $"This post has neither headline nor words; what stands at its top was kept as a paragraph: {Remarks.Quote(((Paragraph)post.Blocks[0]).Text!.PlainText)}");
            if (post.Content.Check(toPublish: true).Count == 0)
            {
                fitted.Add(post);
                continue;
            }
            foreach (var part in Fitting.Split(post, remarks))
            {
                if (part.Content.Check(toPublish: true) is [var problem, ..]) return Refused(post, fitted.Count, problem);
                fitted.Add(part);
            }
        }
        return fitted;
    }

    private static Refusal Refused(FoundPost post, int place, Problem problem)
    {
        var where = post.Line > 0 ? $"the post at line {post.Line:N0}" : $"post {place + 1:N0}";
        var sentence = $"In {where} ({Remarks.Quote(post.Headline ?? "without a headline")}): {problem.Sentence}";
        return new Refusal(RefusalKind.Invalid, sentence, [new Problem($"posts[{place}].{problem.Path}", sentence)]);
    }

    private static ValueList<PublicPost> Named(List<FoundPost> posts, string? slug)
    {
        var names = new PostNames(slug);
        var named = new PublicPost[posts.Count];
        for (var i = posts.Count - 1; i >= 0; i--)
        {
            var post = posts[i];
            named[i] = new PublicPost
            {
                Id = names.Next(post),
                Ordinal = posts.Count - i,
                Headline = post.Headline,
                Label = post.Label,
                BreakingSince = post.Breaking ? post.Time.At : null,
                Bylines = post.Bylines,
                Time = post.Time,
                FirstPublishedAt = post.Time.At,
                UpdatedAt = post.UpdatedAt,
                Blocks = post.Content.WithBlockIds().Blocks,
            };
        }
        return [.. named];
    }
}
