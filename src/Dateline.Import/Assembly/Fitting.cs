using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Assembly;

/// <summary>Brings a post that is larger than a post may be into the limits: by splitting, with a remark, never by leaving something out.</summary>
internal static class Fitting
{
    // Room for headline, bylines and block ids beside the blocks.
    private const int MostBlockBytes = PostContent.MostBytes - 32 * 1024;

    /// <summary>The post in as many parts as it takes, first part first. What still breaks a limit is for the caller to refuse.</summary>
    public static IReadOnlyList<FoundPost> Split(FoundPost post, Remarks remarks)
    {
        var blocks = post.Blocks.SelectMany(BlockSplitting.Split).ToList();
        if (post.Headline is { Length: > PostContent.MostHeadline } headline)
        {
            remarks.Add(post.Line, $"This headline is longer than {PostContent.MostHeadline} characters and was kept as the first paragraph: {Remarks.Quote(headline)}");
            post = post with { Headline = null };
            blocks.InsertRange(0, RichTextSplitting.Split(RichText.Plain(headline)).Select(text => new Paragraph { Text = text }));
        }
        if (post.Bylines.Count > PostContent.MostBylines)
        {
            var further = string.Join(", ", post.Bylines.Skip(PostContent.MostBylines).Select(FoundPost.Words));
            remarks.Add(post.Line, $"This post has {post.Bylines.Count} names above it; those past {PostContent.MostBylines} were kept as its first paragraph.");
            post = post with { Bylines = [.. post.Bylines.Take(PostContent.MostBylines)] };
            blocks.InsertRange(0, RichTextSplitting.Split(RichText.Plain(further)).Select(text => new Paragraph { Text = text }));
        }
        var parts = Parts(blocks).ToList();
        if (parts.Count > 1) remarks.Add(post.Line, $"This post is larger than a post may be and was split into {parts.Count}: {Remarks.Quote(post.Headline ?? "without a headline")}");
        return [.. parts.Select((part, i) => i == 0
            ? post with { Blocks = part }
            : post with { Blocks = part, Headline = null, SourceName = $"{post.SourceName ?? post.Headline} {i + 1}" })];
    }

    private static IEnumerable<List<Block>> Parts(List<Block> blocks)
    {
        List<Block> part = [];
        var size = 0;
        foreach (var block in blocks)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(block, DatelineJson.Default.Block).Length;
            if (part.Count > 0 && (part.Count == PostContent.MostBlocks || size + bytes > MostBlockBytes))
            {
                yield return part;
                (part, size) = ([], 0);
            }
            part.Add(block);
            size += bytes;
        }
        yield return part;
    }
}
