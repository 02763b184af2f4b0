using Dateline.Core.Blocks;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Where the names of rows have room.</summary>
public enum Names
{
    /// <summary>Beside their strips.</summary>
    Beside,

    /// <summary>On a phone above their strips, on a wider screen beside them.</summary>
    AboveOnPhones,

    /// <summary>Above their strips.</summary>
    Above,
}

/// <summary>A chart as rows under each other, each with its own name and number beside it: nothing has to be looked up.</summary>
/// <param name="After">The room for numbers after the strips, as a step of <see cref="Rooms"/>.</param>
/// <param name="Before">The same before them.</param>
/// <param name="Names">Where names have room.</param>
public sealed record RowsPlot(IReadOnlyList<Row> Rows, Scale Scale, int After, int Before, Names Names)
{
    /// <summary>Steps of room for a number, in pixels; the stylesheet has a class for each.</summary>
    public static readonly int[] Rooms = [0, 32, 48, 64, 84, 108, 136];

    /// <summary>What a phone of 320 pixels leaves to a chart, and to a strip beside a name.</summary>
    public const double Narrowest = 288, NarrowestBeside = 184;

    private const double LeastStrip = 84;

    // About two lines beside a strip on the narrowest phone, and on a wider screen.
    private const double MostBeside = 160, MostWordBeside = 88, Wider = 2.1;

    public static RowsPlot Of(ChartType type, ChartData data, Figures figures, bool coloured, Scale? sharedScale = null)
    {
        var scale = sharedScale ?? ScaleOf(type, data);
        var rows = RowMaker.For(type, data, scale, figures, coloured).ToList();
        var tags = rows.SelectMany(row => row.Strip?.Tags ?? []).ToList();
        var (after, before) = (Room(tags.Where(tag => !tag.Before)), Room(tags.Where(tag => tag.Before)));
        if (after is null || before is null || Narrowest - Rooms[after.Value] - Rooms[before.Value] < LeastStrip)
            return new RowsPlot([.. rows.Select(InWords)], scale, 0, 0, Names.Above);
        var beside = Fit(rows, 1) && NarrowestBeside - Rooms[after.Value] - Rooms[before.Value] >= LeastStrip;
        return new RowsPlot(rows, scale, after.Value, before.Value, beside ? Names.Beside : Fit(rows, Wider) ? Names.AboveOnPhones : Names.Above);
    }

    private static bool Fit(List<Row> rows, double times) =>
        rows.All(row => TextWidth.Of(row.Name, Tag.Size) <= MostBeside * times && row.Name.Split(' ').All(word => TextWidth.Of(word, Tag.Size) <= MostWordBeside * times));

    public static Scale ScaleOf(ChartType type, ChartData data) => type switch
    {
        ChartType.StackedBar => Scale.OfLengths(data.Rows.SelectMany(row => new[] { RowMaker.Stack(row, up: true), RowMaker.Stack(row, up: false) })),
        ChartType.Dot or ChartType.Range => Scale.OfPlaces([.. data.Numbers]),
        _ => Scale.OfLengths(data.Numbers),
    };

    // Numbers that no phone has room for beside a bar stand with the name, where they may take a line of their own.
    private static Row InWords(Row row) => row.Strip is not { Tags.Count: > 0 } strip ? row
        : row with { Strip = strip with { Tags = [] }, Number = string.Join(" – ", strip.Tags.OrderBy(tag => tag.At).Select(tag => tag.Text)) };

    private static int? Room(IEnumerable<Tag> tags)
    {
        var widest = tags.Select(tag => tag.Width).DefaultIfEmpty(0).Max();
        var room = Array.FindIndex(Rooms, room => room >= widest);
        return room < 0 ? null : room;
    }
}
