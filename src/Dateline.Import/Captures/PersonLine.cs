using System.Text.RegularExpressions;
using Dateline.Core.Posts;

namespace Dateline.Import.Captures;

/// <summary>Tells by its shape whether a line names people, or says what they do.</summary>
internal static partial class PersonLine
{
    private const int LongestRole = 120;

    /// <summary>The names in a line: one, or several joined by "and" or commas; none when it is no line of names.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        if (text.Length > LongestRole || Words.EndsAsSentence(text)) return [];
        var names = Joint().Split(By().Replace(text, "")).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        return names.Count > 0 && names.All(IsName) ? names : [];
    }

    public static bool IsNames(string text) => Names(text).Count > 0;

    public static bool IsBy(string text) => By().IsMatch(text);

    /// <summary>Two to five words, each beginning as a name does, and none that a heading would begin with.</summary>
    private static bool IsName(string text) => Words.AllCapitalised(text, fewest: 2, most: 6) && !HeadingWord().IsMatch(text);

    /// <summary>A team or desk rather than a person.</summary>
    public static bool IsTeam(string text) => Words.AllCapitalised(text, fewest: 2, most: 6) && Team().IsMatch(text);

    /// <summary>True for words that say what somebody does or for whom.</summary>
    public static bool IsRole(string text) => HasRoleShape(text) && Role().IsMatch(text);

    /// <summary>True for a line that can say what somebody does.</summary>
    public static bool HasRoleShape(string text) => text.Length <= LongestRole && char.IsLetter(text[0]) && !Words.EndsAsSentence(text) && !Markers.IsAny(text);

    public static BylineKind KindOf(string name) => IsTeam(name) ? BylineKind.Team : BylineKind.Person;

    /// <summary>Parts a role from "reporting from" a place.</summary>
    public static (string? Role, string? Location) WithLocation(string text)
    {
        var match = From().Match(text);
        if (!match.Success) return (text.Length == 0 ? null : text, null);
        var role = match.Groups[1].Value.Trim(' ', ',');
        return (role.Length == 0 ? null : role, match.Groups[2].Value.Trim());
    }

    [GeneratedRegex(@"^By:?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(.*?)(?:^|[,\s]\s*)reporting (?:live )?from (.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:correspondent|editor|reporter|reporting|reports|journalist|producer|presenter|analyst|writer|columnist|commentator|photographer|researcher|specialist|expert|author|host|chief|bureau|desk|team|service|newsroom|news|sport|verify|monitoring|radio|television|tv|bbc|unit|agency|staff)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:Team|Desk|Service|Newsroom|Unit|Bureau|Staff|Verify|Monitoring|News|BBC|Reporters|Correspondents)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Team();

    [GeneratedRegex(@"^(?:What|How|Why|Who|When|Where|Is|Are|Was|Will|Can|The|A|An|In|On|At|For|From|Latest|Key|Live|Breaking|Further|Read|Watch|Listen|Analysis|Coming|More|Our|Your|We|It|This|That|These|Good)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingWord();
}
