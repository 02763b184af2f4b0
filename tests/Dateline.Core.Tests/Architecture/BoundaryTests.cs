using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Dateline.Core.Tests.Architecture;

/// <summary>Who may know whom. Drafts live in Dateline.Storage and Dateline.Desk; the reader's side cannot name either.</summary>
public sealed partial class BoundaryTests
{
    [Theory]
    [InlineData("Dateline.Core")]
    [InlineData("Dateline.Public", "Dateline.Core")]
    [InlineData("Dateline.Storage", "Dateline.Core")]
    [InlineData("Dateline.Import", "Dateline.Core")]
    [InlineData("Dateline.Media", "Dateline.Core")]
    [InlineData("Dateline.Outside", "Dateline.Core")]
    [InlineData("Dateline.Desk", "Dateline.Core", "Dateline.Media", "Dateline.Outside", "Dateline.Storage")]
    [InlineData("Dateline.Server", "Dateline.Core", "Dateline.Desk", "Dateline.Import", "Dateline.Media", "Dateline.Public", "Dateline.Storage")]
    public void A_project_knows_only_these_of_ours(string project, params string[] known) =>
        Assert.Equal(known, References($"src/{project}/{project}.csproj").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_is_named_above() =>
        Assert.Equal(8, Tree.Files("src", "*.csproj").Count());

    [Fact]
    public void The_build_itself_stops_the_readers_side_from_reaching_further() =>
        Assert.Contains(XDocument.Load(Tree.Folder("src/Dateline.Public/Dateline.Public.csproj")).Descendants("Target"), target => (string?)target.Attribute("Name") == "PublicSeesCoreOnly");

    [Fact]
    public void One_room_alone_asks_other_peoples_servers()
    {
        var asking = Tree.Files("src", "*.cs").Where(file => !file.Contains("Dateline.Outside", StringComparison.Ordinal) && Asking().IsMatch(Tree.Read(file)));
        Assert.Empty(asking);
    }

    [GeneratedRegex(@"\b(HttpClient|HttpClientHandler|SocketsHttpHandler|HttpMessageInvoker|WebRequest|TcpClient|Dns)\b")]
    private static partial Regex Asking();

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Tree.Folder(project)).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
}
