using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Public.Tests.Pages.Blocks.Charts;

/// <summary>Charts as writers make them, and worse: names of any length, numbers of any size, numbers that are not known.</summary>
internal static class AnyChart
{
    private static readonly string[] Words = ["Quay", "Merrow", "the", "weir", "St", "Brannoc's", "Obermerrowingen", "WWWWW", "iii", "2025", "الساحل", "محطة", "of", "Lower", "Town", "東京", "8–12%", "Łódź"];

    private static readonly Gen<string> Name = Gen.OneOf(Words).Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> LongName = Gen.OneOf(Words).Array[1, 30].Select(words => string.Join(' ', words));

    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Int[-100, 100].Select(i => (decimal)i), Gen.Int[0, 10_000_000].Select(i => i / 100m), Gen.Decimal[-1_000_000_000m, 1_000_000_000m], Gen.OneOf(0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m));

    private static readonly Gen<Cell> NumberOrNone = Gen.Frequency((9, Number.Select(number => new Cell(number))), (1, Gen.Const(default(Cell))));

    /// <summary>Any chart that a writer may publish.</summary>
    public static Gen<Chart> Of(params ChartType[] types) =>
        from type in Gen.OneOf(types)
        from unit in Gen.OneOf<string?>(null, "%", "£bn", "€", "metres")
        from apart in Gen.Bool
        from series in Gen.Frequency((4, Gen.Int[1, 6]), (1, Gen.Int[7, 19]))
        from count in Gen.Frequency((4, Gen.Int[1, 8]), (1, Gen.Int[9, 40]))
        from columns in Name.Array[series + 1]
        from rows in Gen.Select(Gen.Frequency((4, Name), (1, LongName)), NumberOrNone.Array[series], Row).Array[count]
        select new Chart { Type = type, Title = "Numbers", Unit = unit, SmallMultiples = apart, Columns = [.. columns], Rows = [.. rows] };

    private static ValueList<Cell> Row(string name, Cell[] numbers) => [name, .. numbers];
}
