namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>The class that gives a series its colour. Six, so chosen that neighbours differ in lightness too; after them they begin anew.</summary>
internal static class Colour
{
    public const int Count = 6;

    public static string Of(int series) => series == 0 ? "s0" : $"s{(series - 1) % Count + 1}";
}
