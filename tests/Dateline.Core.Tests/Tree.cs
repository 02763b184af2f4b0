namespace Dateline.Core.Tests;

/// <summary>The project's own folders, found from wherever the tests were built to.</summary>
internal static class Tree
{
    private static readonly string Root = Above(AppContext.BaseDirectory);
    private static readonly string[] Made = ["artifacts", "bin", "dist", "node_modules", "obj"];

    public static string Folder(params string[] path) => Path.Combine([Root, .. path]);

    public static string Read(string path) => File.ReadAllText(Folder(path));

    /// <summary>Every file of this name or ending under a folder, apart from what was built or installed there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        !Directory.Exists(Folder(folder)) ? []
        : Directory.EnumerateFiles(Folder(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(Made).Any());

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Dateline.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("The tests stand outside the project: no Dateline.slnx above them.");
}
