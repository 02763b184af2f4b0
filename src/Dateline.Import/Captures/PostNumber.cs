using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>A number at the beginning of a line: a post's, or a list item's.</summary>
/// <param name="Value">The number.</param>
/// <param name="Rest">What follows it.</param>
internal readonly partial record struct PostNumber(int Value, string Rest)
{
    public static PostNumber? Of(Line line)
    {
        if (line.IsBlank || !char.IsAsciiDigit(line.Text[0])) return null;
        var match = Shape().Match(line.Text);
        return match.Success ? new PostNumber(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), match.Groups[2].Value) : null;
    }

    [GeneratedRegex(@"^(\d{1,5})\.(?:\s+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
