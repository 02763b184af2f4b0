using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;

namespace Dateline.Desk.Media;

/// <summary>The field in which somebody says when the right to show a picture or a recording ends.</summary>
internal static class EndOfRights
{
    public const string Field = "notAfter";

    /// <summary>The instant in it; null when it is left out, empty, or a problem.</summary>
    public static DateTimeOffset? Read(Fields fields, Problems problems)
    {
        if (fields.Text(Field)?.Trim() is not { Length: > 0 } text) return null;
        if (ShownTime.TryParse(text, known: true, out var time) && time.Known) return time.At;
        problems.Add(Field, "Say when the right to show it ends, with date and offset, such as 2026-12-31T23:59:00Z.");
        return null;
    }
}
