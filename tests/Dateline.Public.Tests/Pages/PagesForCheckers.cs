using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class PagesForCheckers
{
    /// <summary>Leaves the pages under artifacts/pages, where the Nu checker and axe take them from.</summary>
    [Fact]
    public async Task A_page_of_every_sort_is_written_out_whole()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Styles.Root(), "artifacts", "pages"));
        foreach (var (name, page) in await WholePages.All())
        {
            Assert.StartsWith("<!DOCTYPE html>", page.TrimStart(), StringComparison.Ordinal);
            Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.html"), page, TestContext.Current.CancellationToken);
        }
    }
}
