using System.Text;

namespace Dateline.Public.Serving;

/// <summary>An answer ready to be sent to anyone: its bytes in every encoding, and the headers that go with them.</summary>
public sealed record Sheet
{
    private byte[][] _bodies;

    private Sheet(int status, string contentType, byte[][] bodies, string tag) => (Status, ContentType, _bodies, ETag) = (status, contentType, bodies, tag);

    public int Status { get; }

    public string ContentType { get; }

    /// <summary>The body in every form, by <see cref="ContentEncoding"/>. Another, smaller set may take its place: whoever sends one takes it from here once.</summary>
    public IReadOnlyList<byte[]> Bodies => Volatile.Read(ref _bodies);

    /// <summary>Weak, since one tag stands for every encoding.</summary>
    public string ETag { get; }

    /// <summary>Names what is in it, so that a cache in between can be told to let it go.</summary>
    public string CacheTag { get; init; } = "";

    /// <summary>When the clock alone makes it out of date.</summary>
    public DateTimeOffset? StaleAt { get; init; }

    /// <summary>When it was put on the shelf, in the clock's ticks.</summary>
    public long MadeAt { get; init; }

    /// <summary>Whether its compressed forms are as small as they get.</summary>
    public bool IsPressed { get; private set; }

    /// <summary>True for a page of HTML, which goes with the security policy.</summary>
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public static Sheet Html(string html, int status = 200) => Of("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), status);

    public static Sheet Of(string contentType, byte[] body, int status = 200) =>
        new(status, contentType, Encodings.All(body, Effort.Quick), $"W/\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 12))}\"");

    /// <summary>Makes the compressed forms as small as they get. The plain one, and so the tag, stays what it is.</summary>
    public void Press()
    {
        Volatile.Write(ref _bodies, Encodings.All(_bodies[0], Effort.Best));
        IsPressed = true;
    }
}
