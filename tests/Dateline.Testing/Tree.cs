namespace Dateline.Testing;

/// <summary>The project's own files, found from wherever the tests were built to.</summary>
public static class Tree
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Dateline.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("The tests stand outside the project: no Dateline.slnx above them.");
}
