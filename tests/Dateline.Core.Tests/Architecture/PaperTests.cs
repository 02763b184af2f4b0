using System.Text.RegularExpressions;
using Xunit;

namespace Dateline.Core.Tests.Architecture;

/// <summary>What the project says about itself leads where it says.</summary>
public sealed partial class PaperTests
{
    [Fact]
    public void Every_link_and_picture_of_a_paper_is_there()
    {
        var links = Tree.Files("", "*.md").SelectMany(paper => Link().Matches(File.ReadAllText(paper)).Select(link => (Paper: paper, To: link.Groups[1].Value))).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            var target = Path.Combine(Path.GetDirectoryName(link.Paper)!, link.To);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{link.Paper} leads to {link.To}, which is not there.");
        });
    }

    // Links to files; those to the web, or within a page, are for the reader to follow.
    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)")]
    private static partial Regex Link();
}
