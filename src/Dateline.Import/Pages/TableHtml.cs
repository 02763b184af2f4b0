using System.Globalization;
using AngleSharp.Dom;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads tables of data. One that is too wide, has a single row, or only arranges other things is read as what it holds.</summary>
internal static class TableHtml
{
    private const int MostColumns = 20;
    private const int MostRows = 500;
    private const int MostCell = 1_000;

    public static IEnumerable<Block> Read(IElement table, BodyContext context)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).Select(row => Cells(row, context)).Where(row => row.Count > 0).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (rows.Count < 2 || width > MostColumns || table.QuerySelector(Elements.Media) is not null || rows.Any(row => row.Any(cell => cell.Length > MostCell))) return AsText(table, context);
        if (table.QuerySelector("a[href]") is not null) context.Remark("The links in a table were left out, their words were kept.");
        foreach (var row in rows)
            while (row.Count < width) row.Add("");
        var caption = table.QuerySelectorAll("caption").FirstOrDefault(caption => caption.Closest("table") == table) is { } said ? Words(said, context) : "";
        return rows.Skip(1).Chunk(MostRows).Select(chunk => new Table
        {
            Caption = caption.Length == 0 ? null : RichText.Plain(caption),
            Columns = [.. rows[0]],
            Rows = [.. chunk.Select(row => (ValueList<Cell>)[.. row.Select(cell => new Cell(cell))])],
        });
    }

    private static List<string> Cells(IElement row, BodyContext context)
    {
        var cells = new List<string>();
        foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            cells.Add(Words(cell, context));
            var span = int.TryParse(cell.GetAttribute("colspan"), CultureInfo.InvariantCulture, out var columns) ? Math.Min(columns, MostColumns) : 1;
            for (var i = 1; i < span; i++) cells.Add("");
        }
        return cells;
    }

    private static string Words(IElement element, BodyContext context)
    {
        var flow = new TextFlow();
        foreach (var (text, _) in Elements.Texts(element, Style.Plain, context)) flow.Append(text, Style.Plain);
        return flow.Take()?.PlainText ?? "";
    }

    // Each cell by itself, in reading order.
    private static List<Block> AsText(IElement table, BodyContext context) =>
        [.. table.QuerySelectorAll("caption, td, th").Where(part => part.Closest("table") == table).SelectMany(part => BodyHtml.Read(part, context))];
}
