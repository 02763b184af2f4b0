using System.Text;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Import.Tests;

/// <summary>The captures that tests read, and how a test says what is in them.</summary>
internal static class Captures
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Manuscript Read(string name, int? year = null, DateOnly? date = null, string? timeZone = null) =>
        Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "captures", name + ".txt")), year, date, timeZone);

    public static Manuscript Of(string text, int? year = null, DateOnly? date = null, string? timeZone = null)
    {
        var options = new ImportOptions { Format = SourceFormat.Capture, Slug = "test", Now = Now, Year = year, Date = date, TimeZone = timeZone };
        return Importer.Read(Encoding.UTF8.GetBytes(text), options).Value;
    }

    public static string Refusal(byte[] bytes, SourceFormat? format = null) =>
        Importer.Read(bytes, new ImportOptions { Now = Now, Slug = "test", Format = format }).Refusal!.Sentence;

    /// <summary>A block in one line: its kind and its words.</summary>
    public static string Short(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text!.PlainText,
        Subheading heading => $"## {heading.Text!.PlainText}",
        ListBlock list => $"{(list.Ordered ? "1." : "•")} {Items(list.Items!)}",
        Image image => $"image {image.Alt} | {image.Credit} | {image.Caption?.PlainText}",
        Video video => $"video {video.Url}{video.Caption?.PlainText}",
        Quote quote => $"quote {quote.Text!.PlainText} | {quote.Attribution}",
        Embed embed => $"embed {embed.Url} | {embed.Text?.PlainText}",
        Table table => $"table {string.Join(",", table.Columns!)}: {string.Join("; ", table.Rows!.Select(row => string.Join(",", row)))}",
        Divider => "---",
        Gallery gallery => $"gallery {string.Join(", ", gallery.Items!.Select(item => item.Alt))} | {gallery.Caption?.PlainText}",
        _ => block.ToString(),
    };

    public static IEnumerable<string> Short(PublicPost post) => post.Blocks.Select(Short);

    private static string Items(ValueList<ListItem> items) =>
        string.Join(" / ", items.Select(item => item.Text!.PlainText + (item.Items is { } inner ? $" ({Items(inner)})" : "")));
}
