using System.Text.RegularExpressions;
using Dateline.Core.Posts;
using Xunit;

namespace Dateline.Core.Tests.Architecture;

/// <summary>Core depends on nothing: no package, no clock, no input or output.</summary>
public sealed partial class PurityTests
{
    [Fact]
    public void Core_references_nothing_but_the_framework() =>
        Assert.All(typeof(Post).Assembly.GetReferencedAssemblies(), reference =>
            Assert.True(reference.Name is "netstandard" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), $"Core references {reference.Name}."));

    [Fact]
    public void Core_never_reads_a_clock_makes_an_id_or_opens_a_file()
    {
        var files = Tree.Files("src/Dateline.Core", "*.cs").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(Impure(), Tree.Read(file)));
    }

    // The analyzer (BannedSymbols.txt) finds calls; this finds the words too, and holds even if the analyzer is taken out.
    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider|Stopwatch|Environment\.TickCount|Guid\.(NewGuid|CreateVersion7)|Random\b|HttpClient|System\.IO|async\s+Task)")]
    private static partial Regex Impure();
}
