namespace Dateline.Media.Originals;

/// <summary>A store of the S3 protocol that originals are kept in (<c>DATELINE_S3__…</c>). Its credentials are found as all of Amazon's programs find them: in the environment, a profile, or the machine's role.</summary>
public sealed record StoreSettings
{
    public required string Bucket { get; init; }

    /// <summary>Where the store answers; null for Amazon's own, in <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; init; }

    public required string Region { get; init; }

    /// <summary>Whether the bucket stands in the path of an address and not in its host, as most stores of one's own want it.</summary>
    public bool PathStyle { get; init; }

    /// <summary>What every key begins with: empty, or ending with a slash.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The most bytes of originals that lie on this machine to work from; those not used for longest go.</summary>
    public long MostNear { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The store as a sentence names it.</summary>
    public string Place => Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"Amazon S3 in {Region}";
}
