using Microsoft.AspNetCore.Identity;

namespace Dateline.Storage.Members;

/// <summary>A person of the newsroom as the database has them, with what ASP.NET Core Identity keeps: hash of the password, failures, second factor.</summary>
public sealed class MemberAccount : IdentityUser
{
    /// <summary>Bears everything they do; unlike any other name that was ever in use here.</summary>
    public required string Name { get; set; }

    public Role Role { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>Since when they may not enter; people stay in the list, since posts bear their names.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    internal Person Person => new(Id, Name, Email!, Role, AddedAt, DisabledAt);
}

/// <summary>A person of the newsroom.</summary>
public sealed record Person(string Id, string Name, string Email, Role Role, DateTimeOffset AddedAt, DateTimeOffset? DisabledAt);
