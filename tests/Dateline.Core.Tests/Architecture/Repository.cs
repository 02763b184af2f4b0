using System.Xml.Linq;

namespace Dateline.Core.Tests.Architecture;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static readonly DirectoryInfo Root = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string relative) => Path.Combine(Root.FullName, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    public static XDocument Xml(string relative) => XDocument.Load(PathOf(relative));

    /// <summary>Every file of this name pattern under a folder, without what was built or installed there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        if (!Directory.Exists(PathOf(folder))) return [];
        var made = new[] { "bin", "obj", "node_modules", "dist", "artifacts" };
        return Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root.FullName, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(made).Any());
    }

    private static DirectoryInfo Above(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent;
        return folder ?? throw new InvalidOperationException("These tests run from within the source tree: no Dateline.slnx was found above them.");
    }
}
