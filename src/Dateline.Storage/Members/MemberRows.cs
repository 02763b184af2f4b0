namespace Dateline.Storage.Members;

/// <summary>A name that somebody bears or bore. A name is never given to another person: what it wrote would become theirs.</summary>
internal sealed class NameRow
{
    /// <summary>The name as names are compared.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    public required string MemberId { get; set; }
}

/// <summary>A device that is signed in. What it holds is 256 random bits; here is their SHA-256.</summary>
internal sealed class SessionRow
{
    /// <summary>Names the session in lists; opens nothing.</summary>
    public required string Id { get; set; }

    public required string Hash { get; set; }

    public required string MemberId { get; set; }

    public DateTimeOffset BegunAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public required string Way { get; set; }

    public required string Device { get; set; }

    public required string Address { get; set; }
}

/// <summary>A sign-in link that waits to be used; used, replaced or taken back it is deleted.</summary>
internal sealed class LinkRow
{
    public required string Hash { get; set; }

    public required string MemberId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
