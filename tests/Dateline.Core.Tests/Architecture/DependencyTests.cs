using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Dateline.Core.Tests.Architecture;

/// <summary>dependencies.md names everything we take from others.</summary>
public sealed class DependencyTests
{
    private static readonly HashSet<string> Documented =
    [
        .. Tree.Read("dependencies.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]),
    ];

    [Fact]
    public void Every_package_that_the_build_may_take_is_in_dependencies_md() =>
        Assert.Empty(FromNuGet().Except(Documented));

    [Fact]
    public void Every_package_that_the_web_parts_take_is_in_dependencies_md() =>
        Assert.Empty(FromNpm().Except(Documented));

    [Fact]
    public void Every_line_of_a_package_says_licence_place_and_reason() =>
        Assert.All(Tree.Read("dependencies.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)), line =>
        {
            var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(4, cells.Length);
            Assert.All(cells, cell => Assert.NotEmpty(cell));
        });

    private static IEnumerable<string> FromNuGet() =>
        XDocument.Load(Tree.Folder("Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);

    private static IEnumerable<string> FromNpm() => Tree.Files("web", "package.json").Concat(Tree.Files("tests", "package.json")).SelectMany(file =>
    {
        using var package = JsonDocument.Parse(Tree.Read(file));
        return new[] { "dependencies", "devDependencies" }
            .Where(part => package.RootElement.TryGetProperty(part, out _))
            .SelectMany(part => package.RootElement.GetProperty(part).EnumerateObject().Select(entry => entry.Name))
            .ToList();
    });
}
