using System.Text.RegularExpressions;

namespace Dateline.Public.Tests.Pages;

/// <summary>The reader's stylesheet as it stands in the tree, its files put together in the order of their imports.</summary>
internal static partial class Styles
{
    public static readonly string Folder = Path.Combine(Root(), "web", "reader", "styles");

    public static readonly string Text = Import().Replace(File.ReadAllText(Path.Combine(Folder, "reader.css")), import => File.ReadAllText(Path.Combine(Folder, import.Groups[1].Value)));

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the tree.");
        return folder.FullName;
    }

    [GeneratedRegex("""@import "\./([a-z]+\.css)";""")]
    private static partial Regex Import();
}
