using Xunit;

namespace Dateline.Browser;

/// <summary>Programs that only tests need. Where one is missing a test is skipped and says so; in CI it fails.</summary>
internal static class Tools
{
    public static void Need(string path, string name, string remedy)
    {
        if (File.Exists(path)) return;
        var sentence = $"{name} is not here ({path}): {remedy}.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", sentence);
        Assert.Skip(sentence);
    }

    /// <summary>Where a program of this name lies on the path.</summary>
    public static string Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? name;
}
