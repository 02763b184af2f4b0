using System.Text;

namespace Dateline.Public.Serving;

/// <summary>An answer ready to be sent to anyone: its bytes in every encoding, and the headers that go with them.</summary>
public sealed record Sheet
{
    private Sheet(int status, string contentType, byte[][] bodies, string tag) => (Status, ContentType, Bodies, ETag) = (status, contentType, bodies, tag);

    public int Status { get; }

    public string ContentType { get; }

    public IReadOnlyList<byte[]> Bodies { get; }

    /// <summary>Weak, since one tag stands for every encoding.</summary>
    public string ETag { get; }

    /// <summary>Names what is in it, so that a cache in between can be told to let it go.</summary>
    public string CacheTag { get; init; } = "";

    /// <summary>When the clock alone makes it out of date.</summary>
    public DateTimeOffset? StaleAt { get; init; }

    /// <summary>True for a page of HTML, which goes with the security policy.</summary>
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public static Sheet Html(string html, int status = 200) => Of("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), status);

    public static Sheet Of(string contentType, byte[] body, int status = 200) =>
        new(status, contentType, Encodings.All(body), $"W/\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 12))}\"");
}
