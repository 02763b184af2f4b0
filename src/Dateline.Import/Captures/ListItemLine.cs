using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>A line that is an item of a list.</summary>
/// <param name="Text">What the item says.</param>
/// <param name="Number">Its number, in a numbered list.</param>
/// <param name="Sure">False for a dash, which may also begin a line of speech.</param>
internal readonly partial record struct ListItemLine(string Text, int? Number, bool Sure)
{
    public static ListItemLine? Of(Line line)
    {
        if (PostNumber.Of(line) is { Rest.Length: > 0 } number) return new ListItemLine(number.Rest, number.Value, true);
        var match = Bullet().Match(line.Text);
        if (!match.Success) return null;
        return new ListItemLine(match.Groups[2].Value, null, match.Groups[1].ValueSpan is not ("-" or "–" or "—"));
    }

    [GeneratedRegex(@"^([•‣◦▪▫●○∙·*–—-])\s+(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
