using System.Globalization;

namespace Dateline.Core.Posts;

/// <summary>The time a post shows, which is also its place on the page.</summary>
/// <param name="At">The instant, in UTC. When only the day is known its date (read in UTC) is that day, and its time of day serves only to keep the source's order.</param>
/// <param name="Known">False when only the day is known.</param>
public readonly record struct ShownTime(DateTimeOffset At, bool Known = true)
{
    /// <summary>How a time is written, for those who wrote it otherwise.</summary>
    public const string Sentence = "A time is written with its date and offset, such as 2026-11-23T19:16:00Z, or as a day, such as 2026-11-23.";

    /// <summary>Reads an instant with any offset, or a day alone (<c>2025-02-17</c>), as JSON carries them.</summary>
    public static bool TryParse(string text, bool known, out ShownTime time)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            time = new ShownTime(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Known: false);
            return true;
        }
        // A time without an offset could mean any hour, and 03/04/2026 either of two days: refused rather than guessed.
        var hasDate = text.Length > 10 && text[10] is 'T' or 't' or ' ' && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var hasOffset = hasDate && (text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > 10);
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) && hasOffset;
        time = new ShownTime(at, known);
        return read;
    }

    /// <summary>As JSON carries it: an instant with Z, or the day alone.</summary>
    public override string ToString() => !Known && At.UtcDateTime.TimeOfDay == TimeSpan.Zero ? At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Instants.Write(At);
}
