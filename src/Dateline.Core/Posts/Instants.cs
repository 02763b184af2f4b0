using System.Globalization;

namespace Dateline.Core.Posts;

/// <summary>Instants as text: always UTC, always with Z, no more digits than needed.</summary>
public static class Instants
{
    /// <summary>As JSON and HTML carry an instant (RFC 3339): <c>2025-02-17T21:09:00Z</c>.</summary>
    public static string Write(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.') + "Z";
}
