namespace Dateline.Core.Tests;

/// <summary>The project's own folders, found from wherever the tests were built to.</summary>
internal static class Tree
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    public static string Folder(params string[] path) => Path.Combine([Root, .. path]);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Dateline.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("The tests stand outside the project: no Dateline.slnx above them.");
}
