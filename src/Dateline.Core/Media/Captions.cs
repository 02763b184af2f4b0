using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Media;

/// <summary>Captions as they are served: WebVTT (W3C) written anew by us, with what it says and when, and nothing else of the file.</summary>
/// <remarks>SubRip (<c>.srt</c>), which most editing programs write, is read too. Styles, regions and notes are left out: a reader's browser decides how captions look.</remarks>
public static partial class Captions
{
    /// <summary>The most bytes of a file: two hours of talk are some two hundred thousand.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The most captions in it.</summary>
    public const int Most = 20_000;

    /// <summary>Whether a file that begins so means to be captions.</summary>
    public static bool Opens(string opening) => opening.StartsWith("WEBVTT", StringComparison.Ordinal) || SubRip().IsMatch(opening);

    /// <summary>The captions as they are served, or what is wrong with them and in which line.</summary>
    public static Result<string> Read(string text)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        var written = new StringBuilder("WEBVTT\n");
        var (count, last) = (0, TimeSpan.Zero);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains("-->", StringComparison.Ordinal)) continue;
            if (Timing().Match(lines[i]) is not { Success: true } timing) return Wrong(i, "write the times as 00:01:02.500 --> 00:01:05.000");
            var (from, to) = (Time(timing, "from"), Time(timing, "to"));
            if (to <= from) return Wrong(i, "this caption ends before it begins");
            if (from < last) return Wrong(i, "this caption begins before the one above it; put them in order");
            if (++count > Most) return Wrong(i, $"there are more than {Most:N0} captions; cut the recording into parts");
            last = from;
            written.Append('\n').Append(Written(from)).Append(" --> ").Append(Written(to)).Append(Settings(timing.Groups["settings"].Value)).Append('\n');
            for (i++; i < lines.Length && lines[i].Trim().Length > 0; i++)
            {
                if (lines[i].Contains("-->", StringComparison.Ordinal)) return Wrong(i, "put an empty line between two captions");
                written.Append(Printable(lines[i])).Append('\n');
            }
        }
        return count > 0 ? written.ToString() : Refusal.OfFile("There is no caption in this file. Save captions as WebVTT or SubRip, with their times, and send that.");
    }

    private static TimeSpan Time(Match timing, string which)
    {
        var groups = timing.Groups;
        var hours = groups[$"{which}h"].Success ? Number($"{which}h") : 0;
        return new TimeSpan(0, hours, Number($"{which}m"), Number($"{which}s"), Number($"{which}t"));

        int Number(string name) => int.Parse(groups[name].Value, CultureInfo.InvariantCulture);
    }

    private static string Written(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm\\:ss\\.fff}");

    // Where a caption stands, so that it does not hide what is told in writing; nothing else.
    private static string Settings(string settings) =>
        string.Concat(settings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(setting => Setting().IsMatch(setting)).Select(setting => $" {setting}"));

    private static string Printable(string line) => string.Concat(line.Where(sign => !char.IsControl(sign) || sign == '\t'));

    private static Refusal Wrong(int line, string what) => Refusal.OfFile($"Line {line + 1} of the captions: {what}.");

    [GeneratedRegex(@"^\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d,\d{3}\s*-->", RegexOptions.CultureInvariant)]
    private static partial Regex SubRip();

    [GeneratedRegex(@"^\s*((?<fromh>\d{1,3}):)?(?<fromm>[0-5]\d):(?<froms>[0-5]\d)[.,](?<fromt>\d{3})\s*-->\s*((?<toh>\d{1,3}):)?(?<tom>[0-5]\d):(?<tos>[0-5]\d)[.,](?<tot>\d{3})(?<settings>\s.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Timing();

    [GeneratedRegex(@"^((line|position):-?\d{1,3}(\.\d{1,3})?%?(,(start|center|end|line-left|line-right))?|size:\d{1,3}(\.\d{1,3})?%|align:(start|center|end|left|right)|vertical:(rl|lr))$", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
