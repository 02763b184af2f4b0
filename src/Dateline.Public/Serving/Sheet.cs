using System.Text;

namespace Dateline.Public.Serving;

/// <summary>An answer ready to be sent to anyone: its bytes in the forms that clients like, and the headers that go with them.</summary>
public sealed record Sheet
{
    private Forms _body;

    private Sheet(int status, string contentType, Forms body, string tag) => (Status, ContentType, _body, ETag) = (status, contentType, body, tag);

    public int Status { get; }

    public string ContentType { get; }

    /// <summary>The body. A set of smaller forms may take its place: whoever sends one takes it from here once.</summary>
    public Forms Body => Volatile.Read(ref _body);

    /// <summary>Weak, since one tag stands for every encoding.</summary>
    public string ETag { get; }

    /// <summary>Names what is in it, so that a cache in between can be told to let it go.</summary>
    public string CacheTag { get; init; } = "";

    /// <summary>How caches may keep it, where it is not kept as pages are.</summary>
    public string? Caching { get; init; }

    /// <summary>When the clock alone makes it out of date.</summary>
    public DateTimeOffset? StaleAt { get; init; }

    /// <summary>When it was put on the shelf, in the clock's ticks.</summary>
    public long MadeAt { get; init; }

    /// <summary>True for a page of HTML, which goes with the security policy.</summary>
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public static Sheet Html(string html, int status = 200) => Of("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), status);

    public static Sheet Of(string contentType, byte[] body, int status = 200) =>
        new(status, contentType, Forms.Of(body), $"W/\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 12))}\"");

    /// <summary>Makes the forms that were asked for as small as they get. The plain one, and so the tag, stays what it is.</summary>
    public async Task Press() => Volatile.Write(ref _body, await Body.Pressed());
}
